import type { CustomerLanguage } from './cards/types.ts';

/** What the customer must understand outside the card. `back` leads the electrician back from the card. */
export interface CustomerWords {
  readonly back: string;
  readonly signIn: string;
  readonly home: string;
}

const words: Readonly<Record<CustomerLanguage, CustomerWords>> = {
  en: {
    back: 'Back to the electrician',
    signIn: 'Please sign in on Legrand’s page in the browser. Only you type your e‑mail and password.',
    home: 'Is this your home? If not, say no: then nothing is saved.',
  },
  fr: {
    back: 'Retour à l’électricien',
    signIn: 'Connectez-vous sur la page de Legrand dans le navigateur. C’est à vous, et à personne d’autre, de taper votre e‑mail et votre mot de passe.',
    home: 'Est-ce bien votre logement ? Sinon, dites non : rien ne sera enregistré.',
  },
  it: {
    back: 'Torna all’elettricista',
    signIn: 'Acceda al Suo account sulla pagina di Legrand nel browser. E‑mail e password le digita solo Lei.',
    home: 'È la Sua abitazione? Se non lo è, dica di no: non viene salvato nulla.',
  },
  de: {
    back: 'Zurück zum Elektriker',
    signIn: 'Bitte melden Sie sich im Browser auf der Seite von Legrand an. Nur Sie geben Ihre E‑Mail‑Adresse und Ihr Passwort ein.',
    home: 'Ist das Ihr Zuhause? Wenn nicht, sagen Sie Nein: Dann wird nichts gespeichert.',
  },
  es: {
    back: 'Volver al electricista',
    signIn: 'Inicie sesión en la página de Legrand, en el navegador. Solo usted escribe su correo y su contraseña.',
    home: '¿Es esta su vivienda? Si no lo es, diga que no: no se guardará nada.',
  },
  nl: {
    back: 'Terug naar de elektricien',
    signIn: 'Log in op de pagina van Legrand in de browser. Alleen u typt uw e‑mailadres en uw wachtwoord.',
    home: 'Is dit uw woning? Zo niet, zeg dan nee: dan wordt er niets opgeslagen.',
  },
};

/** The words in the customer's own language. */
export function customerWords(language: CustomerLanguage): CustomerWords {
  return words[language];
}
