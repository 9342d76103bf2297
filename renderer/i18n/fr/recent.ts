/** The sites that were opened last. */
export const recent = {
  title: 'Chantiers récents',
  lead: 'Les derniers chantiers ouverts dans ce mode. Appuyez sur {{keys}} depuis n’importe quel écran.',
  keys: { mac: '⌘O', other: 'Ctrl+O' },
  none: 'Aucun chantier n’a encore été ouvert.',
  forget: 'Oublier cette liste',
  forgotten: 'Liste oubliée.',
} as const;
