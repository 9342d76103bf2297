import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'Dit bestand is geen daglijst',
    effect: 'Er is geen locatie toegevoegd. De locatielijst is ongewijzigd.',
    why: 'Het is geen tabel met benoemde kolommen en geen agenda, of het is leeg, beschadigd of te groot.',
    steps: [
      'Geef de kolommen in de tabel een eerste regel met hun namen, bijvoorbeeld: naam; adres; datum; tijd.',
      'Sla hem op als CSV, of exporteer de afspraken uit de agenda als .ics. Hoogstens 500 regels en 2 MB.',
      'Kies het nieuwe bestand.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
