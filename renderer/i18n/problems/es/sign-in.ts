import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Dirección de retorno no registrada en Legrand',
    effect: 'La página de Legrand muestra un error en lugar del inicio de sesión. No se ha vinculado nada.',
    why: 'Legrand solo responde a la dirección de retorno registrada para su empresa, letra por letra.',
    steps: [
      'Cierre la página en el navegador.',
      'La oficina copia la dirección de retorno de «Credenciales de la empresa» en el portal de Legrand («First Reply URL»).',
      'Espere la aprobación de Legrand.',
      'Pulse «Probar credenciales» y repita el inicio de sesión.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'El inicio de sesión ha tardado demasiado',
    effect: 'Del navegador no ha llegado ninguna respuesta; tiene 10 minutos para darla. No se ha vinculado nada.',
    why: 'La página se cerró, se olvidó o muestra un mensaje.',
    steps: ['Mire el navegador: ¿hay un mensaje en la página?', 'Pulse «Reabrir la página» o repita el inicio de sesión.', 'Si la página muestra otra cosa, elija «¿Qué ve?».'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'La respuesta no es de este inicio de sesión',
    effect: 'Se ha ignorado una respuesta del navegador. El inicio de sesión en curso continúa con normalidad.',
    why: 'Respondió una pestaña antigua del navegador, o lo intentó otro programa. Por seguridad no se usó.',
    steps: ['Cierre todas las pestañas antiguas de Legrand.', 'Siga en la pestaña más reciente o repita el inicio de sesión.', 'Si se repite, dé el código L-13 a su oficina.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'Ha llegado una respuesta inesperada',
    effect: 'El navegador envió una respuesta sin ningún inicio de sesión en curso. No se ha vinculado nada.',
    why: 'La aplicación se reinició, o se abrió un enlace de un correo o del historial del navegador.',
    steps: ['No hay nada que reparar.', 'Si quiere vincular una vivienda, abra su obra y empiece allí.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'Inicio de sesión interrumpido',
    effect: 'El inicio de sesión no pudo terminar. No se ha vinculado nada.',
    why: 'El portátil se suspendió o se actualizó, o se cerró la aplicación.',
    steps: ['Enchufe el cargador.', 'Repita el inicio de sesión para la misma obra.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'Clave secreta de la empresa caducada',
    effect: 'Legrand rechaza a toda la empresa hasta que se cambie la clave secreta. Todos los vínculos se conservan.',
    why: 'La clave secreta que da Legrand dura un año. El mensaje de Legrand pide volver a iniciar sesión, y eso confunde: el cliente no puede hacer nada.',
    steps: [
      'No pida al cliente que inicie sesión.',
      'La oficina renueva la clave secreta en el portal de desarrolladores de Legrand.',
      'Use «Cambiar clave secreta» en «Credenciales de la empresa»: todos los vínculos se conservan.',
      'Después los vínculos siguen por sí solos. «Renovaciones» los muestra uno por uno.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand rechaza varios vínculos a la vez',
    effect: 'No se da por perdido ningún vínculo. La aplicación solo prueba uno de vez en cuando. Todos se conservan.',
    why: 'Cuando se rechazan todos juntos, difícilmente es cosa de los clientes. Casi siempre la clave secreta de la empresa ha caducado y Legrand no lo dice.',
    steps: [
      'No pida a ningún cliente que inicie sesión.',
      'La oficina mira la clave secreta en el portal de desarrolladores de Legrand y la renueva si tiene un año.',
      'Use «Cambiar clave secreta» en «Credenciales de la empresa»: todos los vínculos se conservan y siguen por sí solos.',
      'Solo si la oficina está segura de que la clave secreta es buena: «Renovaciones», y allí «Credenciales correctas: reintentar cada vínculo».',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
