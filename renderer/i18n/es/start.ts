/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'PRÁCTICA: Liaison',
  back: 'Volver',
  backToSites: 'Volver a las obras',
  backToSite: 'Volver a {{site}}',
  cancel: 'Cancelar',
  whatToDo: '¿Qué hacer?',
  dismiss: 'Ocultar',
  tryAgain: 'Reintentar',
  brokenTitle: 'No se ha podido mostrar esta parte de Liaison',
  brokenLead: 'Lo que se guardó no se ha perdido. Cierre Liaison y ábralo otra vez. Si se repite, dé a su oficina el código L-81 y diga qué estaba haciendo.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Sin vincular',
  linked: 'Vinculada',
  linkedHomesUnreadable: 'Vinculada, viviendas sin leer',
  uncertain: 'Vínculo incierto',
  signInAgain: 'Por reconectar',
  unreadable: 'Vínculo ilegible',
  locked: 'Vínculo bloqueado',
  over: '90 días cumplidos',
  dueSoon_one: 'Queda {{count}} día',
  dueSoon_other: 'Quedan {{count}} días',
} as const;

/** The site book. */
const sites = {
  title: 'Obras',
  newSite: 'Nueva obra',
  search: 'Buscar obras',
  searchPlaceholder: 'Nombre, calle o cliente',
  count_one: '{{count}} obra',
  count_other: '{{count}} obras',
  provenAgo: 'comprobada {{ago}}',
  neverProven: 'nunca comprobada',
  noMatch: 'Nada coincide con «{{query}}».',
  clearSearch: 'Ver todas',
  emptyTitle: 'Añada su primera obra',
  emptyLead: 'Una obra es la vivienda de un cliente. Añádala antes de la visita: una vez allí con el cliente, vincularla lleva unos minutos.',
  emptyAction: 'Añadir una obra',
  emptyList: 'Todavía no hay obras.',
  pickTitle: 'Elija una obra',
  pickLead: 'Elija una obra de la lista para ver su vínculo y lo que toca hacer.',
  credentials: 'Credenciales de la empresa',
  storageBar: 'Ahora no se pueden abrir ni guardar los vínculos en este portátil. No se ha perdido nada.',
  storageOpen: 'Los vínculos se pueden abrir y guardar de nuevo.',
  storageStill: 'Todavía no es posible. Lea qué hacer.',
  companyBar: 'Debe resolverlo su oficina. Sus vínculos se conservan.',
  secretEnds: {
    tenMonths: 'La clave secreta de la empresa caduca en unos 2 meses, el {{date}}. Pida una nueva a su oficina.',
    elevenMonths: 'La clave secreta de la empresa caduca en 1 mes aproximadamente, el {{date}}. Pida una nueva a su oficina.',
    twoWeeks: 'La clave secreta de la empresa caduca en unas 2 semanas, el {{date}}. Pida ya una nueva a su oficina.',
    over: 'La clave secreta de la empresa probablemente caducó el {{date}}. Su oficina debe cambiarla; sus vínculos se conservan.',
  },
  notSetUp: 'Este portátil aún no está configurado para vincular.',
  notice: 'Hay algo que requiere su atención.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Mostrar solo',
  filters: { all: 'Todas', needsMe: 'Por atender', dueSoon: 'Vencen pronto', handOverOpen: 'Entrega abierta', contractEnding: 'Fin de contrato' },
  groups: {
    needsYou: 'Por atender', dueSoon: 'Vencen pronto', visits: 'Visitas de hoy y mañana', handOver: 'Entrega abierta', contract: 'Fin de contrato', fine: 'Todo en orden',
    notLinked: 'Sin vincular', ended: 'Terminadas',
  },
  visitToday: 'Visita hoy',
  visitTodayAt: 'Visita hoy, {{time}}',
  visitTomorrow: 'Visita mañana',
  visitTomorrowAt: 'Visita mañana, {{time}}',
  handOverOpen: 'Entrega abierta',
  contractEndsToday: 'El contrato acaba hoy',
  contractEndsIn_one: 'El contrato acaba en {{count}} día',
  contractEndsIn_other: 'El contrato acaba en {{count}} días',
  contractOver: 'El contrato ha acabado',
  ended: 'Contrato terminado',
  noneHere: 'Ninguna obra lo necesita ahora.',
  showAll: 'Ver todas las obras',
  awaited: 'Esta obra está llegando.',
  preparing: 'Preparando la lista…',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Importar la lista del día' },
  problem: { openCredentials: 'Abrir las credenciales', fallbackTitle: 'Algo no ha funcionado' },
  renewals: { open: 'Renovaciones', openDue_one: '{{count}} vínculo por renovar', openDue_other: '{{count}} vínculos por renovar', progressText: '{{done}} de {{total}}' },
  ready: { open: 'Listo para la obra' },
  settings: { title: 'Ajustes', siteModeShort: 'Modo obra' },
  help: { open: 'Ayuda' },
  updates: { dot: 'versión nueva' },
} as const;
