/** About this program. */
export const about = {
  open: 'About Liaison',
  title: 'About Liaison',
  lead: 'Version {{version}}. Liaison links a customer’s Legrand account and keeps the link alive. It is free software and is not made by Legrand.',
  versions: 'Versions',
  unknown: 'not known',
  licences: 'Licences',
  free: 'You may use, copy and change Liaison under the MIT licence.',
  others: 'Parts made by others',
  count_one: '{{count}} part, under its own licence. Open it to read the text.',
  count_other: '{{count}} parts, each under its own licence. Open one to read its text.',
  beside: 'The licences of Electron and Chromium lie beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.',
} as const;
