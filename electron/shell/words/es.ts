import type { Words } from './words.ts';

/** What the main process says, in Spanish. */
export const es: Words = {
  menu: {
    file: 'Archivo', edit: 'Edición', view: 'Ver', window: 'Ventana', help: 'Ayuda',
    document: 'Preparar los documentos de entrega', print: 'Imprimir el documento',
    newSite: 'Nueva obra', link: 'Vincular la cuenta del cliente', find: 'Buscar una obra', settings: 'Ajustes', siteMode: 'Modo obra',
    dayList: 'Importar la lista del día',
    guide: 'Ayuda: cada problema, qué hacer', about: 'Acerca de Liaison', services: 'Servicios', hide: 'Ocultar Liaison', hideOthers: 'Ocultar otros',
    unhide: 'Mostrar todo', quit: 'Salir de Liaison', close: 'Cerrar ventana', undo: 'Deshacer', redo: 'Rehacer',
    recent: 'Obras recientes', noRecent: 'Ninguna todavía', showRecent: 'Mostrar las obras recientes',
    cut: 'Cortar', copy: 'Copiar', paste: 'Pegar', selectAll: 'Seleccionar todo', resetZoom: 'Tamaño real',
    zoomIn: 'Ampliar', zoomOut: 'Reducir', togglefullscreen: 'Pantalla completa', minimize: 'Minimizar',
  },
  concerns: {
    company: {
      title: 'Los vínculos no se pueden renovar',
      one: 'Las credenciales de la empresa se rechazan. Su oficina debe actuar; todos los vínculos se conservan.',
      other: 'Las credenciales de la empresa se rechazan. Su oficina debe actuar; todos los vínculos se conservan.',
    },
    storage: {
      title: 'Los vínculos no se pueden abrir',
      one: 'Se conservan, pero mientras tanto no se pueden renovar. Abra Liaison: le dirá qué hacer.',
      other: 'Se conservan, pero mientras tanto no se pueden renovar. Abra Liaison: le dirá qué hacer.',
    },
    signInAgain: {
      title: 'Un cliente debe reconectarse',
      one: '{{count}} vínculo ya no se acepta. Abra Liaison para ver cuál.',
      other: '{{count}} vínculos ya no se aceptan. Abra Liaison para ver cuáles.',
    },
    endingSoon: {
      title: 'Hay vínculos que caducan pronto',
      one: 'Hace mucho que no se puede renovar {{count}} vínculo. Conéctese a Internet y abra Liaison.',
      other: 'Hace mucho que no se pueden renovar {{count}} vínculos. Conéctese a Internet y abra Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Hay obras por atender',
      one: '{{count}} obra está por atender. Abra Liaison para ver cuál.',
      other: '{{count}} obras están por atender. Abra Liaison para ver cuáles.',
    },
    contract: {
      title: 'Fin de contrato',
      one: '{{count}} contrato acaba pronto o ya ha acabado. Abra Liaison para ver cuál.',
      other: '{{count}} contratos acaban pronto o ya han acabado. Abra Liaison para ver cuáles.',
    },
    handOver: {
      title: 'Documentos por entregar',
      one: '{{count}} cliente espera todavía los documentos. Abra Liaison para ver cuál.',
      other: '{{count}} clientes esperan todavía los documentos. Abra Liaison para ver cuáles.',
    },
  },
  dataFolder: 'Elegir una carpeta para los datos',
  papers: { handover: 'Entrega', letter: 'Carta' },
  customerFile: 'Expediente del cliente',
  takeover: { save: 'Guardar obras para un compañero', open: 'Traspasar obras', kind: 'Obras de Liaison' },
  companyFile: { title: 'Importar el archivo de la empresa', kind: 'Archivo de la empresa' },
};
