/** Settings. */
export const settings = {
  languages: 'Langues',
  language: 'Langue de l’application',
  customerLanguage: 'Langue des nouveaux clients',
  customerLanguageHint: 'Pour la page sur laquelle le client décide. Chaque chantier peut avoir la sienne.',
  display: 'Affichage',
  siteMode: 'Mode chantier : grand et contrasté, pour le plein soleil et les gants',
  siteModeHint: 'Raccourci sur tous les écrans : {{keys}}.',
  siteModeKeys: { mac: '⇧⌘S', other: 'Ctrl+Maj+S' },
  theme: 'Couleurs',
  themes: { system: 'Automatique', light: 'Clair', dark: 'Sombre' },
  company: 'Votre entreprise',
  companyName: 'Nom de votre entreprise',
  companyNameHint: 'Votre client lit ce nom quand vous lui demandez son autorisation.',
  companyNameMissing: 'Indiquez le nom de votre entreprise.',
  saveCompanyName: 'Enregistrer le nom',
  companyNameSaved: 'Nom enregistré.',
  notices: 'Notifications',
  noticesSwitch: 'Me prévenir quand des chantiers sont à traiter',
  noticesHint: 'Au plus une par jour et par motif, sans son, et seulement quand l’application est ouverte derrière d’autres fenêtres : liaisons à traiter, contrats qui finissent, dossiers non remis. Elle dit combien, jamais qui. Rien en mode entraînement.',
  more: 'Et aussi',
  background: 'Renouvellement en arrière-plan',
  version: 'Liaison {{version}}',
} as const;

/** Help: every problem that has a page. */
export const help = {
  title: 'Quel est le problème ?',
  lead: 'Chaque problème a sa page, qui dit quoi faire. Pas besoin d’Internet.',
  search: 'Chercher un problème',
  searchPlaceholder: 'Code ou mots, par exemple L-21 ou mot de passe',
  found_one: '{{count}} problème',
  found_other: '{{count}} problèmes',
  none: 'Aucun problème ne correspond à « {{query}} ». Essayez un autre mot, ou le code seul.',
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
