import type { Problem } from '../contract/problems.ts';
import type { Clock } from '../oauth/ports.ts';
import type { Calm } from './calm.ts';
import type { KeepAlive } from './keep-alive.ts';
import { LINK_LIFETIME_DAYS, type LinkStore } from './link.ts';
import { countRenewedUntil } from './oldest-first.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** After a login the network may need this long. */
const NETWORK_PATIENCE = 5 * MINUTE;
/** A run without a window ends at the latest after this, whatever is still due: the next login goes on. */
const LONGEST_RUN = 10 * MINUTE;
/** What is due within this time is worth waiting for. */
const SOON = 90 * SECOND;
/** A link with fewer days left than this, that could not be renewed, needs a person. */
const WORRY_DAYS = 20;

/** What a run without a window needs. */
export interface BackgroundPorts {
  readonly clock: Clock;
  readonly links: Pick<LinkStore, 'renewable' | 'find' | 'nextDueAt' | 'due' | 'counts'>;
  readonly keepAlive: Pick<KeepAlive, 'poke'>;
  readonly calm: Calm;
  obstacle(): Problem | null;
  /** The company's credentials are the suspect; null: they are not. */
  companyProblem(): Problem | null;
}

/**
 * Why a person must be told: the office, storage that could not be opened (L-35, L-60 …), links that were refused for good during this run,
 * links that end soon and could not be renewed.
 */
export type Concern =
  | { readonly kind: 'company' | 'storage'; readonly problem: Problem }
  | { readonly kind: 'signInAgain' | 'endingSoon'; readonly count: number };

/**
 * Renews what is due after a login, politely, and says what needs a person; null: nobody. Waits for the network up to five minutes
 * and ends after ten at the latest.
 */
export async function runInBackground(ports: BackgroundPorts, isOver: () => boolean): Promise<Concern | null> {
  const { clock, links, calm, keepAlive } = ports;
  const begun = clock.now();
  const endedBefore = links.counts(begun).relinkRequired;
  calm.awake();
  keepAlive.poke();
  while (!isOver() && shouldGoOn(ports, begun)) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await pause(clock, 5 * SECOND);
  }
  return concernOf(ports, endedBefore);
}

function shouldGoOn({ clock, links, calm, obstacle, companyProblem }: BackgroundPorts, begun: number): boolean {
  const now = clock.now();
  const passed = now - begun;
  // A clock that was set back must not keep the program for years.
  if (passed < 0 || passed >= LONGEST_RUN || companyProblem()) return false;
  const isWanted = links.due(now, 1).length > 0 || (links.nextDueAt(now) ?? Number.POSITIVE_INFINITY) <= now + SOON;
  if (!isWanted) return false;
  return calm.remaining() !== 0 || obstacle() === null || passed < NETWORK_PATIENCE;
}

function concernOf({ clock, links, companyProblem }: BackgroundPorts, endedBefore: number): Concern | null {
  const problem = companyProblem();
  if (problem) return { kind: 'company', problem };
  const ended = links.counts(clock.now()).relinkRequired - endedBefore;
  if (ended > 0) return { kind: 'signInAgain', count: ended };
  const worry = clock.now() - (LINK_LIFETIME_DAYS - WORRY_DAYS) * DAY;
  const endingSoon = countRenewedUntil(links, links.renewable(), worry);
  return endingSoon > 0 ? { kind: 'endingSoon', count: endingSoon } : null;
}

async function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}
