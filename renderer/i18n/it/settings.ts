/** Settings. */
export const settings = {
  languages: 'Lingue',
  language: 'Lingua del programma',
  customerLanguage: 'Lingua dei nuovi clienti',
  customerLanguageHint: 'Per la scheda che il cliente legge prima di decidere. Ogni cantiere può avere la sua.',
  display: 'Aspetto',
  siteMode: 'Modalità cantiere: tutto più grande e netto, per il sole e i guanti',
  siteModeHint: 'Premi {{keys}} in qualsiasi schermata.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Ctrl+Shift+S' },
  theme: 'Colori',
  themes: { system: 'Automatico', light: 'Chiaro', dark: 'Scuro' },
  company: 'La tua azienda',
  companyName: 'Nome della tua azienda',
  companyNameHint: 'Il cliente legge questo nome quando gli chiedi l’autorizzazione.',
  companyNameMissing: 'Inserisci il nome della tua azienda.',
  saveCompanyName: 'Salva nome',
  companyNameSaved: 'Nome salvato.',
  notices: 'Notifiche',
  noticesSwitch: 'Avvisami quando un cantiere aspetta me',
  noticesHint: 'Al massimo una al giorno per motivo, senza suono, e solo mentre Liaison è aperto dietro altre finestre: collegamenti che aspettano te, contratti che finiscono, documenti non consegnati. Dice quanti, mai di chi. In esercitazione non appare nulla.',
  more: 'Altro',
  background: 'Rinnovo in secondo piano',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: 'Qual è il problema?',
  lead: 'Ogni problema ha una pagina che dice che cosa fare. Internet non serve.',
  search: 'Cerca problemi',
  searchPlaceholder: 'Codice o parole, per esempio L-21 o password',
  found_one: '{{count}} problema',
  found_other: '{{count}} problemi',
  none: 'Nessun problema corrisponde a “{{query}}”. Prova un’altra parola o solo il codice.',
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
