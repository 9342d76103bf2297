import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangedTopic } from '../../../electron/contract/bridge.ts';
import { calmHints } from '../../../electron/shell/hints.ts';
import { ManualClock } from '../links/fakes.ts';

const PAUSE = 250;

function open(): { readonly clock: ManualClock; readonly sent: ChangedTopic[]; readonly hint: (topic: ChangedTopic) => void } {
  const clock = new ManualClock();
  const sent: ChangedTopic[] = [];
  return { clock, sent, hint: calmHints((topic) => void sent.push(topic), clock) };
}

describe('hints to the window', () => {
  it('go once for all that one renewal says, as soon as it is done', async () => {
    const { clock, sent, hint } = open();
    for (let count = 0; count < 40; count += 1) hint('sites');
    await Promise.resolve().then(() => hint('sites'));
    expect(sent).toEqual([]);
    await clock.advance(0);
    expect(sent).toEqual(['sites']);
    await clock.advance(10 * PAUSE);
    expect(sent).toHaveLength(1);
  });

  it('go once for what follows closely, at the end of the pause', async () => {
    const { clock, sent, hint } = open();
    hint('sites');
    await clock.advance(1);
    for (let count = 0; count < 40; count += 1) hint('sites');
    expect(sent).toEqual(['sites']);
    await clock.advance(PAUSE);
    expect(sent).toEqual(['sites', 'sites']);
    await clock.advance(10 * PAUSE);
    expect(sent).toHaveLength(2);
  });

  it('never wait where they do not come in crowds', () => {
    const { sent, hint } = open();
    for (const topic of ['attempt', 'attempt', 'app', 'app', 'attempt'] as const) hint(topic);
    expect(sent).toHaveLength(5);
  });

  it('keep topics apart', async () => {
    const { clock, sent, hint } = open();
    for (const topic of ['sites', 'renewals', 'sites', 'renewals'] as const) hint(topic);
    await clock.advance(0);
    expect(sent).toEqual(['sites', 'renewals']);
  });

  it('always tell of the last change, and at most four times a second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 20 }), async (pauses) => {
        const { clock, sent, hint } = open();
        for (const pause of pauses) {
          // oxlint-disable-next-line no-await-in-loop -- one change after the other
          await clock.advance(pause);
          hint('renewals');
        }
        const before = sent.length;
        await clock.advance(PAUSE);
        expect(sent.length).toBeGreaterThan(before);
        expect(sent.length).toBeLessThanOrEqual(2 + pauses.reduce((sum, pause) => sum + pause, PAUSE) / PAUSE);
      }),
    );
  });
});
