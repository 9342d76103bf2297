import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'Ce fichier n’est pas une liste du jour',
    effect: 'Aucun chantier n’a été ajouté. Vos chantiers n’ont pas changé.',
    why: 'Ce n’est ni un tableau aux colonnes nommées ni un calendrier, ou il est vide, abîmé ou trop gros.',
    steps: [
      'Dans le tableur, donnez aux colonnes une première ligne avec leurs noms, par exemple : nom; adresse; date; heure.',
      'Enregistrez-le en CSV, ou exportez les rendez-vous du calendrier en .ics. Au plus 500 lignes et 2 Mo.',
      'Choisissez le nouveau fichier.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
