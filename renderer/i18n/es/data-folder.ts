/** The data folder. */
export const dataFolder = {
  title: 'Carpeta de datos',
  open: 'Abrir los ajustes de la carpeta',
  lead: 'Las obras, los vínculos, las fotos y las credenciales de la empresa están aquí, solo en este portátil.',
  practice: 'Solo se pueden mover los datos reales.',
  moveHome: 'Mover a la carpeta recomendada',
  move: 'Mover a otra carpeta',
  moving: 'Moviendo…',
  moved: 'Los datos se han movido.',
  show: 'Mostrar la carpeta',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: '¿Usar este archivo de empresa?',
  lead: '«{{file}}» contiene las credenciales que Legrand dio a su empresa. Sustituyen a las que hay; todos los vínculos se conservan.',
  use: 'Usar este archivo',
  several: 'Un solo archivo cada vez, por favor',
  foreign: '«{{file}}» no se puede usar aquí',
  whatFits: 'Puede arrastrar a la ventana:',
  fits: {
    company: 'el archivo de la empresa (.liaison)',
    sites: 'obras de un compañero (.liaison-sites)',
    photos: 'fotos, en la página «Visita» de una obra',
    days: 'una lista del día, en la página «Importar la lista del día»',
  },
  understood: 'Entendido',
} as const;
