/** Words shared by several screens. */
const common = {
  appName: 'Liaison',
  practiceTitle: 'ENTRAÎNEMENT : Liaison',
  back: 'Retour',
  backToSites: 'Retour aux chantiers',
  backToSite: 'Retour à {{site}}',
  cancel: 'Annuler',
  whatToDo: 'Que faire ?',
  dismiss: 'Masquer',
  tryAgain: 'Réessayer',
  brokenTitle: 'Cette partie de Liaison n’a pas pu s’afficher',
  brokenLead: 'Ce qui a été enregistré n’est pas perdu. Fermez Liaison et rouvrez-le. Si cela se répète, donnez à votre bureau le code L-81 et dites ce que vous faisiez.',
} as const;

/** The name of each link state, on chips. */
const states = {
  notLinked: 'Non lié',
  linked: 'Lié',
  linkedHomesUnreadable: 'Lié, logements non lus',
  uncertain: 'Liaison incertaine',
  signInAgain: 'À reconnecter',
  unreadable: 'Liaison illisible',
  locked: 'Liaison verrouillée',
  over: '90 jours écoulés',
  dueSoon_one: '{{count}} jour restant',
  dueSoon_other: '{{count}} jours restants',
} as const;

/** The site book. */
const sites = {
  title: 'Chantiers',
  newSite: 'Nouveau',
  search: 'Chercher un chantier',
  searchPlaceholder: 'Nom, rue ou client',
  count_one: '{{count}} chantier',
  count_other: '{{count}} chantiers',
  provenAgo: 'vérifié {{ago}}',
  neverProven: 'jamais vérifié',
  noMatch: 'Rien ne correspond à « {{query}} ».',
  clearSearch: 'Tout afficher',
  emptyTitle: 'Ajoutez votre premier chantier',
  emptyLead: 'Un chantier, c’est le logement d’un client. Ajoutez-le avant la visite : une fois sur place avec le client, la liaison prend quelques minutes.',
  emptyAction: 'Ajouter un chantier',
  emptyList: 'Aucun chantier pour l’instant.',
  pickTitle: 'Choisissez un chantier',
  pickLead: 'Choisissez un chantier dans la liste pour voir sa liaison et ce qu’il reste à faire.',
  credentials: 'Identifiants de l’entreprise',
  storageBar: 'Les liaisons ne peuvent pas être ouvertes ni enregistrées sur cet ordinateur pour l’instant. Rien n’est perdu.',
  storageOpen: 'Les liaisons peuvent de nouveau être ouvertes et enregistrées.',
  storageStill: 'Pas encore possible. Lisez ce qu’il faut faire.',
  companyBar: 'Votre bureau doit agir. Vos liaisons sont conservées.',
  secretEnds: {
    tenMonths: 'La clé secrète de l’entreprise expire dans environ 2 mois, le {{date}}. Demandez-en une nouvelle à votre bureau.',
    elevenMonths: 'La clé secrète de l’entreprise expire dans environ 1 mois, le {{date}}. Demandez-en une nouvelle à votre bureau.',
    twoWeeks: 'La clé secrète de l’entreprise expire dans environ 2 semaines, le {{date}}. Demandez-en une nouvelle à votre bureau dès maintenant.',
    over: 'La clé secrète de l’entreprise a sans doute expiré le {{date}}. Votre bureau doit la changer ; vos liaisons sont conservées.',
  },
  notSetUp: 'Cet ordinateur n’est pas encore configuré pour lier des comptes.',
  notice: 'Un point demande votre attention.',
} as const;

/** The list of sites. */
const siteList = {
  show: 'Afficher seulement',
  filters: { all: 'Tous', needsMe: 'À traiter', dueSoon: 'Bientôt dus', handOverOpen: 'Remise ouverte', contractEnding: 'Fin de contrat' },
  groups: {
    needsYou: 'À traiter', dueSoon: 'À renouveler bientôt', visits: 'Visites d’aujourd’hui et de demain', handOver: 'Remise ouverte', contract: 'Fin de contrat', fine: 'En ordre',
    notLinked: 'Non liés', ended: 'Terminés',
  },
  visitToday: 'Visite aujourd’hui',
  visitTodayAt: 'Visite aujourd’hui, {{time}}',
  visitTomorrow: 'Visite demain',
  visitTomorrowAt: 'Visite demain, {{time}}',
  handOverOpen: 'Remise ouverte',
  contractEndsToday: 'Le contrat finit aujourd’hui',
  contractEndsIn_one: 'Le contrat finit dans {{count}} jour',
  contractEndsIn_other: 'Le contrat finit dans {{count}} jours',
  contractOver: 'Le contrat est fini',
  ended: 'Contrat terminé',
  noneHere: 'Aucun chantier n’en a besoin pour l’instant.',
  showAll: 'Afficher tous les chantiers',
  awaited: 'Ce chantier arrive.',
  preparing: 'Préparation de la liste…',
} as const;

/**
 * What the list of sites says, and so nearly every start: these words are there before anything is drawn. The others come after it (renderer/later.tsx).
 * Below: a word or two of parts whose other words come later.
 */
export const start = {
  common, states, sites, siteList,
  dayList: { open: 'Importer la liste du jour' },
  problem: { openCredentials: 'Ouvrir les identifiants', fallbackTitle: 'Quelque chose n’a pas fonctionné' },
  renewals: {
    open: 'Renouvellements',
    openDue_one: '{{count}} liaison à renouveler',
    openDue_other: '{{count}} liaisons à renouveler',
    progressText: '{{done}} sur {{total}}',
  },
  ready: { open: 'Prêt pour le chantier' },
  settings: { title: 'Réglages', siteModeShort: 'Mode chantier' },
  help: { open: 'Aide' },
  updates: { dot: 'nouvelle version' },
} as const;
