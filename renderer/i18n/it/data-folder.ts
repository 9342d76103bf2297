/** The data folder. */
export const dataFolder = {
  title: 'Cartella dei dati',
  open: 'Apri le impostazioni della cartella',
  lead: 'Cantieri, collegamenti, foto e credenziali aziendali si trovano qui, solo su questo portatile.',
  practice: 'Si possono spostare solo i dati reali.',
  moveHome: 'Sposta nella cartella consigliata',
  move: 'Sposta in un’altra cartella',
  moving: 'Spostamento…',
  moved: 'I dati sono stati spostati.',
  show: 'Mostra la cartella',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: 'Usare questo file aziendale?',
  lead: '«{{file}}» contiene le credenziali che Legrand ha dato alla tua azienda. Sostituiscono quelle di Liaison; tutti i collegamenti restano.',
  use: 'Usa questo file',
  several: 'Un solo file alla volta',
  foreign: '“{{file}}” non si può usare qui',
  whatFits: 'Puoi trascinare sulla finestra:',
  fits: {
    company: 'il file aziendale (.liaison)',
    sites: 'i cantieri di un collega (.liaison-sites)',
    photos: 'le foto, sulla pagina “Visita” di un cantiere',
    days: 'una lista del giorno, sulla pagina “Importa la lista del giorno”',
  },
  understood: 'Ho capito',
} as const;
