import type { ProblemText } from '../types.ts';

/** L-86: a day list. */
export const dayList = {
  'L-86': {
    title: 'Diese Datei ist keine Tagesliste',
    effect: 'Kein Objekt wurde angelegt. Die Objektliste ist unverändert.',
    why: 'Sie ist weder eine Tabelle mit benannten Spalten noch ein Kalender, oder sie ist leer, beschädigt oder zu groß.',
    steps: [
      'Geben Sie den Spalten in der Tabelle eine erste Zeile mit ihren Namen, zum Beispiel: Name; Adresse; Datum; Uhrzeit.',
      'Speichern Sie sie als CSV, oder exportieren Sie die Termine aus dem Kalender als .ics. Höchstens 500 Zeilen und 2 MB.',
      'Wählen Sie die neue Datei.',
    ],
    who: ['electrician', 'admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
