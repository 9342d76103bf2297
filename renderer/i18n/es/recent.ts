/** The sites that were opened last. */
export const recent = {
  title: 'Obras recientes',
  lead: 'Las últimas obras abiertas en este modo. Pulse {{keys}} en cualquier pantalla.',
  keys: { mac: '⌘O', other: 'Ctrl+O' },
  none: 'Todavía no se ha abierto ninguna obra.',
  forget: 'Olvidar esta lista',
  forgotten: 'Lista olvidada.',
} as const;
