import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { Received } from './attempt.ts';
import type { Link, LinkStore, NewLink } from './link.ts';
import type { Surroundings } from './surroundings.ts';

/** L-24 when one of these homes, or this account, belongs to another site already; very likely the previous customer was still signed in. */
export function guardOtherSite(links: LinkStore, siteId: string, { homes, account }: Pick<Received, 'homes' | 'account'>): Problem | null {
  const other = links.findOtherSite(siteId, (homes ?? []).map((home) => home.id), account.subject);
  return other ? { code: 'L-24', siteName: other.siteName, reason: other.what } : null;
}

function newLink(siteId: string, received: Received, at: number): NewLink {
  const { accessToken, accessTokenExpiresAt, refreshToken } = received.tokens;
  return {
    siteId,
    at,
    tokens: { accessToken, accessTokenExpiresAt, refreshToken },
    accountLabel: received.account.label,
    accountSubject: received.account.subject,
    proof: { at: received.readAt, homes: received.homes },
  };
}

/** Stores what a person confirmed; fails with the store's problem (L-62) and nothing stored. "Proven" is only written when homes were really read (R3). */
export function storeConfirmed(ports: Pick<Surroundings, 'clock' | 'links' | 'history'>, siteId: string, received: Received): Result<Link> {
  const created = ports.links.create(newLink(siteId, received, ports.clock.now()));
  if (!created.ok) return created;
  // The link itself is safe by now; losing the remark why homes could not be read is no reason to take it back.
  if (received.problem) ports.links.setCondition(created.value.id, 'active', received.problem);
  ports.history(siteId, 'linked');
  if (received.homes) ports.history(siteId, 'proven');
  return created;
}
