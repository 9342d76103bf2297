import type { LinkStore } from './link.ts';

/**
 * How many of `ids`, the links renewed longest ago first (as `renewable` gives them), were renewed at `at` or earlier. Looks at a few
 * of them only: to open ten thousand records takes a second.
 */
export function countRenewedUntil(links: Pick<LinkStore, 'find'>, ids: readonly string[], at: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const renewedAt = links.find(ids[middle] ?? '')?.renewedAt ?? Number.POSITIVE_INFINITY;
    if (renewedAt <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
