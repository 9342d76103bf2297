/** Settings. */
export const settings = {
  languages: 'Sprachen',
  language: 'Sprache des Programms',
  customerLanguage: 'Sprache neuer Kunden',
  customerLanguageHint: 'Für die Seite, auf der der Kunde entscheidet. Jedes Objekt kann seine eigene haben.',
  display: 'Anzeige',
  siteMode: 'Baustellenmodus: groß und kontrastreich, für Sonne und Handschuhe',
  siteModeHint: 'Drücken Sie in jeder Ansicht {{keys}}.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Strg+Umschalt+S' },
  theme: 'Farben',
  themes: { system: 'Automatisch', light: 'Hell', dark: 'Dunkel' },
  company: 'Ihre Firma',
  companyName: 'Name Ihrer Firma',
  companyNameHint: 'Ihr Kunde liest diesen Namen, wenn Sie um Erlaubnis bitten.',
  companyNameMissing: 'Geben Sie den Namen Ihrer Firma ein.',
  saveCompanyName: 'Namen speichern',
  companyNameSaved: 'Name gespeichert.',
  notices: 'Benachrichtigungen',
  noticesSwitch: 'Melden, wenn Objekte auf mich warten',
  noticesHint: 'Höchstens eine am Tag je Anlass, ohne Ton, und nur, während Liaison hinter anderen Fenstern offen ist: Verknüpfungen, die Sie brauchen, endende Verträge, nicht übergebene Unterlagen. Sie nennt die Zahl, nie den Kunden. In der Übung erscheint nichts.',
  more: 'Weiteres',
  background: 'Erneuern im Hintergrund',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: 'Was ist das Problem?',
  lead: 'Zu jedem Problem gibt es eine Seite, die sagt, was zu tun ist. Internet ist nicht nötig.',
  search: 'Probleme suchen',
  searchPlaceholder: 'Code oder Stichwort, zum Beispiel L-21 oder Passwort',
  found_one: '{{count}} Problem',
  found_other: '{{count}} Probleme',
  none: 'Kein Problem passt zu „{{query}}“. Versuchen Sie es mit einem anderen Wort oder nur mit dem Code.',
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
