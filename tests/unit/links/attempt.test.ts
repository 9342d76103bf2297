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
const some = fc.constant({ code: 'L-15' as const });
const anyEvent: fc.Arbitrary<AttemptEvent> = fc.oneof(
  identifier.map((id) => ({ type: 'started' as const, id, siteId: `site-${id}`, siteName: `Site ${id}` })),
  fc.record({ type: fc.constant('opened' as const), id: identifier, request: fc.constant(request), at: fc.nat() }),
  fc.record({ type: fc.constant('refused' as const), id: identifier, problem: some }),
  fc.record({ type: fc.constant('returned' as const), id: identifier }),
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
  { type: 'opened', id: 'a', request, at: 7 },
  { type: 'returned', id: 'a' },
  { type: 'tokensReceived', id: 'a', tokens },
  { type: 'homesRead', id: 'a', account, homes, readAt: 8, problem: null },
  { type: 'confirmed', id: 'a' },
  { type: 'stored', id: 'a', canSignOut: true },
];
const anyEvents = fc.tuple(fc.nat(goodWay.length), fc.array(anyEvent, { maxLength: 30 })).map(([length, more]) => [...goodWay.slice(0, length), ...more]);

const allowed: Record<SignInAttempt['step'], readonly SignInAttempt['step'][]> = {
  idle: ['preparing'],
  preparing: ['waiting', 'ended'],
  waiting: ['waiting', 'exchanging', 'ended'],
  exchanging: ['readingHomes', 'ended'],
  readingHomes: ['confirming', 'ended'],
  confirming: ['storing', 'ended'],
  storing: ['stored', 'ended'],
  stored: ['idle', 'preparing'],
  ended: ['idle', 'preparing'],
};

function run(events: readonly AttemptEvent[], look: (before: SignInAttempt, event: AttemptEvent, after: SignInAttempt) => void): void {
  let attempt: SignInAttempt = { step: 'idle' };
  for (const event of events) {
    const after = reduceAttempt(attempt, event);
    look(attempt, event, after);
    attempt = after;
  }
}

function walk(events: readonly AttemptEvent[]): SignInAttempt {
  return events.reduce(reduceAttempt, { step: 'idle' } as SignInAttempt);
}

describe('the sign-in attempt', () => {
  it('goes through every step in order on the good way', () => {
    const steps: string[] = [];
    run(goodWay, (_before, _event, after) => steps.push(after.step));
    expect(steps).toEqual(['preparing', 'waiting', 'exchanging', 'readingHomes', 'confirming', 'storing', 'stored']);
  });

  it('takes only the steps of the plan, whatever happens', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      run(events, (before, _event, after) => {
        if (after !== before) expect(allowed[before.step]).toContain(after.step);
      });
    }), { numRuns: 2000 });
  });

  it('is stored only after this very attempt was confirmed', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      let confirmed: string | null = null;
      run(events, (before, event, after) => {
        if (before.step === 'confirming' && event.type === 'confirmed') confirmed = before.id;
        if (after.step === 'stored' && before.step !== 'stored') expect(confirmed).toBe(after.id);
      });
    }), { numRuns: 2000 });
  });

  it('stays where it ended until it is closed or a new one starts', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      run(events, (before, event, after) => {
        if (before.step !== 'ended' && before.step !== 'stored') return;
        if (event.type !== 'closed' && event.type !== 'started') expect(after).toBe(before);
      });
    }), { numRuns: 2000 });
  });

  it('is moved by no event of another attempt', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      run(events, (before, event, after) => {
        if ('id' in event && isRunning(before) && event.id !== before.id) expect(after).toBe(before);
      });
    }), { numRuns: 2000 });
  });

  it('keeps the subject from start to end', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      run(events, (before, event, after) => {
        if (event.type === 'started' || before.step === 'idle' || after.step === 'idle') return;
        expect([after.id, after.siteId, after.siteName]).toEqual([before.id, before.siteId, before.siteName]);
      });
    }));
  });

  it('holds state and verifier only while waiting, and tokens only until the person decided', () => {
    fc.assert(fc.property(anyEvents, (events) => {
      const attempt = walk(events);
      expect('request' in attempt).toBe(attempt.step === 'waiting');
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
      const view = attemptView(walk(events));
      expect(attemptViewSchema.parse(view)).toEqual(view);
      const text = JSON.stringify(view);
      for (const secret of [request.state, request.url, tokens.accessToken, tokens.refreshToken, tokens.idToken]) expect(text).not.toContain(secret.reveal());
      expect(text).not.toContain('[secret]');
    }), { numRuns: 1000 });
  });
});
