/** About this program. */
export const about = {
  open: 'Over Liaison',
  title: 'Over Liaison',
  lead: 'Versie {{version}}. Liaison koppelt het Legrand-account van een klant en houdt de koppeling in stand. Het is vrije software en niet gemaakt door Legrand.',
  versions: 'Versies',
  unknown: 'niet bekend',
  licences: 'Licenties',
  free: 'U mag Liaison gebruiken, kopiëren en wijzigen onder de MIT-licentie.',
  others: 'Onderdelen van anderen',
  count_one: '{{count}} onderdeel, met een eigen licentie. Open het om de tekst te lezen.',
  count_other: '{{count}} onderdelen, elk met een eigen licentie. Open er een om de tekst te lezen.',
  beside: 'De licenties van Electron en Chromium staan naast het programma, in LICENSE.electron.txt en LICENSES.chromium.html.',
} as const;
