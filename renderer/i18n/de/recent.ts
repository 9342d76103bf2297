/** The sites that were opened last. */
export const recent = {
  title: 'Zuletzt geöffnete Objekte',
  lead: 'Die zuletzt geöffneten Objekte in diesem Modus. Drücken Sie {{keys}} auf jeder Seite.',
  keys: { mac: '⌘O', other: 'Strg+O' },
  none: 'Es wurde noch kein Objekt geöffnet.',
  forget: 'Diese Liste vergessen',
  forgotten: 'Liste vergessen.',
} as const;
