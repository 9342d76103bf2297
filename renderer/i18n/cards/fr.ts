import type { CustomerCardText } from './types.ts';

/** The card in French. */
export const card: CustomerCardText = {
  language: 'fr',
  title: '{{company}} souhaite lier votre compte Legrand',
  access: 'Cette entreprise pourra <strong>voir et tester</strong> vos appareils Legrand.',
  password: 'Elle <strong>ne verra jamais votre mot de passe</strong>. Vous le tapez vous-même, sur la page de Legrand.',
  end: 'La liaison <strong>s’arrête d’elle-même</strong> après 90 jours sans utilisation. Vous pouvez l’arrêter à tout moment.',
  refuse: 'Vous pouvez refuser. Votre installation fonctionnera aussi bien.',
  agree: 'J’accepte, continuer',
  notNow: 'Pas maintenant',
  practice: 'Entraînement : rien n’est réel',
};
