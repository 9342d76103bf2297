import type { CustomerCardText } from './types.ts';

/** The card in Italian. */
export const card: CustomerCardText = {
  language: 'it',
  title: '{{company}} chiede di collegare il Suo account Legrand',
  access: 'L’azienda potrà <strong>vedere e provare</strong> i Suoi dispositivi Legrand.',
  password: 'L’azienda <strong>non vede mai la Sua password</strong>: la digita Lei, sulla pagina di Legrand.',
  end: 'Il collegamento <strong>termina da solo</strong> dopo 90 giorni senza utilizzo. Può interromperlo quando vuole.',
  refuse: 'Può dire di no: il Suo impianto funziona comunque.',
  agree: 'Accetto, continuiamo',
  notNow: 'Non ora',
  practice: 'Esercitazione: qui nulla è reale',
};
