/** The sites that were opened last. */
export const recent = {
  title: 'Recent sites',
  lead: 'The sites you opened last in this mode. Press {{keys}} on any screen.',
  keys: { mac: '⌘O', other: 'Ctrl+O' },
  none: 'No site was opened yet.',
  forget: 'Forget this list',
  forgotten: 'List forgotten.',
} as const;
