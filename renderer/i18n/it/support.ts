/** The support file. */
export const support = {
  open: 'Crea un file di assistenza',
  title: 'File di assistenza',
  lead: 'Un file per chi ti aiuta a distanza. Prima leggilo; nulla viene inviato da solo.',
  inTitle: 'Che cosa contiene',
  in: {
    program: 'le versioni del programma e del sistema',
    checks: 'l’ultimo risultato di «Pronto per il cantiere», l’orologio e chi riceve il link di ritorno',
    counts: 'quanti cantieri e collegamenti ci sono, e in quale stato',
    events: 'gli ultimi 200 eventi, con i codici dei problemi',
  },
  outTitle: 'Che cosa non contiene mai',
  out: {
    customers: 'nomi, indirizzi e abitazioni dei clienti',
    secrets: 'segreti, chiavi e password',
    accounts: 'account e indirizzi e-mail',
    files: 'note, foto e documenti',
  },
  fileTitle: 'Il file, parola per parola',
  save: 'Salva il file di assistenza',
  saved: 'File di assistenza salvato.',
  showLog: 'Mostra la cartella del registro',
  stays: 'Resta su questo PC finché non lo consegni.',
} as const;
