import type { Random } from '../oauth/ports.ts';

/** How patient the keep-alive is (architecture.md, refresh policy). All times in milliseconds; `chance` from 0 to below 1 spreads the links. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A link is presented every 30 ± 5 days: each renewal is the only moment in which it can be lost, so fewer are safer. */
const KEEP_ALIVE = 30 * DAY;
const KEEP_ALIVE_SPREAD = 5 * DAY;
/** A plan further ahead than this was made by a clock that was wrong: its link is due now. */
export const FARTHEST_PLAN = KEEP_ALIVE + KEEP_ALIVE_SPREAD + DAY;

/** Token requests on their way at the same time, over all links. */
export const MOST_AT_ONCE = 4;
/** Between the beginnings of two presentations: two per second at most. */
export const LEAST_SPACING = 500;
/** The network counts as stable this long after the laptop woke. */
export const CALM_AFTER_WAKE = 20 * SECOND;
/** A laptop that began to go to sleep this long ago and still runs has woken again. */
export const LONGEST_FALLING_ASLEEP = MINUTE;
/** While the company's credentials are the suspect, one link in this time asks whether they are good again. */
export const PROBE_PAUSE = 15 * MINUTE;

const LONGEST_LOST_PAUSE = 6 * HOUR;
const LONGEST_SHORT_PAUSE = 30 * MINUTE;
/** After the first, second, third lost answer; from the fourth on the pause doubles from ten minutes to six hours. */
const LOST_PAUSES: readonly number[] = [0, 2 * SECOND, 10 * SECOND, MINUTE];

/** A number from 0 to below 1, for spreading. */
export function chanceOf(random: Random): number {
  const [high = 0, low = 0] = random.bytes(2);
  return (high * 256 + low) / 65_536;
}

/** When a link that was renewed at `from` is presented next. */
export function keepAliveAt(from: number, chance: number): number {
  return Math.round(from + KEEP_ALIVE + (2 * chance - 1) * KEEP_ALIVE_SPREAD);
}

/** The pause before the token is presented again when `tries` (1 or more) answers in a row were lost. */
export function lostPause(tries: number, chance: number): number {
  const early = LOST_PAUSES[tries];
  if (early !== undefined) return early;
  return spread(Math.min(10 * MINUTE * 2 ** Math.min(tries - LOST_PAUSES.length, 20), LONGEST_LOST_PAUSE / 1.25), chance);
}

/** The pause after a refusal: 60 s after the first, then until the refusals span 15 minutes, then every 15 minutes. `spanned`: by now. */
export function refusedPause(refusals: number, spanned: number): number {
  if (refusals === 1) return MINUTE;
  return Math.max(15 * MINUTE - spanned, MINUTE) + (spanned >= 15 * MINUTE ? 14 * MINUTE : 0);
}

/** The pause when nothing left this laptop or the server asked to wait: it doubles from one minute to half an hour. */
export function shortPause(tries: number): number {
  return Math.min(MINUTE * 2 ** Math.min(tries, 20), LONGEST_SHORT_PAUSE);
}

/** The pause after a refusal that asking again does not change. */
export function restPause(chance: number): number {
  return spread(6 * HOUR, chance);
}

function spread(pause: number, chance: number): number {
  return Math.round(pause * (0.75 + chance / 2));
}
