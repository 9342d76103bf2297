/** The site book. */
export const book = {
  parts: 'Delen van deze locatie',
  tabs: { link: 'Koppeling', visit: 'Bezoek', papers: 'Documenten en contract' },
  saved: 'Opgeslagen.',
  notes: 'Notities',
  notesHint: 'Wat de volgende bezoeker moet weten',
  saveNotes: 'Notities opslaan',
  contract: 'Contract',
  contractEndsOn: 'Contract eindigt op',
  contractHint: 'Leeg laten bij een contract zonder einde.',
  saveDate: 'Datum opslaan',
} as const;
