import type { HttpOutcome, HttpRequest } from '../../electron/oauth/ports.ts';
import { Secret } from '../../electron/oauth/secret.ts';
import { DAY, json, MINUTE, sentForm, START } from '../unit/links/fakes.ts';
import type { Outcome } from './report.ts';
import { anyPlan, Crowd, type Run } from './world/crowd.ts';

const HOUR = 60 * MINUTE;

/** How a server refuses everything once the company's secret is over. */
const refusals = {
  'plain invalid_grant': json(400, { error: 'invalid_grant', error_description: 'AADB2C90080: The provided grant has expired.' }),
  AADB2C90085: json(400, { error: 'invalid_grant', error_description: 'AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.' }),
  invalid_client: json(401, { error: 'invalid_client' }),
} as const satisfies Readonly<Record<string, HttpOutcome>>;

/** What the server says when the secret is over. */
export type RefusalWords = keyof typeof refusals;

function counts(crowd: Crowd): { readonly ended: number; readonly notWell: number } {
  const all = [...crowd.links.rows.values()].map(({ link }) => link.condition);
  return { ended: all.filter((condition) => condition === 'relinkRequired').length, notWell: all.filter((condition) => condition !== 'active').length };
}

/** The server takes one secret only. */
function isOver(crowd: Crowd, request: HttpRequest): boolean {
  return sentForm(request, 'client_secret') !== crowd.secret.reveal() || crowd.secret.reveal() === 'secret-1';
}

async function heal(crowd: Crowd, { breaker, renewals, keepAlive }: Run): Promise<void> {
  crowd.secret = new Secret('secret-2');
  breaker.renewed();
  renewals.credentialsReplaced();
  keepAlive.poke();
  await crowd.time.run(3 * HOUR);
}

/** All links, the secret over for `days`, then a new one: nobody may be declared dead, and all must be back. */
export async function secretDrill(links: number, words: RefusalWords, seed: number, days = 3): Promise<Outcome> {
  const crowd = new Crowd(links, seed, (dice) => START + dice.next() * 10 * DAY);
  crowd.answer = (linkId, request) => (isOver(crowd, request) ? refusals[words] : crowd.token(linkId));
  const run = crowd.start();
  await crowd.time.run(days * DAY);
  const broken = crowd.posts;
  const { ended } = counts(crowd);
  await heal(crowd, run);
  const after = counts(crowd);
  const violations: string[] = [];
  if (ended + after.ended > 0) violations.push(`${ended + after.ended} links were declared dead`);
  if (after.notWell > 0) violations.push(`${after.notWell} links are not back after the new secret`);
  if (broken > days * 24 * 4 + 20) violations.push(`${broken} requests while the secret was over`);
  await crowd.stop(run);
  const sent = `${broken} requests in ${days} days without a good secret`;
  return { name: `Secret-expiry drill, ${words}`, runs: links, unit: 'links', seed, violations, notes: ['0 declared dead', sent, 'all back after the new secret'].slice(violations.length > 0 ? 1 : 0) };
}

/** One link alone is due while the secret is over, the others not for weeks: the planner must ask another before it declares anything. */
export async function aloneDrill(worlds: number, seed: number): Promise<Outcome> {
  const violations: string[] = [];
  for (let world = 0; world < worlds; world += 1) {
    const crowd = new Crowd(2 + (world % 20), seed + world, (dice) => START + (20 + 10 * dice.next()) * DAY);
    crowd.links.setStanding('link-1', { condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: START });
    crowd.answer = (linkId, request) => (isOver(crowd, request) ? refusals['plain invalid_grant'] : crowd.token(linkId));
    const run = crowd.start();
    await crowd.time.run(DAY);
    if (counts(crowd).ended > 0) violations.push(`world ${world}: a link that was due alone was declared dead`);
    await heal(crowd, run);
    if (counts(crowd).notWell > 0) violations.push(`world ${world}: not all are back`);
    await crowd.stop(run);
  }
  return { name: 'One link due alone while the secret is over', runs: worlds, unit: 'worlds', seed, violations, notes: [] };
}

/** A customer really took the access back: that link says so after fifteen minutes, the others are untouched. */
export async function revokedDrill(worlds: number, seed: number): Promise<Outcome> {
  const violations: string[] = [];
  let longest = 0;
  for (let world = 0; world < worlds; world += 1) {
    const crowd = new Crowd(2 + (world % 20), seed + world, anyPlan);
    crowd.links.setStanding('link-1', { condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: START });
    crowd.answer = (linkId) => (linkId === 'link-1' ? refusals['plain invalid_grant'] : crowd.token(linkId));
    const run = crowd.start();
    const isEnded = (): boolean => crowd.links.find('link-1')?.condition === 'relinkRequired';
    await crowd.time.run(DAY, isEnded);
    const minutes = (crowd.time.now - START) / MINUTE;
    longest = Math.max(longest, minutes);
    if (!isEnded()) violations.push(`world ${world}: after a day nobody says that the link is over`);
    if (minutes < 15) violations.push(`world ${world}: over after ${minutes.toFixed(1)} minutes`);
    if (crowd.links.counts(crowd.time.now).suspect > 0 || counts(crowd).ended > 1) violations.push(`world ${world}: others were touched`);
    await crowd.stop(run);
  }
  return { name: 'A customer really took the access back', runs: worlds, unit: 'worlds', seed, violations, notes: [`said after 15 to ${longest.toFixed(0)} minutes`] };
}
