import type { CustomerCardText } from './types.ts';

/** The card in Dutch. */
export const card: CustomerCardText = {
  language: 'nl',
  title: '{{company}} wil uw Legrand-account koppelen',
  access: 'Het bedrijf kan dan uw Legrand-apparaten <strong>zien en testen</strong>.',
  password: 'Uw wachtwoord <strong>ziet het bedrijf nooit</strong>. U typt het zelf in, op de pagina van Legrand.',
  end: 'De koppeling <strong>eindigt vanzelf</strong> na 90 dagen zonder gebruik. U kunt op elk moment stoppen.',
  refuse: 'U mag nee zeggen: uw installatie blijft gewoon werken.',
  agree: 'Akkoord, verder',
  notNow: 'Nu niet',
  practice: 'Oefening: niets hiervan is echt',
};
