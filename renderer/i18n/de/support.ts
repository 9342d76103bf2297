/** The support file. */
export const support = {
  open: 'Support-Datei erstellen',
  title: 'Support-Datei',
  lead: 'Eine Datei für alle, die Ihnen aus der Ferne helfen. Lesen Sie sie zuerst; nichts wird von selbst gesendet.',
  inTitle: 'Das steht darin',
  in: {
    program: 'Versionen des Programms und des Systems',
    checks: 'das letzte Ergebnis von „Einsatz-Check“, die Uhr und wer die Rückkehradresse erhält',
    counts: 'wie viele Objekte und Verknüpfungen es gibt und in welchem Zustand',
    events: 'die letzten 200 Ereignisse mit den Codes der Probleme',
  },
  outTitle: 'Das steht nie darin',
  out: {
    customers: 'Namen, Adressen und Wohnungen von Kunden',
    secrets: 'Geheimnisse, Schlüssel und Passwörter',
    accounts: 'Konten und E-Mail-Adressen',
    files: 'Notizen, Fotos und Dokumente',
  },
  fileTitle: 'Die Datei, Wort für Wort',
  save: 'Support-Datei speichern',
  saved: 'Support-Datei gespeichert.',
  showLog: 'Protokollordner anzeigen',
  stays: 'Sie bleibt auf diesem Laptop, bis Sie sie weitergeben.',
} as const;
