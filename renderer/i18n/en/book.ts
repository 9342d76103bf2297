/** The site book: what belongs to a site besides its link. */
export const book = {
  parts: 'Parts of this site',
  tabs: { link: 'Link', visit: 'Visit', papers: 'Papers and contract' },
  saved: 'Saved.',
  notes: 'Notes',
  notesHint: 'What the next visitor should know',
  saveNotes: 'Save notes',
  contract: 'Contract',
  contractEndsOn: 'Contract ends on',
  contractHint: 'Leave it empty for a contract without an end.',
  saveDate: 'Save date',
} as const;
