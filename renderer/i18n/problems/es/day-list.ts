import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'Este archivo no es una lista del día',
    effect: 'No se ha añadido ninguna obra. La lista de obras no ha cambiado.',
    why: 'No es una tabla con columnas con nombre ni un calendario, o está vacío, dañado o es demasiado grande.',
    steps: [
      'En la hoja de cálculo dé a las columnas una primera línea con sus nombres, por ejemplo: nombre; dirección; fecha; hora.',
      'Guárdela como CSV, o exporte las citas del calendario como .ics. Como máximo 500 líneas y 2 MB.',
      'Elija el archivo nuevo.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
