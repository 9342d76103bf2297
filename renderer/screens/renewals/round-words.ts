import type { ProblemCode } from '../../../electron/contract/problems.ts';
import type { RenewalOutcome, RenewalResult, RenewalsView } from '../../../electron/contract/views.ts';
import { concernsCompany } from '../../components/problem-rules.ts';

/** Which of the large sentences is true. */
export type Headline =
  | 'none' | 'safe' | 'partlySafe' | 'due' | 'running' | 'paused' | 'internet' | 'office' | 'waiting' | 'storage' | 'done' | 'doneSome' | 'doneTrouble' | 'doneMany';

/** Which of the sentences below is true. */
export type Lead = 'none' | 'partlySafe' | 'nextAt' | 'nextSoon' | 'nextNever' | 'due' | 'running' | 'paused' | 'internet' | 'waiting' | 'office' | 'storage' | 'triedAgain';

/** What the sentences are filled with. `count` decides between singular and plural. */
export interface Figures {
  readonly count: number;
  readonly safe: number;
  readonly done: number;
  readonly total: number;
  readonly renewed: number;
}

/** Without a connection at all, or with none that lasts: it comes back by itself. */
const internetCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-50', 'L-52', 'L-56']);
const needsYou: readonly RenewalOutcome[] = ['ended', 'failed'];
const triedAgain: readonly RenewalOutcome[] = ['uncertain', 'refused', 'notSent'];
const rank: Readonly<Record<RenewalOutcome, number>> = { ended: 0, failed: 1, refused: 2, uncertain: 3, notSent: 4, renewed: 5 };

/** How many results have one of `outcomes`. */
function countOf(results: readonly RenewalResult[], outcomes: readonly RenewalOutcome[]): number {
  return results.filter((result) => outcomes.includes(result.outcome)).length;
}

/** How many links of the round a person must look after. */
export function troubles(view: RenewalsView): number {
  return countOf(view.results, needsYou);
}

/** How many links of the round the program tries again by itself. */
export function remaining(view: RenewalsView): number {
  return countOf(view.results, triedAgain);
}

function doneHeadline(view: RenewalsView): Headline {
  // The oldest results are not known any more, and so neither is how many links were renewed.
  if (view.results.length < view.done) return 'doneMany';
  if (troubles(view) > 0) return 'doneTrouble';
  return remaining(view) > 0 ? 'doneSome' : 'done';
}

function waitingHeadline(view: RenewalsView): Headline {
  const code = view.reason?.code;
  if (code !== undefined && concernsCompany(code)) return 'office';
  return code !== undefined && internetCodes.has(code) ? 'internet' : 'waiting';
}

function restHeadline({ counts, companyProblem }: RenewalsView): Headline {
  if (counts.links === 0) return 'none';
  if (companyProblem) return 'office';
  if (counts.due > 0) return 'due';
  return counts.uncertain + counts.suspect + counts.relinkRequired > 0 ? 'partlySafe' : 'safe';
}

/** The one large sentence of Renewals. `storage`: links cannot be opened or saved on this laptop now. */
export function headlineOf(view: RenewalsView, storage: boolean): Headline {
  switch (view.round) {
    case 'running':
    case 'paused':
      return view.round;
    case 'waiting':
      return waitingHeadline(view);
    case 'done':
      return doneHeadline(view);
    case 'idle':
      return storage ? 'storage' : restHeadline(view);
  }
}

/** What the large sentence is filled with. */
export function figuresOf(view: RenewalsView, headline: Headline): Figures {
  const { counts, done, total } = view;
  const renewed = countOf(view.results, ['renewed']);
  const safe = Math.max(0, counts.links - counts.uncertain - counts.suspect - counts.relinkRequired);
  const counted: Readonly<Partial<Record<Headline, number>>> = { due: counts.due, done: renewed, doneTrouble: troubles(view) };
  return { count: counted[headline] ?? counts.links, safe, done, total, renewed };
}

function nextLead({ nextAt }: RenewalsView, now: number): Lead {
  if (nextAt === null) return 'nextNever';
  return nextAt <= now ? 'nextSoon' : 'nextAt';
}

/** The sentence below the large one: what happens next, and whether somebody is needed. `now` in milliseconds since 1970-01-01 UTC. */
export function leadOf(view: RenewalsView, headline: Headline, now: number): { readonly lead: Lead; readonly count: number } {
  switch (headline) {
    case 'none':
    case 'partlySafe':
    case 'due':
    case 'running':
    case 'office':
    case 'storage':
    case 'paused':
    case 'internet':
    case 'waiting':
      return { lead: headline, count: view.total - view.done };
    case 'safe':
    case 'done':
    case 'doneSome':
    case 'doneTrouble':
    case 'doneMany': {
      const count = headline === 'doneMany' ? 0 : remaining(view);
      return { lead: view.round === 'done' && count > 0 ? 'triedAgain' : nextLead(view, now), count };
    }
  }
}

/** How far the round is, told at each quarter only: what a screen reader hears must not be a stream. */
export function spokenDone(done: number, total: number): number {
  if (total === 0) return 0;
  return Math.ceil((Math.floor((done * 4) / total) * total) / 4);
}

/** Newest first while the round moves; trouble first when it is over. */
export function inOrder(view: RenewalsView): readonly RenewalResult[] {
  return view.round === 'done' ? view.results.toSorted((one, other) => rank[one.outcome] - rank[other.outcome]) : view.results;
}

/** At two presentations a second (`links/policy.ts`). */
const LINKS_PER_HOUR = 7200;

/** Hours in 30 days for which a laptop with so many links has to be on; null where any use at all is enough. */
export function hoursNeeded(links: number): number | null {
  return links > LINKS_PER_HOUR ? Math.ceil(links / LINKS_PER_HOUR) : null;
}
