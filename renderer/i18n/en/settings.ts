/** Settings. */
export const settings = {
  languages: 'Languages',
  language: 'Language of the program',
  customerLanguage: 'Language of new customers',
  customerLanguageHint: 'For the page on which the customer decides. Each site can have its own.',
  display: 'Display',
  siteMode: 'Site mode: large and strong, for sunlight and gloves',
  siteModeHint: 'Press {{keys}} on any screen.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Ctrl+Shift+S' },
  theme: 'Colours',
  themes: { system: 'Automatic', light: 'Light', dark: 'Dark' },
  company: 'Your company',
  companyName: 'Name of your company',
  companyNameHint: 'Your customer reads this name when you ask for permission.',
  companyNameMissing: 'Enter the name of your company.',
  saveCompanyName: 'Save name',
  companyNameSaved: 'Name saved.',
  notices: 'Notifications',
  noticesSwitch: 'Tell me when sites need me',
  noticesHint: 'At most one a day for each reason, without a sound, and only while Liaison is open behind other windows: links that need you, contracts that end, papers not handed over. It says how many, never whose. Nothing is shown in practice.',
  more: 'More',
  background: 'Renewing in the background',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: 'What is the problem?',
  lead: 'Every problem has a page that says what to do. No internet is needed.',
  search: 'Search problems',
  searchPlaceholder: 'Code or words, for example L-21 or password',
  found_one: '{{count}} problem',
  found_other: '{{count}} problems',
  none: 'No problem matches “{{query}}”. Try another word, or the code alone.',
} as const;

/** Names of the languages, in themselves: a person finds the own one. */
export const languages = {
  en: 'English',
  fr: 'Français',
  it: 'Italiano',
  de: 'Deutsch',
  es: 'Español',
  nl: 'Nederlands',
} as const;
