import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunning, reduceAttempt, SIGN_IN_PATIENCE, type AttemptEvent, type SignInAttempt } from '../../../electron/links/attempt.ts';
import { attemptView } from '../../../electron/links/attempt-view.ts';
import { attemptViewSchema } from '../../../electron/contract/views.ts';
import { newAuthorization } from '../../../electron/oauth/authorize.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { CountingRandom, profile } from './fakes.ts';

const tokens = { accessToken: new Secret('canary-access'), refreshToken: new Secret('canary-refresh'), accessTokenExpiresAt: 5, idToken: new Secret('canary-id') };
const request = newAuthorization(new CountingRandom(), profile, null);
const account = { label: 'c…t@example.org', subject: 'subject-1' };
const homes = [{ id: 'home-1', name: 'Villa', devices: [], problem: null }];

const identifier = fc.constantFrom('a', 'b');
const problem = fc.constantFrom({ code: 'L-13' as const }, { code: 'L-46' as const }, null);
const window = fc.constantFrom({ name: 'Edge', isPrivate: true }, { name: null, isPrivate: false });
const doubt = fc.constantFrom('fast' as const, 'reused' as const, 'normalWindow' as const, null);
const some = fc.constant({ code: 'L-15' as const });
const anyEvent: fc.Arbitrary<AttemptEvent> = fc.oneof(
  identifier.map((id) => ({ type: 'started' as const, id, siteId: `site-${id}`, siteName: `Site ${id}` })),
  fc.record({ type: fc.constant('signOutAsked' as const), id: identifier, request: fc.constant(request), at: fc.nat(), window, canSignOut: fc.boolean() }),
  fc.record({ type: fc.constant('opened' as const), id: identifier, request: fc.constant(request), at: fc.nat(), window }),
  fc.record({ type: fc.constant('shown' as const), id: identifier, at: fc.nat(), isReused: fc.boolean(), window }),
  fc.record({ type: fc.constant('notShown' as const), id: identifier }),
  fc.record({ type: fc.constant('refused' as const), id: identifier, problem: some }),
  fc.record({ type: fc.constant('returned' as const), id: identifier, doubt }),
  fc.record({ type: fc.constant('tokensReceived' as const), id: identifier, tokens: fc.constant(tokens) }),
  fc.record({ type: fc.constant('homesRead' as const), id: identifier, account: fc.constant(account), homes: fc.constantFrom(homes, null), readAt: fc.nat(), problem }),
  fc.record({ type: fc.constant('confirmed' as const), id: identifier }),
  fc.record({ type: fc.constant('stored' as const), id: identifier, canSignOut: fc.boolean() }),
  fc.record({ type: fc.constant('interrupted' as const), id: identifier, problem: some }),
  fc.record({ type: fc.constant('ended' as const), id: identifier, problem }),
  fc.constant({ type: 'closed' as const }),
);
/** The way to `stored`, so that random events also fall into the late steps. */
const goodWay: readonly AttemptEvent[] = [
  { type: 'started', id: 'a', siteId: 'site-a', siteName: 'Site a' },
  { type: 'opened', id: 'a', request, at: 7, window: { name: 'Edge', isPrivate: true } },
  { type: 'returned', id: 'a', doubt: 'fast' },
  { type: 'tokensReceived', id: 'a', tokens },
  { type: 'homesRead', id: 'a', account, homes, readAt: 8, problem: null },
  { type: 'confirmed', id: 'a' },
  { type: 'stored', id: 'a', canSignOut: true },
];
const anyEvents = fc.tuple(fc.nat(goodWay.length), fc.array(anyEvent, { maxLength: 30 })).map(([length, more]) => goodWay.slice(0, length).concat(more));

const allowed: Record<SignInAttempt['step'], readonly SignInAttempt['step'][]> = {
  idle: ['preparing'],
  preparing: ['signingOut', 'waiting', 'ended'],
  signingOut: ['waiting', 'ended'],
  waiting: ['signingOut', 'waiting', 'exchanging', 'ended'],
  exchanging: ['readingHomes', 'ended'],
  readingHomes: ['confirming', 'ended'],
  confirming: ['storing', 'ended'],
  storing: ['stored', 'ended'],
  stored: ['idle', 'preparing'],
  ended: ['idle', 'preparing'],
};

/** True when `holds` is true of every step of the way. */
function everyStep(events: readonly AttemptEvent[], holds: (before: SignInAttempt, event: AttemptEvent, after: SignInAttempt) => boolean): boolean {
  let attempt: SignInAttempt = { step: 'idle' };
  return events.every((event) => {
    const before = attempt;
    attempt = reduceAttempt(before, event);
    return holds(before, event, attempt);
  });
}

