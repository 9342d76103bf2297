/** `text` as it is searched and sorted: lower case, without accents. */
export function fold(text: string): string {
  // The Greek sigma has two small forms, and which one depends on what follows.
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ');
}
