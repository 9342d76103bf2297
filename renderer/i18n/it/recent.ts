/** The sites that were opened last. */
export const recent = {
  title: 'Cantieri recenti',
  lead: 'I cantieri aperti per ultimi in questa modalità. Premi {{keys}} in qualsiasi schermata.',
  keys: { mac: '⌘O', other: 'Ctrl+O' },
  none: 'Nessun cantiere è stato ancora aperto.',
  forget: 'Dimentica questa lista',
  forgotten: 'Lista dimenticata.',
} as const;
