import type { Words } from './words.ts';

/** What the main process says, in French. */
export const fr: Words = {
  menu: {
    file: 'Fichier', edit: 'Édition', view: 'Affichage', window: 'Fenêtre', help: 'Aide',
    newSite: 'Nouveau chantier', link: 'Lier le compte de ce client', find: 'Chercher un chantier', settings: 'Réglages', siteMode: 'Mode chantier',
    guide: 'Aide : chaque problème, que faire', about: 'À propos de Liaison', services: 'Services', hide: 'Masquer Liaison', hideOthers: 'Masquer les autres',
    document: 'Préparer le dossier de remise', print: 'Imprimer le document',
    dayList: 'Importer la liste du jour',
    unhide: 'Tout afficher', quit: 'Quitter Liaison', close: 'Fermer la fenêtre', undo: 'Annuler', redo: 'Rétablir',
    recent: 'Chantiers récents', noRecent: 'Aucun pour l’instant', showRecent: 'Afficher les chantiers récents',
    cut: 'Couper', copy: 'Copier', paste: 'Coller', selectAll: 'Tout sélectionner', resetZoom: 'Taille réelle',
    zoomIn: 'Zoom avant', zoomOut: 'Zoom arrière', togglefullscreen: 'Plein écran', minimize: 'Réduire la fenêtre',
  },
  concerns: {
    company: {
      title: 'Les liaisons ne peuvent pas être renouvelées',
      one: 'Les identifiants de l’entreprise sont refusés. Votre bureau doit agir ; toutes les liaisons sont conservées.',
      other: 'Les identifiants de l’entreprise sont refusés. Votre bureau doit agir ; toutes les liaisons sont conservées.',
    },
    storage: {
      title: 'Les liaisons ne s’ouvrent pas',
      one: 'Elles sont conservées, mais ne peuvent pas être renouvelées en attendant. Ouvrez Liaison : vous verrez quoi faire.',
      other: 'Elles sont conservées, mais ne peuvent pas être renouvelées en attendant. Ouvrez Liaison : vous verrez quoi faire.',
    },
    signInAgain: {
      title: 'Un client doit se reconnecter',
      one: '{{count}} liaison n’est plus acceptée. Ouvrez Liaison pour voir laquelle.',
      other: '{{count}} liaisons ne sont plus acceptées. Ouvrez Liaison pour voir lesquelles.',
    },
    endingSoon: {
      title: 'Des liaisons expirent bientôt',
      one: '{{count}} liaison n’a pas pu être renouvelée depuis longtemps. Connectez-vous à Internet et ouvrez Liaison.',
      other: '{{count}} liaisons n’ont pas pu être renouvelées depuis longtemps. Connectez-vous à Internet et ouvrez Liaison.',
    },
  },
  notices: {
    needsYou: {
      title: 'Des chantiers à traiter',
      one: '{{count}} chantier est à traiter. Ouvrez Liaison pour voir lequel.',
      other: '{{count}} chantiers sont à traiter. Ouvrez Liaison pour voir lesquels.',
    },
    contract: {
      title: 'Fin de contrat',
      one: '{{count}} contrat finit bientôt ou est déjà fini. Ouvrez Liaison pour voir lequel.',
      other: '{{count}} contrats finissent bientôt ou sont déjà finis. Ouvrez Liaison pour voir lesquels.',
    },
    handOver: {
      title: 'Dossiers à remettre',
      one: '{{count}} client attend encore son dossier de remise. Ouvrez Liaison pour voir lequel.',
      other: '{{count}} clients attendent encore leur dossier de remise. Ouvrez Liaison pour voir lesquels.',
    },
  },
  dataFolder: 'Choisir un dossier pour les données',
  papers: { handover: 'Remise', letter: 'Lettre' },
  customerFile: 'Dossier du client',
  takeover: { save: 'Enregistrer des chantiers pour un collègue', open: 'Reprendre des chantiers', kind: 'Chantiers de Liaison' },
  companyFile: { title: 'Importer le fichier de l’entreprise', kind: 'Fichier de l’entreprise' },
};
