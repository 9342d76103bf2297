import type { ChangedTopic } from '../contract/bridge.ts';
import type { Clock } from '../oauth/ports.ts';

/** Milliseconds between two hints of a topic that can come in crowds. */
const PAUSE = 250;

/** While many links are renewed these come several times a link, and the window asks for the list and its sums at each. */
const CROWDED: ReadonlySet<ChangedTopic> = new Set<ChangedTopic>(['sites', 'renewals']);

/**
 * Sends hints. Of a topic that comes in crowds one goes when what caused it is done, for all that one renewal says; of those that follow
 * closely one goes at the end of the pause. None is lost, and what does not come in crowds never waits.
 */
export function calmHints(send: (topic: ChangedTopic) => void, clock: Clock): (topic: ChangedTopic) => void {
  /** Topics whose next hint has to wait, and whether there is one. */
  const waiting = new Map<ChangedTopic, boolean>();
  const hint = (topic: ChangedTopic): void => {
    if (!CROWDED.has(topic)) return send(topic);
    if (waiting.has(topic)) return void waiting.set(topic, true);
    waiting.set(topic, false);
    clock.after(0, () => {
      waiting.set(topic, false);
      send(topic);
      clock.after(PAUSE, () => {
        const isDue = waiting.get(topic) === true;
        waiting.delete(topic);
        if (isDue) hint(topic);
      });
    });
    return undefined;
  };
  return hint;
}
