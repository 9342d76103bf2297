/** The data folder. */
export const dataFolder = {
  title: 'Dossier des données',
  open: 'Ouvrir les réglages du dossier',
  lead: 'Chantiers, liaisons, photos et identifiants de l’entreprise se trouvent ici, sur cet ordinateur seulement.',
  practice: 'Seules les données réelles peuvent être déplacées.',
  moveHome: 'Déplacer vers le dossier recommandé',
  move: 'Déplacer vers un autre dossier',
  moving: 'Déplacement…',
  moved: 'Les données ont été déplacées.',
  show: 'Afficher le dossier',
} as const;

/** A file that was dropped onto the window. */
export const drop = {
  title: 'Utiliser ce fichier d’entreprise ?',
  lead: '« {{file}} » contient les identifiants que Legrand a donnés à votre entreprise. Ils remplacent ceux de l’application ; toutes les liaisons restent.',
  use: 'Utiliser ce fichier',
  several: 'Un seul fichier à la fois, s’il vous plaît',
  foreign: '« {{file}} » ne peut pas être utilisé ici',
  whatFits: 'Vous pouvez déposer sur la fenêtre :',
  fits: {
    company: 'le fichier de votre entreprise (.liaison)',
    sites: 'des chantiers d’un collègue (.liaison-sites)',
    photos: 'des photos, sur la page « Visite » d’un chantier',
    days: 'une liste du jour, sur la page « Importer la liste du jour »',
  },
  understood: 'Compris',
} as const;
