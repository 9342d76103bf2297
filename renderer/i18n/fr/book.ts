/** The site book. */
export const book = {
  parts: 'Parties de ce chantier',
  tabs: { link: 'Liaison', visit: 'Visite', papers: 'Documents et contrat' },
  saved: 'Enregistré.',
  notes: 'Notes',
  notesHint: 'Ce que le prochain intervenant doit savoir',
  saveNotes: 'Enregistrer les notes',
  contract: 'Contrat',
  contractEndsOn: 'Fin du contrat le',
  contractHint: 'À laisser vide pour un contrat sans fin prévue.',
  saveDate: 'Enregistrer la date',
} as const;
