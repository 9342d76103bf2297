import type { ChangedTopic } from '../contract/bridge.ts';
import type { Clock } from '../oauth/ports.ts';

/** Milliseconds between two hints of a topic that can come in crowds. */
const PAUSE = 250;

/** While many links are renewed these come several times a link, and the window asks for the list and its sums at each. */
const CROWDED: ReadonlySet<ChangedTopic> = new Set<ChangedTopic>(['sites', 'renewals']);

/** Sends hints: the first at once; of those that follow it closely one, at the end of the pause. None is lost, and what does not come in crowds never waits. */
export function calmHints(send: (topic: ChangedTopic) => void, clock: Clock): (topic: ChangedTopic) => void {
  const late = new Map<ChangedTopic, boolean>();
  const hint = (topic: ChangedTopic): void => {
    if (late.has(topic)) return void late.set(topic, true);
    send(topic);
    if (!CROWDED.has(topic)) return undefined;
    late.set(topic, false);
    clock.after(PAUSE, () => {
      const isDue = late.get(topic) === true;
      late.delete(topic);
      if (isDue) hint(topic);
    });
    return undefined;
  };
  return hint;
}
