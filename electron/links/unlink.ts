import { failure, type Result } from '../contract/result.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Ends the link of a site on this laptop: its tokens are deleted at once and durably, and nothing is presented any more. A renewal
 * under way finds no row for its answer and is dropped. Legrand documents no call that withdraws a permission, so none is made.
 * Fails with L-81 (no link) or L-60 … L-62 (cannot save; nothing changed).
 */
export function unlink({ links, clock, history, changed }: Pick<Surroundings, 'links' | 'clock' | 'history' | 'changed'>, siteId: string): Result<null> {
  const link = links.findBySite(siteId);
  if (!link) return failure({ code: 'L-81', field: 'siteId' });
  const removed = links.remove(link.id, clock.now());
  if (!removed.ok) return removed;
  history(siteId, 'unlinked');
  changed();
  return removed;
}
