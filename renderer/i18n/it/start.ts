/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'ESERCITAZIONE: Liaison',
  back: 'Indietro',
  backToSites: 'Torna ai cantieri',
  backToSite: 'Torna a {{site}}',
  cancel: 'Annulla',
  whatToDo: 'Cosa fare',
  dismiss: 'Nascondi',
  tryAgain: 'Riprova',
  brokenTitle: 'Questa parte di Liaison non si è potuta mostrare',
  brokenLead: 'Ciò che è stato salvato non è perso. Chiudi Liaison e riaprilo. Se si ripete, comunica al tuo ufficio il codice L-81 e che cosa stavi facendo.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Non collegato',
  linked: 'Collegato',
  linkedHomesUnreadable: 'Collegato, abitazioni non leggibili',
  uncertain: 'Collegamento incerto',
  signInAgain: 'Accesso da rifare',
  unreadable: 'Collegamento illeggibile',
  locked: 'Collegamento bloccato',
  over: 'Oltre 90 giorni',
  dueSoon_one: 'Ancora {{count}} giorno',
  dueSoon_other: 'Ancora {{count}} giorni',
} as const;

/** The site book. */
const sites = {
  title: 'Cantieri',
  newSite: 'Nuovo cantiere',
  search: 'Cerca cantieri',
  searchPlaceholder: 'Nome, via o cliente',
  count_one: '{{count}} cantiere',
  count_other: '{{count}} cantieri',
  provenAgo: 'verificato {{ago}}',
  neverProven: 'mai verificato',
  noMatch: 'Nulla corrisponde a “{{query}}”.',
  clearSearch: 'Cancella ricerca',
  emptyTitle: 'Crea il tuo primo cantiere',
  emptyLead: 'Un cantiere è l’abitazione di un cliente. Crealo prima della visita: una volta sul posto insieme al cliente, il collegamento richiede pochi minuti.',
  emptyAction: 'Crea il primo cantiere',
  emptyList: 'Ancora nessun cantiere.',
  pickTitle: 'Scegli un cantiere',
  pickLead: 'Scegli un cantiere nell’elenco: vedi il suo collegamento e la prossima cosa da fare.',
  credentials: 'Credenziali aziendali',
  storageBar: 'Ora i collegamenti non si possono aprire né salvare su questo portatile. Nulla va perso.',
  storageOpen: 'I collegamenti si possono di nuovo aprire e salvare.',
  storageStill: 'Ancora non è possibile. Leggi che cosa fare.',
  companyBar: 'Tocca al tuo ufficio. I tuoi collegamenti restano salvati.',
  secretEnds: {
    tenMonths: 'La chiave segreta aziendale scade tra circa 2 mesi ({{date}}). Chiedine una nuova al tuo ufficio.',
    elevenMonths: 'La chiave segreta aziendale scade tra circa 1 mese ({{date}}). Chiedine una nuova al tuo ufficio.',
    twoWeeks: 'La chiave segreta aziendale scade tra circa 2 settimane ({{date}}). Chiedine subito una nuova al tuo ufficio.',
    over: 'La chiave segreta aziendale è probabilmente scaduta ({{date}}). Il tuo ufficio deve sostituirla; i tuoi collegamenti restano salvati.',
  },
  notSetUp: 'Questo portatile non è ancora configurato per il collegamento.',
  notice: 'Qualcosa richiede la tua attenzione.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Mostra solo',
  filters: { all: 'Tutti', needsMe: 'Tocca a me', dueSoon: 'In scadenza', handOverOpen: 'Consegna aperta', contractEnding: 'Fine contratto' },
  groups: {
    needsYou: 'Tocca a te', dueSoon: 'In scadenza', visits: 'Visite di oggi e domani', handOver: 'Consegna aperta', contract: 'Fine contratto', fine: 'Tutto in ordine',
    notLinked: 'Non collegati', ended: 'Conclusi',
  },
  visitToday: 'Visita oggi',
  visitTodayAt: 'Visita oggi, {{time}}',
  visitTomorrow: 'Visita domani',
  visitTomorrowAt: 'Visita domani, {{time}}',
  handOverOpen: 'Consegna aperta',
  contractEndsToday: 'Il contratto finisce oggi',
  contractEndsIn_one: 'Il contratto finisce tra {{count}} giorno',
  contractEndsIn_other: 'Il contratto finisce tra {{count}} giorni',
  contractOver: 'Il contratto è finito',
  ended: 'Contratto concluso',
  noneHere: 'Nessun cantiere ne ha bisogno ora.',
  showAll: 'Mostra tutti i cantieri',
  awaited: 'Questo cantiere è in arrivo.',
  preparing: 'Preparazione della lista…',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Importa la lista del giorno' },
  problem: { openCredentials: 'Apri Credenziali aziendali', fallbackTitle: 'Qualcosa non ha funzionato' },
  renewals: {
    open: 'Rinnovi',
    openDue_one: '{{count}} collegamento da rinnovare',
    openDue_other: '{{count}} collegamenti da rinnovare',
    progressText: '{{done}} di {{total}}',
  },
  ready: { open: 'Pronto per il cantiere' },
  settings: { title: 'Impostazioni', siteModeShort: 'Modalità cantiere' },
  help: { open: 'Aiuto' },
  updates: { dot: 'nuova versione' },
} as const;
