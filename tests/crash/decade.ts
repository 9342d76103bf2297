import { runInBackground } from '../../electron/links/background-run.ts';
import { DAY, MINUTE, START } from '../unit/links/fakes.ts';
import type { Outcome } from './report.ts';
import { anyPlan, Crowd, type Run } from './world/crowd.ts';

const HOUR = 60 * MINUTE;
const YEAR = 365 * DAY;
const LIFETIME = 90 * DAY;

/** How the laptop is used on a day that is no holiday: with the window open for hours, or only for some minutes after each login. */
type Use = 'window' | 'background';

interface Book {
  idledToDeath: number;
  renewals: number;
}

/** A server for which a link is dead when it was not renewed for 90 days. */
function bookOf(crowd: Crowd): Book {
  const book: Book = { idledToDeath: 0, renewals: 0 };
  const dead = new Set<string>();
  crowd.answer = (linkId) => {
    const link = crowd.links.find(linkId);
    if (link && crowd.time.now - link.renewedAt < LIFETIME) {
      book.renewals += 1;
      return crowd.token(linkId);
    }
    if (!dead.has(linkId)) book.idledToDeath += 1;
    dead.add(linkId);
    return { kind: 'answer', status: 400, headers: {}, body: '{"error":"invalid_grant"}' };
  };
  return book;
}

/** Hours with the window open: naps of the laptop and times without network in between. */
async function workAtWindow(crowd: Crowd, run: Run, hours: number): Promise<void> {
  const end = crowd.time.now + hours * HOUR;
  while (crowd.time.now < end) {
    crowd.isOnline = crowd.dice.happens(0.85);
    if (crowd.isOnline) run.keepAlive.poke();
    await crowd.time.run(Math.min(crowd.dice.whole(5, 90) * MINUTE, Math.max(end - crowd.time.now, 1)));
    if (!crowd.dice.happens(0.2)) continue;
    run.calm.suspend();
    crowd.time.sleep(crowd.dice.whole(1, 120) * MINUTE);
    run.calm.awake();
    run.keepAlive.poke();
  }
  crowd.isOnline = true;
}

/** A login: the program runs without a window, for ten minutes at most. */
async function logIn(crowd: Crowd, run: Run): Promise<void> {
  const { time, links } = crowd;
  const { clock, keepAlive, calm, breaker } = run;
  let isOver = false;
  void runInBackground({ clock, links, keepAlive, calm, obstacle: () => null, companyProblem: () => breaker.problem() }, () => false).then(() => (isOver = true));
  await time.run(11 * MINUTE, () => isOver);
}

/** One day of use; the last hour before a holiday and the first after it are real ones (the promise asks for one hour in 30 days). */
async function day(crowd: Crowd, use: Use): Promise<void> {
  const morning = crowd.time.now;
  const run = crowd.start();
  if (use === 'background') await logIn(crowd, run);
  else await workAtWindow(crowd, run, crowd.dice.happens(0.3) ? 1 : crowd.dice.whole(1, 4));
  if (use === 'window') await crowd.time.run(HOUR);
  await crowd.stop(run);
  crowd.time.sleep(Math.max(morning + DAY - crowd.time.now, 0));
}

async function years(crowd: Crowd, use: Use, count: number): Promise<void> {
  while (crowd.time.now < START + count * YEAR) {
    // The laptop stays off over nights, week-ends and holidays of up to 29 days.
    if (crowd.dice.happens(0.03)) crowd.time.sleep(crowd.dice.whole(1, 28) * DAY);
    else if (crowd.dice.happens(use === 'window' ? 0.5 : 0.3)) crowd.time.sleep(DAY);
    else await day(crowd, use);
  }
}

async function simulate(name: string, use: Use, links: number, seed: number, count: number): Promise<Outcome> {
  const crowd = new Crowd(links, seed, anyPlan);
  const book = bookOf(crowd);
  await years(crowd, use, count);
  const violations: string[] = [];
  if (book.idledToDeath > 0) violations.push(`${book.idledToDeath} links idled to death`);
  if (crowd.busiest.perSecond > 2) violations.push(`${crowd.busiest.perSecond} requests in one second`);
  if (crowd.busiest.atOnce > 4) violations.push(`${crowd.busiest.atOnce} requests at once`);
  const perYear = book.renewals / links / count;
  return {
    name, runs: links * count, unit: `link-years (${links.toLocaleString('en')} links, ${count} years)`, seed, violations,
    notes: [
      `${book.idledToDeath} idled to death`, `${perYear.toFixed(1)} renewals per link and year, ${Math.round((365 * 24) / perYear)} times fewer than hourly`,
      `at most ${crowd.busiest.perSecond} a second and ${crowd.busiest.atOnce} at once`,
    ],
  };
}

/** Ten simulated years with the window open on some days. */
export async function decade(links: number, seed: number, count = 10): Promise<Outcome> {
  return simulate('Simulated years at the window', 'window', links, seed, count);
}

/** Ten simulated years with background renewals only: a few minutes after each login. */
export async function decadeInBackground(links: number, seed: number, count = 10): Promise<Outcome> {
  return simulate('Simulated years in the background', 'background', links, seed, count);
}
