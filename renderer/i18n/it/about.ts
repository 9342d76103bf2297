/** About this program. */
export const about = {
  open: 'Informazioni su Liaison',
  title: 'Informazioni su Liaison',
  lead: 'Versione {{version}}. Liaison collega l’account Legrand di un cliente e mantiene attivo il collegamento. È software libero e non è un prodotto di Legrand.',
  versions: 'Versioni',
  unknown: 'non nota',
  licences: 'Licenze',
  free: 'Puoi usare, copiare e modificare Liaison secondo la licenza MIT.',
  others: 'Parti di altri autori',
  count_one: '{{count}} parte, con la propria licenza. Aprila per leggere il testo.',
  count_other: '{{count}} parti, ognuna con la propria licenza. Aprine una per leggere il testo.',
  beside: 'Le licenze di Electron e Chromium si trovano accanto al programma, in LICENSE.electron.txt e LICENSES.chromium.html.',
} as const;
