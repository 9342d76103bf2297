/** About this program. */
export const about = {
  open: 'Acerca de Liaison',
  title: 'Acerca de Liaison',
  lead: 'Versión {{version}}. Liaison vincula la cuenta Legrand de un cliente y mantiene el vínculo. Es software libre y no es un producto de Legrand.',
  versions: 'Versiones',
  unknown: 'no se conoce',
  licences: 'Licencias',
  free: 'Puede usar, copiar y modificar Liaison según la licencia MIT.',
  others: 'Partes de otros autores',
  count_one: '{{count}} parte, con su propia licencia. Ábrala para leer el texto.',
  count_other: '{{count}} partes, cada una con su propia licencia. Abra una para leer el texto.',
  beside: 'Las licencias de Electron y Chromium están junto al programa, en LICENSE.electron.txt y LICENSES.chromium.html.',
} as const;
