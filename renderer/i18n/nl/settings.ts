/** Settings. */
export const settings = {
  languages: 'Talen',
  language: 'Taal van het programma',
  customerLanguage: 'Taal van nieuwe klanten',
  customerLanguageHint: 'Voor de pagina waarop de klant beslist. Per locatie kunt u een andere taal kiezen.',
  display: 'Weergave',
  siteMode: 'Buitenmodus: groot en met veel contrast, voor zonlicht en handschoenen',
  siteModeHint: 'Druk in elk scherm op {{keys}}.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Ctrl+Shift+S' },
  theme: 'Kleuren',
  themes: { system: 'Automatisch', light: 'Licht', dark: 'Donker' },
  company: 'Uw bedrijf',
  companyName: 'Naam van uw bedrijf',
  companyNameHint: 'Uw klant leest deze naam als u om toestemming vraagt.',
  companyNameMissing: 'Vul de naam van uw bedrijf in.',
  saveCompanyName: 'Naam opslaan',
  companyNameSaved: 'Naam opgeslagen.',
  notices: 'Meldingen',
  noticesSwitch: 'Meld het als locaties op mij wachten',
  noticesHint: 'Hoogstens één per dag per reden, zonder geluid, en alleen terwijl Liaison achter andere vensters open is: koppelingen die op u wachten, contracten die aflopen, papieren die nog niet zijn overgedragen. Ze noemt het aantal, nooit de klant. In de oefening verschijnt er niets.',
  more: 'Meer',
  background: 'Verlengen op de achtergrond',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: 'Wat is het probleem?',
  lead: 'Elk probleem heeft een pagina waarop staat wat u kunt doen. Internet is niet nodig.',
  search: 'Problemen zoeken',
  searchPlaceholder: 'Code of woord, bijvoorbeeld L-21 of wachtwoord',
  found_one: '{{count}} probleem',
  found_other: '{{count}} problemen',
  none: 'Er is geen probleem gevonden voor “{{query}}”. Probeer een ander woord of alleen de code.',
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
