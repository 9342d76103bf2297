import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { notify, type NotificationParts } from '../../../electron/shell/notification.ts';
import type { Preferences, PreferenceValues } from '../../../electron/shell/preferences.ts';
import { DAY, ManualClock } from '../links/fakes.ts';

let shown: { title: string; body: string }[];
let isSupported: boolean;
let clicked: () => void;
let opened: number;
let last: PreferenceValues['lastConcern'];
let clock: ManualClock;

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
    this.emit('show');
  }
}

function parts(): NotificationParts {
  const preferences = {
    notice: null,
    get: (name: keyof PreferenceValues) => (name === 'language' ? 'en' : last),
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
  last = null;
  clock = new ManualClock();
});

describe('telling a person', () => {
  it.each([
    [{ kind: 'company', problem: { code: 'L-16' } }, 'Your office must act'],
    [{ kind: 'signInAgain', count: 1 }, '1 link is no longer accepted'],
    [{ kind: 'signInAgain', count: 3 }, '3 links are no longer accepted'],
    [{ kind: 'endingSoon', count: 2 }, '2 links could not be renewed'],
  ] as const)('%j', async (concern, text) => {
    expect(await notify(parts(), concern)).toBe(true);
    expect(shown[0]?.body).toContain(text);
  });

  it('opens the window at a click', async () => {
    await notify(parts(), { kind: 'signInAgain', count: 1 });
    clicked();
    expect(opened).toBe(1);
  });

  it('says the same once a week, another thing at once, and is not silenced by a clock that was set back', async () => {
    await notify(parts(), { kind: 'signInAgain', count: 1 });
    clock.sleep(6 * DAY);
    expect(await notify(parts(), { kind: 'signInAgain', count: 2 })).toBe(false);
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).toBe(true);
    clock.sleep(7 * DAY);
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).toBe(true);
    clock.sleep(-400 * DAY);
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).toBe(true);
  });

  it('is silent where the system shows none', async () => {
    isSupported = false;
    expect(await notify(parts(), { kind: 'endingSoon', count: 2 })).toBe(false);
  });
});
