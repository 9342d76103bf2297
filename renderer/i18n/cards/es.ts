import type { CustomerCardText } from './types.ts';

/** The card in Spanish. */
export const card: CustomerCardText = {
  language: 'es',
  title: '{{company}} desea vincular su cuenta de Legrand',
  access: 'Esta empresa podrá <strong>ver y probar</strong> sus dispositivos Legrand.',
  password: '<strong>Nunca verá su contraseña</strong>: la escribe usted, en la página de Legrand.',
  end: 'El vínculo <strong>termina por sí solo</strong> tras 90 días sin uso. Puede ponerle fin cuando quiera.',
  refuse: 'Puede decir que no: su instalación funcionará igual.',
  agree: 'Acepto, continuar',
  notNow: 'Ahora no',
  practice: 'Práctica: aquí nada es real',
};
