/** The site book. */
export const book = {
  parts: 'Parti di questo cantiere',
  tabs: { link: 'Collegamento', visit: 'Visita', papers: 'Documenti e contratto' },
  saved: 'Salvato.',
  notes: 'Note',
  notesHint: 'Ciò che deve sapere chi viene la prossima volta',
  saveNotes: 'Salva le note',
  contract: 'Contratto',
  contractEndsOn: 'Il contratto termina il',
  contractHint: 'Lasciare vuoto per un contratto senza scadenza.',
  saveDate: 'Salva la data',
} as const;
