/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'PRACTICE: Liaison',
  back: 'Back',
  backToSites: 'Back to sites',
  backToSite: 'Back to {{site}}',
  cancel: 'Cancel',
  whatToDo: 'What to do',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  brokenTitle: 'This part of Liaison could not be shown',
  brokenLead: 'What was saved is not lost. Close Liaison and open it again. If it repeats, tell your admin the code L-81 and what you did.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Not linked',
  linked: 'Linked',
  linkedHomesUnreadable: 'Linked, homes not readable',
  uncertain: 'Link uncertain',
  signInAgain: 'Sign in again',
  unreadable: 'Link unreadable',
  locked: 'Link locked',
  over: '90 days over',
  dueSoon_one: '{{count}} day left',
  dueSoon_other: '{{count}} days left',
} as const;

/** The site book. */
const sites = {
  title: 'Sites',
  newSite: 'New site',
  search: 'Search sites',
  searchPlaceholder: 'Name, street or customer',
  count_one: '{{count}} site',
  count_other: '{{count}} sites',
  provenAgo: 'proven {{ago}}',
  neverProven: 'never proven',
  noMatch: 'Nothing matches “{{query}}”.',
  clearSearch: 'Clear search',
  emptyTitle: 'Add your first site',
  emptyLead: 'A site is one customer’s home. Add it before the visit: linking takes a few minutes once you stand there together.',
  emptyAction: 'Add the first site',
  emptyList: 'No sites yet.',
  pickTitle: 'Choose a site',
  pickLead: 'Pick a site in the list to see its link and the next thing to do.',
  credentials: 'Company credentials',
  storageBar: 'Links cannot be opened or saved on this laptop now. Nothing is lost.',
  storageOpen: 'Links can be opened and saved again.',
  storageStill: 'Not possible yet. Read what to do.',
  companyBar: 'Your office must act. Your links are kept.',
  secretEnds: {
    tenMonths: 'The company’s secret ends in about 2 months, on {{date}}. Ask your office for a new one.',
    elevenMonths: 'The company’s secret ends in about 1 month, on {{date}}. Ask your office for a new one.',
    twoWeeks: 'The company’s secret ends in about 2 weeks, on {{date}}. Ask your office for a new one now.',
    over: 'The company’s secret has probably ended on {{date}}. Your office must replace it; your links are kept.',
  },
  notSetUp: 'Linking is not set up on this laptop yet.',
  notice: 'Something needs your attention.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Show only',
  filters: { all: 'All', needsMe: 'Needs me', dueSoon: 'Due soon', handOverOpen: 'Hand-over open', contractEnding: 'Contract ending' },
  groups: {
    needsYou: 'Needs you', dueSoon: 'Due soon', visits: 'Visits today and tomorrow', handOver: 'Hand-over open', contract: 'Contract ending', fine: 'All in order',
    notLinked: 'Not linked', ended: 'Ended',
  },
  visitToday: 'Visit today',
  visitTodayAt: 'Visit today, {{time}}',
  visitTomorrow: 'Visit tomorrow',
  visitTomorrowAt: 'Visit tomorrow, {{time}}',
  handOverOpen: 'Hand-over open',
  contractEndsToday: 'Contract ends today',
  contractEndsIn_one: 'Contract ends in {{count}} day',
  contractEndsIn_other: 'Contract ends in {{count}} days',
  contractOver: 'Contract is over',
  ended: 'Contract ended',
  noneHere: 'No site needs this now.',
  showAll: 'Show all sites',
  awaited: 'This site is being fetched.',
  preparing: 'Getting the list ready…',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Import day list' },
  problem: { openCredentials: 'Open company credentials', fallbackTitle: 'Something did not work' },
  renewals: { open: 'Renewals', openDue_one: '{{count}} link wants renewing', openDue_other: '{{count}} links want renewing', progressText: '{{done}} of {{total}}' },
  ready: { open: 'Ready for site' },
  settings: { title: 'Settings', siteModeShort: 'Site mode' },
  help: { open: 'Help' },
  updates: { dot: 'new version' },
} as const;
