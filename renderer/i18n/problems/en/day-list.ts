import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'This file cannot be read as a day list',
    effect: 'No site was added. The site book is unchanged.',
    why: 'It is neither a table with named columns nor a calendar, or it is empty, damaged or too large.',
    steps: [
      'In the spreadsheet give the columns a first line with their names, for example: name; address; date; time.',
      'Save it as CSV, or export the appointments from the calendar as .ics. At most 500 lines and 2 MB.',
      'Choose the new file.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
