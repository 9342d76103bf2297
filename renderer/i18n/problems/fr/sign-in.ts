import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Adresse de retour non déclarée chez Legrand',
    effect: 'La page de Legrand montre une erreur au lieu de la connexion. Rien n’a été lié.',
    why: 'Legrand ne répond qu’à l’adresse de retour déclarée pour votre entreprise, à la lettre près.',
    steps: [
      'Fermez la page dans le navigateur.',
      'Le bureau copie l’adresse de retour depuis « Identifiants de l’entreprise » dans le portail de Legrand (« First Reply URL »).',
      'Attendez l’approbation de Legrand.',
      'Appuyez sur « Tester les identifiants », puis recommencez la connexion.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'Délai de connexion dépassé',
    effect: 'Le navigateur n’a pas répondu dans les 10 minutes prévues. Rien n’est lié.',
    why: 'La page a été fermée, oubliée, ou affiche un message.',
    steps: ['Regardez le navigateur : y a-t-il un message sur la page ?', 'Rouvrez la page, ou recommencez la connexion.', 'Si la page montre autre chose, choisissez « Que voyez-vous ? ».'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'Réponse étrangère à cette connexion',
    effect: 'Une réponse du navigateur a été ignorée. La connexion en cours continue normalement.',
    why: 'Un ancien onglet du navigateur a répondu, ou autre chose a essayé de le faire. Par sécurité, la réponse n’a pas été utilisée.',
    steps: ['Fermez tous les anciens onglets Legrand.', 'Continuez dans l’onglet le plus récent, ou recommencez la connexion.', 'Si cela se répète, donnez le code L-13 à votre bureau.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'Réponse reçue sans demande',
    effect: 'Le navigateur a envoyé une réponse alors qu’aucune connexion n’était en cours. Rien n’a été lié.',
    why: 'L’application a été redémarrée, ou un lien a été ouvert depuis un e-mail ou l’historique du navigateur.',
    steps: ['Il n’y a rien à réparer.', 'Pour lier un logement, ouvrez son chantier et commencez là.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'Connexion interrompue',
    effect: 'La connexion n’a pas pu aller jusqu’au bout. Rien n’a été lié.',
    why: 'L’ordinateur s’est mis en veille ou à jour, ou l’application a été fermée.',
    steps: ['Branchez le chargeur.', 'Recommencez la connexion pour le même chantier.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'Clé secrète de l’entreprise expirée',
    effect: 'Legrand refuse toute l’entreprise tant que la clé secrète n’est pas changée. Toutes les liaisons sont conservées.',
    why: 'La clé secrète fournie par Legrand vaut un an. Le message de Legrand demande de se reconnecter, ce qui est trompeur : le client n’y peut rien.',
    steps: [
      'Ne demandez pas au client de se connecter.',
      'Le bureau renouvelle la clé secrète dans le portail développeurs de Legrand.',
      'Utilisez « Changer la clé secrète » dans « Identifiants de l’entreprise » : toutes les liaisons restent.',
      'Les liaisons continuent ensuite d’elles-mêmes. « Renouvellements » les montre une par une.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand refuse plusieurs liaisons à la fois',
    effect: 'Aucune liaison n’est abandonnée. L’application n’en tente plus qu’une de temps en temps. Toutes sont conservées.',
    why: 'Quand toutes sont refusées ensemble, cela ne vient sans doute pas des clients. Le plus souvent, la clé secrète de l’entreprise a expiré et Legrand ne le dit pas.',
    steps: [
      'Ne demandez à aucun client de se connecter.',
      'Le bureau contrôle la clé secrète dans le portail développeurs de Legrand et la renouvelle si elle a un an.',
      'Utilisez « Changer la clé secrète » dans « Identifiants de l’entreprise » : toutes les liaisons restent et continuent d’elles-mêmes.',
      'Seulement si le bureau est sûr que la clé secrète est bonne : « Renouvellements », puis « Identifiants corrects ».',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
