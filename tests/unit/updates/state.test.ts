import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updatesViewSchema } from '../../../electron/contract/updates.ts';
import { afterEvent, atFirst, isNews, viewOf, type Offer, type UpdateEvent, type UpdateState } from '../../../electron/updates/state.ts';

const offer: Offer = { version: '1.4.0', bytes: 118_000_001 };
const problem = { code: 'L-89', reason: 'noUpdateAnswer' } as const;
const after = (...events: readonly UpdateEvent[]): UpdateState => events.reduce(afterEvent, atFirst);
const found: UpdateEvent = { kind: 'looked', offer, at: 5 };
const begun: UpdateEvent = { kind: 'downloadBegun' };
const downloaded: UpdateEvent = { kind: 'downloaded' };

const offers = fc.record({ version: fc.constantFrom('1.4.0', '1.5.0'), bytes: fc.option(fc.nat()) });
const problems = fc.constantFrom(problem, { code: 'L-50' } as const);
const events: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.record({ kind: fc.constant('looked'), offer: fc.option(offers), at: fc.nat() }),
  fc.record({ kind: fc.constant('lookFailed'), byPerson: fc.boolean(), problem: problems }),
  fc.constant(begun),
  fc.record({ kind: fc.constant('progress'), percent: fc.double({ min: -10, max: 1000, noNaN: true }) }),
  fc.constant(downloaded),
  fc.record({ kind: fc.constant('downloadStopped'), problem: fc.option(problems) }),
  fc.record({ kind: fc.constant('wished'), wish: fc.constantFrom('none', 'now', 'preparing', 'atQuit') }),
  fc.record({ kind: fc.constant('installFailed'), problem: problems }),
);

describe('updates', () => {
  it('are looked for, downloaded and wished for, one after the other', () => {
    expect(viewOf(after(), false)).toEqual({ state: 'idle', checkedAt: null, problem: null });
    expect(viewOf(after(), true)).toEqual({ state: 'checking' });
    expect(viewOf(after({ kind: 'looked', offer: null, at: 5 }), false)).toEqual({ state: 'idle', checkedAt: 5, problem: null });
    expect(viewOf(after(found), false)).toEqual({ state: 'available', version: '1.4.0', megabytes: 119, problem: null });
    expect(viewOf(after(found, begun, { kind: 'progress', percent: 41.9 }), true)).toEqual({ state: 'downloading', version: '1.4.0', percent: 41 });
    expect(viewOf(after(found, begun, downloaded), false)).toEqual({ state: 'ready', version: '1.4.0', wish: 'none', problem: null });
    expect(viewOf(after(found, begun, downloaded, { kind: 'wished', wish: 'now' }), false)).toMatchObject({ wish: 'waiting' });
  });

  it('say nothing of a look that failed and that nobody asked for', () => {
    expect(after({ kind: 'lookFailed', byPerson: false, problem })).toBe(atFirst);
    expect(after(found, { kind: 'lookFailed', byPerson: false, problem })).toEqual(after(found));
    expect(viewOf(after({ kind: 'lookFailed', byPerson: true, problem }), false)).toMatchObject({ problem });
  });

  it('that are on their way, or here, are not taken back by a look that was begun before', () => {
    for (const before of [after(found, begun), after(found, begun, downloaded)]) {
      expect(afterEvent(before, { kind: 'looked', offer: null, at: 9 })).toBe(before);
      expect(afterEvent(before, { kind: 'looked', offer: { version: '1.5.0', bytes: null }, at: 9 })).toBe(before);
      expect(afterEvent(before, { kind: 'lookFailed', byPerson: true, problem })).toBe(before);
    }
  });

  it('tell by a dot of a version that is there, until it is put away', () => {
    expect([isNews(after(), null), isNews(after(found), null), isNews(after(found), '1.3.9'), isNews(after(found), '1.4.0')]).toEqual([false, true, true, false]);
    expect([isNews(after(found, begun), null), isNews(after(found, begun, downloaded), null)]).toEqual([false, true]);
  });

  it('show what the contract allows, whatever happens in whatever order', () => {
    fc.assert(fc.property(fc.array(events, { maxLength: 30 }), fc.boolean(), (all, asking) => updatesViewSchema.safeParse(viewOf(after(...all), asking)).success));
  });

  it('are ready only when that very version was downloaded to its end', () => {
    const isRight = (before: UpdateState, event: UpdateEvent, now: UpdateState): boolean => {
      if (now.step !== 'ready') return true;
      if (before.step !== 'ready') return before.step === 'downloading' && event.kind === 'downloaded' && before.offer === now.offer && now.wish === 'none';
      return now.offer === before.offer && (now.wish === 'none' || now.wish === before.wish || event.kind === 'wished');
    };
    fc.assert(fc.property(fc.array(events, { maxLength: 40 }), (all) =>
      all.every((event, index) => {
        const before = after(...all.slice(0, index));
        return isRight(before, event, afterEvent(before, event));
      })));
  });

  it('never go backwards while one is downloaded', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -10, max: 1000, noNaN: true })), (percents) => {
      const shown = percents.map((_percent, index) => after(found, begun, ...percents.slice(0, index + 1).map((percent): UpdateEvent => ({ kind: 'progress', percent }))));
      const numbers = shown.map((state) => (state.step === 'downloading' ? state.percent : -1));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }));
  });
});
