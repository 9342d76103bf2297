/** How many rows Page up and Page down pass. */
const LEAP = 10;

/** The row a key leads to from row `from` of `total`; null for a key that moves nothing. */
export function rowAfter(key: string, from: number, total: number): number | null {
  const to: Readonly<Record<string, number>> = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + LEAP, PageUp: from - LEAP, Home: 0, End: total - 1 };
  const wanted = Object.hasOwn(to, key) ? to[key] : undefined;
  return wanted === undefined || total === 0 ? null : Math.min(total - 1, Math.max(0, wanted));
}
