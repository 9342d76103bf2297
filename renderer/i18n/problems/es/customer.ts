import type { ProblemText } from '../types.ts';

/** L-20 to L-28: the customer's account and home. */
export const customer = {
  'L-20': {
    title: 'Respuesta del inicio de sesión caducada',
    effect: 'Legrand ya no aceptó la respuesta del inicio de sesión. No se ha vinculado nada.',
    why: 'La respuesta vale una sola vez y durante poco tiempo.',
    steps: ['Repita el inicio de sesión.', 'Si vuelve a pasar, compruebe la hora del portátil (L-58) y la velocidad de la red.'],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-21': {
    title: 'Legrand no acepta el correo o la contraseña',
    effect: 'La página de Legrand rechaza el inicio de sesión. La aplicación no ve nunca la contraseña.',
    why: 'A menudo se usa la cuenta de otra marca (Legrand, BTicino, Netatmo), o el teclado está en otro idioma.',
    steps: [
      'El cliente prueba el mismo correo y la misma contraseña en la app de Legrand de su móvil.',
      'Si ahí funcionan, mire el idioma del teclado de este portátil.',
      'Si no, el cliente restablece la contraseña: vea L-22.',
    ],
    who: ['customer'],
    retry: 'safe',
  },
  'L-22': {
    title: 'Contraseña olvidada',
    effect: 'El cliente aún no puede iniciar sesión. No se ha vinculado nada.',
    why: 'Pasa a menudo y no es un fallo de la instalación.',
    steps: ['El cliente restablece la contraseña en su propio móvil, en la app de Legrand.', 'Espere el correo; mire también en la carpeta de correo no deseado.', 'Repita el inicio de sesión.'],
    who: ['customer'],
    retry: 'safe',
  },
  'L-23': {
    title: 'El cliente todavía no tiene cuenta',
    effect: 'Sin una cuenta del cliente no se puede vincular nada.',
    why: 'Hace falta la cuenta del propio cliente, creada por él.',
    steps: [
      'El cliente instala la app de Legrand y crea la cuenta.',
      'Si usted instaló con su propia cuenta: invite al cliente y después quítese usted.',
      'Luego empiece a vincular.',
    ],
    who: ['customer'],
    retry: 'afterFix',
  },
  'L-24': {
    title: 'Esta vivienda ya está vinculada a otra obra',
    effect: 'La vivienda encontrada está vinculada a otra obra. No se ha guardado nada.',
    why: 'Lo más probable es que el cliente anterior siguiera con la sesión abierta en el navegador.',
    steps: ['No confirme.', 'Cierre todas las ventanas del navegador.', 'Pulse «Cerrar sesión y empezar de nuevo»: mejor en una ventana privada.', 'Si de verdad es la misma vivienda, abra mejor esa otra obra.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-25': {
    title: 'Cuenta equivocada',
    effect: 'La cuenta con la que se inició sesión no es la de esta vivienda. Lo recibido se ha borrado; un vínculo que ya existía se conserva.',
    why: 'Otra persona tenía la sesión abierta, o el cliente tiene varias cuentas.',
    steps: ['Pulse «Cerrar sesión y empezar de nuevo» y cierre la ventana del navegador.', 'Inicie sesión con el correo correcto.'],
    who: ['customer', 'electrician'],
    retry: 'safe',
  },
  'L-26': {
    title: 'No hay ninguna vivienda en esta cuenta',
    effect: 'La cuenta es correcta, pero no contiene ninguna vivienda.',
    why: 'La pasarela está registrada en otra cuenta, o aún no está instalada.',
    steps: [
      'Mire en la app de Legrand: ¿aparece la vivienda?',
      'Si aparece con otro correo, use esa cuenta: vea L-25.',
      'Si no, termine la puesta en marcha de la pasarela y compruebe de nuevo.',
    ],
    who: ['electrician', 'customer'],
    retry: 'afterFix',
  },
  'L-27': {
    title: 'Ya había una sesión abierta',
    effect: 'El navegador ya reconoció a alguien antes de que el cliente pudiera escribir. No se ha guardado nada.',
    why: 'No se escribió ninguna contraseña, así que puede ser la cuenta de otro cliente.',
    steps: ['Pulse «Cerrar sesión y empezar de nuevo» y cierre la ventana del navegador.', 'El cliente inicia sesión con su propio correo.', 'Antes de confirmar, lea en voz alta el nombre de la vivienda con el cliente.'],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-28': {
    title: 'Solo se ha dado una parte del permiso',
    effect: 'El vínculo funciona, pero no para todo.',
    why: 'El cliente desmarcó algo, o la empresa no tiene derecho a pedirlo.',
    steps: ['Explique al cliente lo que no funcionará.', 'Acéptelo así, o que el cliente inicie sesión otra vez.'],
    who: ['customer'],
    retry: 'safe',
  },
} as const satisfies Record<string, ProblemText>;
