/** The sites that were opened last. */
export const recent = {
  title: 'Recente locaties',
  lead: 'De locaties die u in deze modus het laatst hebt geopend. Druk op elk scherm op {{keys}}.',
  keys: { mac: '⌘O', other: 'Ctrl+O' },
  none: 'Er is nog geen locatie geopend.',
  forget: 'Deze lijst vergeten',
  forgotten: 'Lijst vergeten.',
} as const;
