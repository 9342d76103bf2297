import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { Received } from './attempt.ts';
import type { Link, LinkStore, NewLink } from './link.ts';
import { chanceOf, keepAliveAt } from './policy.ts';
import { standingOf } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

type Seen = Pick<Received, 'homes' | 'account'>;

/** Why what was seen must not be linked to this site (L-24, L-25); null when it may. */
export function guardAccount(links: LinkStore, siteId: string, seen: Seen): Problem | null {
  return guardOtherSite(links, siteId, seen) ?? guardSameAccount(links, siteId, seen);
}

/** L-24 when one of these homes, or this account, belongs to another site already; very likely the previous customer was still signed in. */
function guardOtherSite(links: LinkStore, siteId: string, { homes, account }: Seen): Problem | null {
  const other = links.findOtherSite(siteId, (homes ?? []).map((home) => home.id), account.subject);
  return other ? { code: 'L-24', siteName: other.siteName, reason: other.what } : null;
}

/**
 * L-25 when the site is linked already and the sign-in sees another account, or none of the homes that were proven: a link is renewed
 * for the same customer, never exchanged. Whoever wants another account ends the link first.
 */
function guardSameAccount(links: LinkStore, siteId: string, { homes, account }: Seen): Problem | null {
  const former = links.findBySite(siteId);
  if (!former) return null;
  const compared = links.compareAccount(siteId, account.subject);
  if (compared === 'other') return { code: 'L-25', reason: 'otherAccount' };
  const proven = former.proof?.homes ?? [];
  const isAnySeen = homes === null || proven.length === 0 || homes.some((home) => proven.some(({ id }) => id === home.id));
  // The same account may have moved house; only where the account itself cannot be compared do the homes decide.
  return compared === 'unknown' && !isAnySeen ? { code: 'L-25', reason: 'otherHomes' } : null;
}

function newLink(siteId: string, received: Received, at: number, chance: number): NewLink {
  const { accessToken, accessTokenExpiresAt, refreshToken } = received.tokens;
  return {
    siteId,
    at,
    tokens: { accessToken, accessTokenExpiresAt, refreshToken },
    accountLabel: received.account.label,
    accountSubject: received.account.subject,
    proof: { at: received.readAt, homes: received.homes },
    nextAt: keepAliveAt(at, chance),
  };
}

/** Stores what a person confirmed; fails with the store's problem (L-62) and nothing stored. "Proven" is only written when homes were really read (R3). */
export function storeConfirmed(ports: Pick<Surroundings, 'clock' | 'links' | 'history' | 'random'>, siteId: string, received: Received): Result<Link> {
  const isAgain = ports.links.findBySite(siteId) !== null;
  const created = ports.links.create(newLink(siteId, received, ports.clock.now(), chanceOf(ports.random)));
  if (!created.ok) return created;
  const standing = standingOf(created.value);
  // The link itself is safe by now; losing the remark why homes could not be read is no reason to take it back.
  if (received.problem && standing) ports.links.setStanding(created.value.id, { ...standing, problem: received.problem });
  ports.history(siteId, isAgain ? 'linkedAgain' : 'linked');
  if (received.homes) ports.history(siteId, 'proven');
  return created;
}
