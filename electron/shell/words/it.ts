import type { Words } from './words.ts';

/** What the main process says, in Italian. */
export const it: Words = {
  menu: {
    file: 'File', edit: 'Modifica', view: 'Vista', window: 'Finestra', help: 'Aiuto',
    document: 'Prepara i documenti di consegna', print: 'Stampa il documento',
    newSite: 'Nuovo cantiere', link: 'Collega l’account del cliente', find: 'Cerca un cantiere', settings: 'Impostazioni', siteMode: 'Modalità cantiere',
    guide: 'Aiuto: che cosa fare per ogni problema', about: 'Informazioni su Liaison', services: 'Servizi', hide: 'Nascondi Liaison', hideOthers: 'Nascondi altre',
    unhide: 'Mostra tutte', quit: 'Esci da Liaison', close: 'Chiudi finestra', undo: 'Annulla', redo: 'Ripeti',
    dayList: 'Importa la lista del giorno',
    recent: 'Cantieri recenti', noRecent: 'Ancora nessuno', showRecent: 'Mostra i cantieri recenti',
    cut: 'Taglia', copy: 'Copia', paste: 'Incolla', selectAll: 'Seleziona tutto', resetZoom: 'Dimensione reale',
    zoomIn: 'Ingrandisci', zoomOut: 'Riduci', togglefullscreen: 'Schermo intero', minimize: 'Riduci a icona',
  },
  concerns: {
    company: {
      title: 'I collegamenti non si possono rinnovare',
      one: 'Le credenziali aziendali vengono rifiutate. Tocca al tuo ufficio; tutti i collegamenti restano salvati.',
      other: 'Le credenziali aziendali vengono rifiutate. Tocca al tuo ufficio; tutti i collegamenti restano salvati.',
    },
    storage: {
      title: 'I collegamenti non si possono aprire',
      one: 'Sono conservati, ma intanto non si possono rinnovare. Apri Liaison: dice che cosa fare.',
      other: 'Sono conservati, ma intanto non si possono rinnovare. Apri Liaison: dice che cosa fare.',
    },
    signInAgain: {
      title: 'Un cliente deve rifare l’accesso',
      one: '{{count}} collegamento non è più accettato. Apri Liaison per vedere quale.',
      other: '{{count}} collegamenti non sono più accettati. Apri Liaison per vedere quali.',
    },
    endingSoon: {
      title: 'Collegamenti in scadenza',
      one: '{{count}} collegamento non si rinnova da molto tempo. Vai online e apri Liaison.',
      other: '{{count}} collegamenti non si rinnovano da molto tempo. Vai online e apri Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Cantieri che aspettano te',
      one: '{{count}} cantiere aspetta te. Apri Liaison per vedere quale.',
      other: '{{count}} cantieri aspettano te. Apri Liaison per vedere quali.',
    },
    contract: {
      title: 'Fine contratto',
      one: '{{count}} contratto finisce presto o è già finito. Apri Liaison per vedere quale.',
      other: '{{count}} contratti finiscono presto o sono già finiti. Apri Liaison per vedere quali.',
    },
    handOver: {
      title: 'Documenti da consegnare',
      one: '{{count}} cliente aspetta ancora i documenti. Apri Liaison per vedere quale.',
      other: '{{count}} clienti aspettano ancora i documenti. Apri Liaison per vedere quali.',
    },
  },
  dataFolder: 'Scegli una cartella per i dati',
  papers: { handover: 'Consegna', letter: 'Lettera' },
  customerFile: 'Dati del cliente',
  takeover: { save: 'Salva cantieri per un collega', open: 'Riprendi cantieri', kind: 'Cantieri di Liaison' },
  companyFile: { title: 'Importa il file aziendale', kind: 'File aziendale' },
};
