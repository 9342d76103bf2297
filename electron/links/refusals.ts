const ENOUGH_REFUSALS = 3;
const LONG_ENOUGH = 15 * 60 * 1000;

interface Series {
  readonly first: number;
  readonly count: number;
}

/**
 * Counts `invalid_grant` answers of each link: only three of them over at least 15 minutes, with no success between,
 * say that a link is over. The counts live in memory; after a restart counting begins anew, which only makes the
 * program more patient.
 */
export class Refusals {
  readonly #series = new Map<string, Series>();

  /** Notes a refusal at `at` (milliseconds since 1970-01-01 UTC); true when the link must be taken as ended. */
  note(linkId: string, at: number): boolean {
    const { first, count } = this.#series.get(linkId) ?? { first: at, count: 0 };
    this.#series.set(linkId, { first, count: count + 1 });
    return count + 1 >= ENOUGH_REFUSALS && at - first >= LONG_ENOUGH;
  }

  /** A renewal succeeded, so whatever was refused before was not the link's end. */
  forget(linkId: string): void {
    this.#series.delete(linkId);
  }
}
