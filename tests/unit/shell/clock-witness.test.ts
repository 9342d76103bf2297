import { expect, it } from 'vitest';
import type { HttpOutcome, HttpPort } from '../../../electron/oauth/ports.ts';
import { createClockWitness } from '../../../electron/shell/clock-witness.ts';
import { ManualClock, MINUTE } from '../links/fakes.ts';

const request = { method: 'GET', url: 'https://login.example/' as string, headers: {}, body: null, kind: 'read' } as const;
const answer = (date: string | null): HttpOutcome => ({ kind: 'answer', status: 200, headers: date === null ? {} : { date }, body: '' });

async function heard(outcome: (clock: ManualClock) => HttpOutcome, url = request.url) {
  const clock = new ManualClock();
  const witness = createClockWitness(clock);
  const http: HttpPort = witness.over({ send: async () => outcome(clock) });
  await http.send({ ...request, url });
  return { clock, witness };
}
const at = (offset: number) => (clock: ManualClock) => answer(new Date(clock.now() + offset).toUTCString());

it.each([
  ['agrees within five minutes', at(4 * MINUTE), 'confirmed'], ['is five minutes off', at(6 * MINUTE), 'wrong'], ['is a year off', at(-365 * 24 * 60 * MINUTE), 'wrong'],
  ['says no time', () => answer(null), 'unconfirmed'], ['says nonsense', () => answer('soon'), 'unconfirmed'], ['does not answer', () => ({ kind: 'nothingSent', failure: 'dns' }) as const, 'unconfirmed'],
] as const)('when the server %s', async (_name, outcome, standing) => {
  expect((await heard(outcome)).witness.standing()).toBe(standing);
});

it.each(['http://127.0.0.1:8400/', 'http://localhost:8400/', 'http://[::1]:8400/'])('a server on this computer is no witness (%s)', async (url) => {
  expect((await heard(at(0), url)).witness.standing()).toBe('unconfirmed');
});

it('forgets what it heard after an hour, and when the clock is set back', async () => {
  const { clock, witness } = await heard(at(0));
  clock.sleep(59 * MINUTE);
  expect(witness.standing()).toBe('confirmed');
  clock.sleep(2 * MINUTE);
  expect(witness.standing()).toBe('unconfirmed');
  const other = await heard(at(0));
  other.clock.setBack(10 * MINUTE);
  expect(other.witness.standing()).toBe('unconfirmed');
});
