/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'ÜBUNG: Liaison',
  back: 'Zurück',
  backToSites: 'Zu den Objekten',
  backToSite: 'Zurück zu {{site}}',
  cancel: 'Abbrechen',
  whatToDo: 'Was tun?',
  dismiss: 'Ausblenden',
  tryAgain: 'Erneut versuchen',
  brokenTitle: 'Dieser Teil von Liaison konnte nicht gezeigt werden',
  brokenLead: 'Was gespeichert wurde, ist nicht verloren. Schließen Sie Liaison und öffnen Sie es neu. Wiederholt es sich, nennen Sie Ihrem Büro den Code L-81 und was Sie getan haben.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Nicht verknüpft',
  linked: 'Verknüpft',
  linkedHomesUnreadable: 'Verknüpft, Zuhause nicht lesbar',
  uncertain: 'Verknüpfung unklar',
  signInAgain: 'Neu anmelden',
  unreadable: 'Verknüpfung unlesbar',
  locked: 'Verknüpfung gesperrt',
  over: '90 Tage vorbei',
  dueSoon_one: 'Noch {{count}} Tag',
  dueSoon_other: 'Noch {{count}} Tage',
} as const;

/** The site book. */
const sites = {
  title: 'Objekte',
  newSite: 'Neues Objekt',
  search: 'Objekte suchen',
  searchPlaceholder: 'Name, Straße oder Kunde',
  count_one: '{{count}} Objekt',
  count_other: '{{count}} Objekte',
  provenAgo: 'geprüft {{ago}}',
  neverProven: 'nie geprüft',
  noMatch: 'Nichts passt zu „{{query}}“.',
  clearSearch: 'Suche leeren',
  emptyTitle: 'Legen Sie Ihr erstes Objekt an',
  emptyLead: 'Ein Objekt ist das Zuhause eines Kunden. Legen Sie es vor dem Besuch an: Vor Ort dauert das Verknüpfen dann nur ein paar Minuten.',
  emptyAction: 'Erstes Objekt anlegen',
  emptyList: 'Noch keine Objekte.',
  pickTitle: 'Wählen Sie ein Objekt',
  pickLead: 'Klicken Sie in der Liste auf ein Objekt: Sie sehen seine Verknüpfung und was als Nächstes zu tun ist.',
  credentials: 'Firmenzugang',
  storageBar: 'Verknüpfungen lassen sich auf diesem Laptop gerade nicht öffnen oder speichern. Es ist nichts verloren.',
  storageOpen: 'Verknüpfungen lassen sich wieder öffnen und speichern.',
  storageStill: 'Noch nicht möglich. Lesen Sie, was zu tun ist.',
  companyBar: 'Ihr Büro ist am Zug. Ihre Verknüpfungen bleiben erhalten.',
  secretEnds: {
    tenMonths: 'Der Firmenschlüssel läuft in etwa 2 Monaten ab, am {{date}}. Bitten Sie Ihr Büro um einen neuen.',
    elevenMonths: 'Der Firmenschlüssel läuft in etwa 1 Monat ab, am {{date}}. Bitten Sie Ihr Büro um einen neuen.',
    twoWeeks: 'Der Firmenschlüssel läuft in etwa 2 Wochen ab, am {{date}}. Bitten Sie Ihr Büro jetzt um einen neuen.',
    over: 'Der Firmenschlüssel ist wahrscheinlich am {{date}} abgelaufen. Ihr Büro muss ihn ersetzen; Ihre Verknüpfungen bleiben erhalten.',
  },
  notSetUp: 'Das Verknüpfen ist auf diesem Laptop noch nicht eingerichtet.',
  notice: 'Es gibt etwas zu erledigen.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Nur zeigen',
  filters: { all: 'Alle', needsMe: 'Zu erledigen', dueSoon: 'Bald fällig', handOverOpen: 'Übergabe offen', contractEnding: 'Vertrag endet' },
  groups: {
    needsYou: 'Zu erledigen', dueSoon: 'Bald fällig', visits: 'Besuche heute und morgen', handOver: 'Übergabe offen', contract: 'Vertrag endet', fine: 'Alles in Ordnung',
    notLinked: 'Nicht verknüpft', ended: 'Beendet',
  },
  visitToday: 'Besuch heute',
  visitTodayAt: 'Besuch heute, {{time}}',
  visitTomorrow: 'Besuch morgen',
  visitTomorrowAt: 'Besuch morgen, {{time}}',
  handOverOpen: 'Übergabe offen',
  contractEndsToday: 'Vertrag endet heute',
  contractEndsIn_one: 'Vertrag endet in {{count}} Tag',
  contractEndsIn_other: 'Vertrag endet in {{count}} Tagen',
  contractOver: 'Vertrag ist abgelaufen',
  ended: 'Vertrag beendet',
  noneHere: 'Kein Objekt braucht das gerade.',
  showAll: 'Alle Objekte zeigen',
  awaited: 'Dieses Objekt wird geholt.',
  preparing: 'Die Liste wird vorbereitet …',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Tagesliste importieren' },
  problem: { openCredentials: 'Firmenzugang öffnen', fallbackTitle: 'Etwas hat nicht geklappt' },
  renewals: {
    open: 'Erneuerungen',
    openDue_one: '{{count}} Verknüpfung ist fällig',
    openDue_other: '{{count}} Verknüpfungen sind fällig',
    progressText: '{{done}} von {{total}}',
  },
  ready: { open: 'Einsatz-Check' },
  settings: { title: 'Einstellungen', siteModeShort: 'Baustellenmodus' },
  help: { open: 'Hilfe' },
  updates: { dot: 'neue Version' },
} as const;
