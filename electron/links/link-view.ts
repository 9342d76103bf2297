import type { LinkState, LinkView } from '../contract/views.ts';
import { homeView } from '../homes/view.ts';
import type { Link } from './link.ts';
import { linkEndsAt } from './standing.ts';

/** The one word for a link. "Linked" is only said of what a real read proved (product.md R3); one refusal alone is not yet an end. */
export function linkState(link: Pick<Link, 'condition' | 'proof'> | null): LinkState {
  if (!link) return 'notLinked';
  switch (link.condition) {
    case 'active':
      return link.proof?.homes ? 'linked' : 'linkedHomesUnreadable';
    case 'uncertain':
    case 'suspect':
      return 'uncertain';
    case 'relinkRequired':
      return 'signInAgain';
    case 'quarantined':
      return 'unreadable';
    case 'locked':
      return 'locked';
  }
}

/** What was really read, and when; null when only the account was ever seen (product.md R3). */
export function provenHomes(link: Link): LinkView['proof'] {
  const { at, homes } = link.proof ?? { at: 0, homes: null };
  return homes && { at, homes: homes.map((home) => homeView(home)) };
}

/** A link as the window may know it. Times in milliseconds since 1970-01-01 UTC. */
export function linkView(link: Link): LinkView {
  return {
    state: linkState(link),
    linkedAt: link.linkedAt,
    renewedAt: link.renewedAt,
    endsAt: linkEndsAt(link),
    account: link.accountLabel,
    proof: provenHomes(link),
    problem: link.problem,
    nextAt: link.nextAt,
  };
}
