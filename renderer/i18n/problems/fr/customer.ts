import type { ProblemText } from '../types.ts';

/** L-20 to L-28: the customer's account and home. */
export const customer = {
  'L-20': {
    title: 'Réponse de connexion expirée',
    effect: 'Legrand n’a plus accepté la réponse de la connexion. Rien n’a été lié.',
    why: 'La réponse ne sert qu’une fois, et pendant peu de temps.',
    steps: ['Recommencez la connexion.', 'Si cela se répète, contrôlez l’heure de l’ordinateur (L-58) et la vitesse du réseau.'],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-21': {
    title: 'E-mail ou mot de passe refusé par Legrand',
    effect: 'La page de Legrand refuse la connexion. L’application ne voit jamais le mot de passe.',
    why: 'C’est souvent le compte d’une autre marque (Legrand, BTicino, Netatmo), ou le clavier est dans une autre langue.',
    steps: [
      'Le client essaie le même e-mail et le même mot de passe dans l’app Legrand de son téléphone.',
      'Si cela marche, contrôlez la langue du clavier de cet ordinateur.',
      'Sinon, le client réinitialise son mot de passe : voir L-22.',
    ],
    who: ['customer'],
    retry: 'safe',
  },
  'L-22': {
    title: 'Mot de passe oublié',
    effect: 'Le client ne peut pas encore se connecter. Rien n’a été lié.',
    why: 'Cela arrive souvent ; l’installation n’y est pour rien.',
    steps: ['Le client réinitialise son mot de passe sur son propre téléphone, dans l’app Legrand.', 'Attendez l’e-mail ; regardez aussi dans les indésirables.', 'Recommencez la connexion.'],
    who: ['customer'],
    retry: 'safe',
  },
  'L-23': {
    title: 'Le client n’a pas encore de compte',
    effect: 'Sans compte du client, rien ne peut être lié.',
    why: 'Il faut un compte au nom du client, créé par lui-même.',
    steps: [
      'Le client installe l’app Legrand et crée son compte.',
      'Si vous avez fait l’installation avec votre propre compte : invitez le client, puis retirez-vous.',
      'Commencez ensuite la liaison.',
    ],
    who: ['customer'],
    retry: 'afterFix',
  },
  'L-24': {
    title: 'Ce logement est déjà lié à un autre chantier',
    effect: 'Le logement trouvé est lié à un autre chantier. Rien n’a été enregistré.',
    why: 'Très probablement, le client précédent était encore connecté dans le navigateur.',
    steps: ['Ne confirmez pas.', 'Fermez toutes les fenêtres du navigateur.', 'Appuyez sur « Déconnecter et recommencer », de préférence dans une fenêtre privée.', 'Si c’est vraiment le même logement, ouvrez plutôt cet autre chantier.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-25': {
    title: 'Mauvais compte',
    effect: 'Le compte connecté n’est pas celui de ce logement. Ce qui a été reçu est effacé ; une liaison déjà en place est conservée.',
    why: 'Quelqu’un d’autre était connecté, ou le client a plusieurs comptes.',
    steps: ['Appuyez sur « Déconnecter et recommencer », et fermez la fenêtre du navigateur.', 'Le client se connecte avec le bon e-mail.'],
    who: ['customer', 'electrician'],
    retry: 'safe',
  },
  'L-26': {
    title: 'Aucun logement dans ce compte',
    effect: 'Le compte est bon, mais il ne contient aucun logement.',
    why: 'La passerelle est enregistrée sous un autre compte, ou n’est pas encore installée.',
    steps: [
      'Regardez dans l’app Legrand : le logement y apparaît-il ?',
      'S’il apparaît sous un autre e-mail, utilisez ce compte-là : voir L-25.',
      'Sinon, terminez la mise en service de la passerelle et vérifiez de nouveau.',
    ],
    who: ['electrician', 'customer'],
    retry: 'afterFix',
  },
  'L-27': {
    title: 'Une session était déjà ouverte',
    effect: 'Le navigateur avait déjà un compte ouvert avant que le client ait pu taper. Rien n’a été enregistré.',
    why: 'Aucun mot de passe n’a été tapé : c’est peut-être le compte d’un autre client.',
    steps: [
      'Appuyez sur « Déconnecter et recommencer », et fermez la fenêtre du navigateur.',
      'Le client se connecte avec son propre e-mail.',
      'Lisez à voix haute le nom du logement avec le client avant de confirmer.',
    ],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-28': {
    title: 'Autorisation partielle',
    effect: 'La liaison fonctionne, mais pas pour tout.',
    why: 'Le client a décoché quelque chose, ou l’entreprise n’a pas le droit de le demander.',
    steps: ['Expliquez au client ce qui ne fonctionnera pas.', 'Acceptez en l’état, ou demandez au client de se reconnecter.'],
    who: ['customer'],
    retry: 'safe',
  },
} as const satisfies Record<string, ProblemText>;
