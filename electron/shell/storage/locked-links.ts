import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../contract/problems.ts';
import { failure } from '../../contract/result.ts';
import type { Link, LinkStore } from '../../links/link.ts';
import { createLinkQueries } from './link-queries.ts';
import { linkFromRow, readLinkRow, readRenewal, readRenewals, type Closed } from './link-rows.ts';
import { otherSiteWithHome } from './other-site.ts';

/**
 * The links of a folder whose vault did not open, so that the site book does not say "not linked" of a site that is. Its links
 * are `locked` (the key store does not answer now) or `quarantined` (L-61: the key is another one); every change and every
 * reading of tokens fails with `problem`; the planner finds nothing to present.
 */
export function createLockedLinks(db: DatabaseSync, problem: Problem): LinkStore {
  const closed: Closed = { condition: problem.code === 'L-61' ? 'quarantined' : 'locked', problem };
  const refuse = (): ReturnType<typeof failure> => failure(problem);
  const linkBy = (by: 'id' | 'site_id', value: string): Link | null => {
    const row = readLinkRow(db, by, value);
    return row && linkFromRow(db, row, closed);
  };
  const { counts, otherRenewedAfter } = createLinkQueries(db);
  return {
    findBySite: (siteId) => linkBy('site_id', siteId),
    find: (linkId) => linkBy('id', linkId),
    readTokens: refuse,
    create: refuse,
    beginRenewal: refuse,
    completeRenewal: refuse,
    settleRenewal: refuse,
    keepUnusableAnswer: refuse,
    pendingRenewals: () => readRenewals(db),
    pendingRenewal: (linkId) => readRenewal(db, linkId),
    setStanding: refuse,
    saveProof: refuse,
    remove: refuse,
    // Accounts are compared by a fingerprint under the key that is not there.
    findOtherSite: (siteId, homeIds) => otherSiteWithHome(db, siteId, homeIds),
    compareAccount: () => 'unknown',
    due: () => [],
    nextDueAt: () => null,
    renewable: () => [],
    suspects: () => [],
    ended: () => [],
    otherRenewedAfter,
    control: () => null,
    counts,
  };
}
