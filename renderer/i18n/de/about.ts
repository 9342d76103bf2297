/** About this program. */
export const about = {
  open: 'Über Liaison',
  title: 'Über Liaison',
  lead: 'Version {{version}}. Liaison verknüpft das Legrand-Konto eines Kunden und erhält die Verknüpfung. Es ist freie Software und stammt nicht von Legrand.',
  versions: 'Versionen',
  unknown: 'nicht bekannt',
  licences: 'Lizenzen',
  free: 'Sie dürfen Liaison unter der MIT-Lizenz benutzen, kopieren und ändern.',
  others: 'Bestandteile von anderen',
  count_one: '{{count}} Bestandteil mit eigener Lizenz. Öffnen Sie ihn, um den Text zu lesen.',
  count_other: '{{count}} Bestandteile, jeder mit eigener Lizenz. Öffnen Sie einen, um den Text zu lesen.',
  beside: 'Die Lizenzen von Electron und Chromium liegen neben dem Programm, in LICENSE.electron.txt und LICENSES.chromium.html.',
} as const;
