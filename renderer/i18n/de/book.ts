/** The site book. */
export const book = {
  parts: 'Teile dieses Objekts',
  tabs: { link: 'Verknüpfung', visit: 'Besuch', papers: 'Unterlagen und Vertrag' },
  saved: 'Gespeichert.',
  notes: 'Notizen',
  notesHint: 'Was man beim nächsten Besuch wissen muss',
  saveNotes: 'Notizen speichern',
  contract: 'Vertrag',
  contractEndsOn: 'Vertrag endet am',
  contractHint: 'Leer lassen, wenn der Vertrag kein Ende hat.',
  saveDate: 'Datum speichern',
} as const;