/** Tries random ways, most of which begin with a part of the good one. */
function checkSteps(holds: (before: SignInAttempt, event: AttemptEvent, after: SignInAttempt) => boolean): void {
  fc.assert(fc.property(anyEvents, (events) => everyStep(events, holds)), { numRuns: 2000 });
}

function walk(events: readonly AttemptEvent[]): SignInAttempt {
  return events.reduce(reduceAttempt, { step: 'idle' } as SignInAttempt);
}

describe('the sign-in attempt', () => {
  it('goes through every step in order on the good way', () => {
    const steps = goodWay.map((_event, index) => walk(goodWay.slice(0, index + 1)).step);
    expect(steps).toEqual(['preparing', 'waiting', 'exchanging', 'readingHomes', 'confirming', 'storing', 'stored']);
  });

  it('takes only the steps of the plan, whatever happens', () => {
    expect(() => checkSteps((before, _event, after) => after === before || allowed[before.step].includes(after.step))).not.toThrow();
  });

  it('is stored only out of a confirmation of this very attempt', () => {
    const seen = { storing: 0, stored: 0 };
    checkSteps((before, event, after) => {
      if (after === before || (after.step !== 'storing' && after.step !== 'stored')) return true;
      seen[after.step] += 1;
      if (after.step === 'stored') return before.step === 'storing' && before.id === after.id;
      return before.step === 'confirming' && event.type === 'confirmed' && event.id === before.id;
    });
    expect(Math.min(seen.storing, seen.stored)).toBeGreaterThan(100);
  });

  it('stays where it ended until it is closed or a new one starts', () => {
    const isOver = ({ step }: SignInAttempt): boolean => step === 'ended' || step === 'stored';
    expect(() => checkSteps((before, event, after) => !isOver(before) || event.type === 'closed' || event.type === 'started' || after === before)).not.toThrow();
  });

  it('is moved by no event of another attempt', () => {
    expect(() => checkSteps((before, event, after) => !('id' in event && isRunning(before) && event.id !== before.id) || after === before)).not.toThrow();
  });

  it('keeps the subject from start to end', () => {
    const subject = (attempt: SignInAttempt): string => (attempt.step === 'idle' ? '' : `${attempt.id} ${attempt.siteId} ${attempt.siteName}`);
    expect(() => checkSteps((before, event, after) => event.type === 'started' || after.step === 'idle' || subject(before) === subject(after))).not.toThrow();
  });

  it('keeps a doubt whose account it is until the person decides, in whichever step it stands', () => {
    expect([3, 4, 5].map((length) => walk(goodWay.slice(0, length)))).toMatchObject([{ doubt: 'fast' }, { doubt: 'fast' }, { step: 'confirming', doubt: 'fast' }]);
  });

  it('holds state and verifier only while signing out and waiting, and tokens only until the person decided', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      const attempt = walk(events);
      expect('request' in attempt).toBe(attempt.step === 'waiting' || attempt.step === 'signingOut');
      expect('tokens' in attempt).toBe(attempt.step === 'readingHomes' || attempt.step === 'confirming');
    }), { numRuns: 2000 });
  });

  it('waits ten minutes', () => {
    expect(walk(goodWay.slice(0, 2))).toMatchObject({ openedAt: 7, deadline: 7 + SIGN_IN_PATIENCE, refused: null });
  });

  it.each([2, 3, 4])('is ended by an interruption after %i steps', (length) => {
    const events: AttemptEvent[] = [...goodWay.slice(0, length), { type: 'interrupted', id: 'a', problem: { code: 'L-15' } }];
    expect(walk(events)).toMatchObject({ step: 'ended', problem: { code: 'L-15' } });
  });

  it('survives an interruption while a person confirms', () => {
    expect(walk([...goodWay.slice(0, 5), { type: 'interrupted', id: 'a', problem: { code: 'L-15' } }]).step).toBe('confirming');
  });
});

describe('the view of the attempt', () => {
  it('fits the contract at every step and shows no secret', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      const view = attemptView(walk(events), true);
      expect(attemptViewSchema.parse(view)).toEqual(view);
      const text = JSON.stringify(view);
      for (const secret of [request.state, request.url, tokens.accessToken, tokens.refreshToken, tokens.idToken]) expect(text).not.toContain(secret.reveal());
      expect(text).not.toContain('[secret]');
    }), { numRuns: 1000 });
  });
});
