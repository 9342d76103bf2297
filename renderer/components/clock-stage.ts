const DAY = 86_400_000;

/** Legrand ends a link that was not used for this many days. */
export const LIFETIME_DAYS = 90;
/** The marks on the clock of a link: from the first a person is asked to renew, from the second urgently. */
export const CLOCK_MARKS = [60, 80] as const;

/** How far the clock of a link has gone. The program renews long before `soon`; whoever sees it had the laptop switched off or offline. */
export type ClockStage = 'calm' | 'soon' | 'urgent' | 'over';

/** The stage of a link that ends at `endsAt`; both in milliseconds since 1970-01-01 UTC. */
export function clockStage(endsAt: number, now: number): ClockStage {
  const left = (endsAt - now) / DAY;
  const [soon, urgent] = CLOCK_MARKS;
  if (left <= 0) return 'over';
  if (left <= LIFETIME_DAYS - urgent) return 'urgent';
  return left <= LIFETIME_DAYS - soon ? 'soon' : 'calm';
}

/** Which of the 90 days this is: 0 on the day of the renewal, 90 at most. */
export function clockDay(endsAt: number, now: number): number {
  const passed = LIFETIME_DAYS - (endsAt - now) / DAY;
  return Math.min(LIFETIME_DAYS, Math.max(0, Math.floor(passed)));
}
