/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'OEFENING: Liaison',
  back: 'Terug',
  backToSites: 'Naar de locaties',
  backToSite: 'Terug naar {{site}}',
  cancel: 'Annuleren',
  whatToDo: 'Wat te doen?',
  dismiss: 'Verbergen',
  tryAgain: 'Opnieuw proberen',
  brokenTitle: 'Dit deel van Liaison kon niet worden getoond',
  brokenLead: 'Wat is opgeslagen, is niet verloren. Sluit Liaison en open het opnieuw. Gebeurt het nog eens, geef dan de code L-81 door aan uw kantoor en vertel wat u deed.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Niet gekoppeld',
  linked: 'Gekoppeld',
  linkedHomesUnreadable: 'Gekoppeld, woning niet leesbaar',
  uncertain: 'Koppeling onzeker',
  signInAgain: 'Opnieuw inloggen',
  unreadable: 'Koppeling onleesbaar',
  locked: 'Koppeling vergrendeld',
  over: '90 dagen voorbij',
  dueSoon_one: 'Nog {{count}} dag',
  dueSoon_other: 'Nog {{count}} dagen',
} as const;

/** The site book. */
const sites = {
  title: 'Locaties',
  newSite: 'Nieuwe locatie',
  search: 'Locaties zoeken',
  searchPlaceholder: 'Naam, straat of klant',
  count_one: '{{count}} locatie',
  count_other: '{{count}} locaties',
  provenAgo: '{{ago}} gecontroleerd',
  neverProven: 'nooit gecontroleerd',
  noMatch: 'Er is niets gevonden voor “{{query}}”.',
  clearSearch: 'Zoekveld wissen',
  emptyTitle: 'Voeg uw eerste locatie toe',
  emptyLead: 'Een locatie is de woning van één klant. Voeg die vóór het bezoek toe: ter plaatse duurt het koppelen dan maar een paar minuten.',
  emptyAction: 'Eerste locatie toevoegen',
  emptyList: 'Nog geen locaties.',
  pickTitle: 'Kies een locatie',
  pickLead: 'Klik in de lijst op een locatie: u ziet de koppeling en wat u nu kunt doen.',
  credentials: 'Bedrijfstoegang',
  storageBar: 'Koppelingen zijn op deze laptop nu niet te openen of op te slaan. Er is niets verloren.',
  storageOpen: 'Koppelingen zijn weer te openen en op te slaan.',
  storageStill: 'Nog niet mogelijk. Lees wat u kunt doen.',
  companyBar: 'Uw kantoor is aan zet. Uw koppelingen blijven bewaard.',
  secretEnds: {
    tenMonths: 'De bedrijfssleutel verloopt over ongeveer 2 maanden, op {{date}}. Vraag uw kantoor om een nieuwe.',
    elevenMonths: 'De bedrijfssleutel verloopt over ongeveer 1 maand, op {{date}}. Vraag uw kantoor om een nieuwe.',
    twoWeeks: 'De bedrijfssleutel verloopt over ongeveer 2 weken, op {{date}}. Vraag uw kantoor nu om een nieuwe.',
    over: 'De bedrijfssleutel is waarschijnlijk verlopen op {{date}}. Uw kantoor moet hem vervangen; uw koppelingen blijven bewaard.',
  },
  notSetUp: 'Het koppelen is op deze laptop nog niet ingesteld.',
  notice: 'Iets vraagt uw aandacht.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Alleen tonen',
  filters: { all: 'Alle', needsMe: 'Te doen', dueSoon: 'Binnenkort', handOverOpen: 'Overdracht open', contractEnding: 'Contract loopt af' },
  groups: {
    needsYou: 'Te doen', dueSoon: 'Binnenkort aan verlenging toe', visits: 'Bezoeken vandaag en morgen', handOver: 'Overdracht open', contract: 'Contract loopt af', fine: 'Alles in orde',
    notLinked: 'Niet gekoppeld', ended: 'Beëindigd',
  },
  visitToday: 'Bezoek vandaag',
  visitTodayAt: 'Bezoek vandaag, {{time}}',
  visitTomorrow: 'Bezoek morgen',
  visitTomorrowAt: 'Bezoek morgen, {{time}}',
  handOverOpen: 'Overdracht open',
  contractEndsToday: 'Contract loopt vandaag af',
  contractEndsIn_one: 'Contract loopt over {{count}} dag af',
  contractEndsIn_other: 'Contract loopt over {{count}} dagen af',
  contractOver: 'Contract is afgelopen',
  ended: 'Contract beëindigd',
  noneHere: 'Geen locatie heeft dit nu nodig.',
  showAll: 'Alle locaties tonen',
  awaited: 'Deze locatie wordt opgehaald.',
  preparing: 'De lijst wordt klaargemaakt…',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Daglijst importeren' },
  problem: { openCredentials: 'Bedrijfstoegang openen', fallbackTitle: 'Er ging iets mis' },
  renewals: {
    open: 'Verlengingen',
    openDue_one: '{{count}} koppeling te verlengen',
    openDue_other: '{{count}} koppelingen te verlengen',
    progressText: '{{done}} van {{total}}',
  },
  ready: { open: 'Klaar voor de klus' },
  settings: { title: 'Instellingen', siteModeShort: 'Buitenmodus' },
  help: { open: 'Help' },
  updates: { dot: 'nieuwe versie' },
} as const;
