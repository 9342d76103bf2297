import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'Questo file non è una lista del giorno',
    effect: 'Nessun cantiere è stato aggiunto. L’elenco dei cantieri non è cambiato.',
    why: 'Non è né una tabella con le colonne nominate né un calendario, oppure è vuoto, danneggiato o troppo grande.',
    steps: [
      'Nel foglio di calcolo dai alle colonne una prima riga con i loro nomi, per esempio: nome; indirizzo; data; ora.',
      'Salvalo come CSV, oppure esporta gli appuntamenti dal calendario come .ics. Al massimo 500 righe e 2 MB.',
      'Scegli il nuovo file.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
