import type { CustomerCardText } from './types.ts';

/** The card in German. */
export const card: CustomerCardText = {
  language: 'de',
  title: '{{company}} möchte Ihr Legrand-Konto verknüpfen',
  access: 'Die Firma kann dann Ihre Legrand-Geräte <strong>sehen und testen</strong>.',
  password: 'Ihr Passwort <strong>sieht die Firma nie</strong>. Sie tippen es selbst ein, auf der Seite von Legrand.',
  end: 'Die Verknüpfung <strong>endet von selbst</strong> nach 90 Tagen ohne Nutzung. Sie können sie jederzeit beenden.',
  refuse: 'Sie dürfen Nein sagen: Ihre Anlage funktioniert trotzdem.',
  agree: 'Einverstanden, weiter',
  notNow: 'Jetzt nicht',
  practice: 'Übung: Nichts davon ist echt',
};
