/** About this program. */
export const about = {
  open: 'À propos de Liaison',
  title: 'À propos de Liaison',
  lead: 'Version {{version}}. Cette application lie le compte Legrand d’un client et maintient la liaison. C’est un logiciel libre ; il n’est pas édité par Legrand.',
  versions: 'Versions',
  unknown: 'non connue',
  licences: 'Licences',
  free: 'Vous pouvez utiliser, copier et modifier cette application selon la licence MIT.',
  others: 'Composants d’autres auteurs',
  count_one: '{{count}} composant, sous sa propre licence. Ouvrez-le pour lire le texte.',
  count_other: '{{count}} composants, chacun sous sa propre licence. Ouvrez-en un pour lire le texte.',
  beside: 'Les licences d’Electron et de Chromium se trouvent à côté de l’application, dans LICENSE.electron.txt et LICENSES.chromium.html.',
} as const;
