import type { Words } from './words.ts';

/** What the main process says, in French. */
export const fr: Words = {
  menu: {
    file: 'Fichier', edit: 'Édition', view: 'Affichage', window: 'Fenêtre', help: 'Aide',
    newSite: 'Nouveau chantier', link: 'Lier le compte de ce client', find: 'Rechercher un chantier', settings: 'Réglages', siteMode: 'Mode chantier',
    guide: 'Aide : chaque problème, que faire', about: 'À propos de Liaison', services: 'Services', hide: 'Masquer Liaison', hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher', quit: 'Quitter Liaison', close: 'Fermer la fenêtre', undo: 'Annuler', redo: 'Rétablir',
    cut: 'Couper', copy: 'Copier', paste: 'Coller', selectAll: 'Tout sélectionner', resetZoom: 'Taille réelle',
    zoomIn: 'Agrandir', zoomOut: 'Réduire', togglefullscreen: 'Plein écran', minimize: 'Placer dans la barre',
  },
  concerns: {
    company: {
      title: 'Les liens ne peuvent pas être renouvelés',
      one: 'Les identifiants de l’entreprise sont refusés. Votre bureau doit agir ; tous les liens sont conservés.',
      other: 'Les identifiants de l’entreprise sont refusés. Votre bureau doit agir ; tous les liens sont conservés.',
    },
    signInAgain: {
      title: 'Un client doit se reconnecter',
      one: '{{count}} lien n’est plus accepté. Ouvrez Liaison pour voir lequel.',
      other: '{{count}} liens ne sont plus acceptés. Ouvrez Liaison pour voir lesquels.',
    },
    endingSoon: {
      title: 'Des liens se terminent bientôt',
      one: '{{count}} lien n’a pas pu être renouvelé depuis longtemps. Connectez-vous à Internet et ouvrez Liaison.',
      other: '{{count}} liens n’ont pas pu être renouvelés depuis longtemps. Connectez-vous à Internet et ouvrez Liaison.',
    },
  },
  companyFile: { title: 'Importer le fichier de l’entreprise', kind: 'Fichier de l’entreprise' },
};
