import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { notify, type NotificationParts } from '../../../electron/shell/notification.ts';
import type { Preferences, PreferenceValues } from '../../../electron/shell/preferences.ts';
import { DAY, ManualClock } from '../links/fakes.ts';

let shown: { title: string; body: string }[];
let isSupported: boolean;
let clicked: () => void;
let opened: number;
/** What the system says when it shall show something; null: nothing. */
let answer: 'show' | 'failed' | null;
let last: PreferenceValues['lastConcern'];
let clock: ManualClock;
let language: PreferenceValues['language'];

class Shown extends EventEmitter {
  static isSupported = (): boolean => isSupported;
  readonly #options: { title: string; body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.#options = options;
  }
  show(): void {
    shown.push(this.#options);
    clicked = () => void this.emit('click');
    if (answer) this.emit(answer);
  }
}

function parts(): NotificationParts {
  const preferences = {
    notice: null,
    get: (name: keyof PreferenceValues) => (name === 'language' ? language : last),
    set: (_name: string, value: PreferenceValues['lastConcern']) => {
      last = value;
      return { ok: true, value: null };
    },
  } as unknown as Preferences;
  return { Notification: Shown as unknown as NotificationParts['Notification'], preferences, clock, onClick: () => void (opened += 1) };
}

beforeEach(() => {
  shown = [];
  isSupported = true;
  opened = 0;
  answer = 'show';
  last = null;
  language = 'en';
  clock = new ManualClock();
});

describe('telling a person', () => {
  it.each([
    [{ kind: 'company', problem: { code: 'L-16' } }, 'Your office must act'],
    [{ kind: 'storage', problem: { code: 'L-60' } }, 'Open Liaison'],
    [{ kind: 'signInAgain', count: 1 }, '1 link is no longer accepted'],
    [{ kind: 'signInAgain', count: 3 }, '3 links are no longer accepted'],
    [{ kind: 'endingSoon', count: 2 }, '2 links could not be renewed'],
  ] as const)('%j', async (concern, text) => {
    expect(await notify(parts(), concern)).not.toBeNull();
    expect(shown[0]?.body).toContain(text);
  });

  it('speaks the person’s language, with its plural', async () => {
    language = 'fr';
    await notify(parts(), { kind: 'signInAgain', count: 2 });
    expect(shown).toEqual([{ title: 'Un client doit se reconnecter', body: '2 liaisons ne sont plus acceptées. Ouvrez Liaison pour voir lesquelles.' }]);
  });

  it('opens the window at a click', async () => {
    await notify(parts(), { kind: 'signInAgain', count: 1 });
    clicked();
    expect(opened).toBe(1);
  });

  it('says the same once a week, another thing at once, and is not silenced by a clock that was set back', async () => {
    await notify(parts(), { kind: 'company', problem: { code: 'L-16' } });
    clock.sleep(6 * DAY);
    expect(await notify(parts(), { kind: 'company', problem: { code: 'L-16' } })).toBeNull();
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).not.toBeNull();
    clock.sleep(7 * DAY);
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).not.toBeNull();
    clock.sleep(-400 * DAY);
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).not.toBeNull();
  });

  it('tells of every link that ended, because no later run will', async () => {
    await notify(parts(), { kind: 'signInAgain', count: 1 });
    clock.sleep(DAY);
    expect(await notify(parts(), { kind: 'signInAgain', count: 1 })).not.toBeNull();
  });

  it.each(['failed', null] as const)('is not taken for told when the system showed nothing (%s)', async (event) => {
    answer = event;
    const told = notify(parts(), { kind: 'endingSoon', count: 2 });
    await clock.advance(5000);
    expect([await told, last]).toEqual([null, null]);
  });

  it('is silent where the system shows none', async () => {
    isSupported = false;
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).toBeNull();
  });
});
