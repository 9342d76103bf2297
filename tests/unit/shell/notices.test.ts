import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteList } from '../../../electron/contract/site-list.ts';
import { lookForNotices, watchNotices, type NoticeParts } from '../../../electron/shell/notices.ts';
import type { NotificationText } from '../../../electron/shell/notification.ts';
import type { PreferenceValues } from '../../../electron/shell/preferences.ts';
import { DAY, ManualClock } from '../links/fakes.ts';

let clock: ManualClock;
let values: Pick<PreferenceValues, 'notices' | 'told' | 'language'>;
let counts: SiteList['counts'];
let mode: 'practice' | 'real';
let step: string;
let isFocused: boolean;
let hasWindow: boolean;
let isBroken: boolean;
let isOpen: boolean;
let shown: NotificationText[];
let clicked: () => void;
let log: unknown[];

class Shown extends EventEmitter {
  static isSupported = (): boolean => true;
  readonly #text: NotificationText;
  constructor(text: NotificationText) {
    super();
    this.#text = text;
  }
  show(): void {
    shown.push(this.#text);
    clicked = () => void this.emit('click');
    this.emit('show');
  }
}

const page = (): unknown => {
  if (isBroken) throw new Error('disk');
  return { counts };
};
const parts = (): NoticeParts => ({
  Notification: Shown, clock,
  preferences: { get: (name: keyof typeof values) => values[name], set: (name: string, value: unknown) => ((values = { ...values, [name]: value }), { ok: true, value: null }) },
  program: () => ({ workplace: () => ({ mode, storageProblem: null, sites: { prepare: async () => isOpen, page }, desk: { signIn: { view: () => ({ step }) } } }) }),
  window: () => (hasWindow ? { isFocused: () => isFocused, webContents: { send: (_channel: string, command: unknown) => void log.push(command) } } : undefined),
  open: () => void log.push('open'),
  log: { write: (event: string) => void log.push(event) },
}) as unknown as NoticeParts;

beforeEach(() => {
  clock = new ManualClock();
  values = { notices: true, told: {}, language: 'en' };
  counts = { all: 20, needsMe: 3, dueSoon: 1, handOverOpen: 0, contractEnding: 0 };
  mode = 'real';
  step = 'idle';
  isFocused = false;
  hasWindow = true;
  isBroken = false;
  isOpen = true;
  shown = [];
  log = [];
});

describe('somebody who looks elsewhere', () => {
  it('is told how many sites wait, without a sound and without a name, and once a day', async () => {
    await lookForNotices(parts());
    await lookForNotices(parts());
    expect(shown).toEqual([{ title: 'Sites need you', body: '3 sites need you. Open Liaison to see which.', silent: true }]);
    clock.sleep(DAY);
    counts = { ...counts, needsMe: 4 };
    await lookForNotices(parts());
    expect(shown).toHaveLength(2);
  });

  it('comes to that part of the list by a click', async () => {
    counts = { ...counts, needsMe: 0, contractEnding: 1 };
    await lookForNotices(parts());
    clicked();
    expect([shown[0]?.title, log]).toEqual(['Contracts end', ['open', { showSites: 'contractEnding' }]]);
  });

  it.each([
    ['who did not ask for it', (): unknown => (values = { ...values, notices: false })],
    ['in practice', (): unknown => (mode = 'practice')],
    ['while the window has the focus', (): unknown => (isFocused = true)],
    ['while a customer signs in', (): unknown => (step = 'waiting')],
    ['where there is no window', (): unknown => (hasWindow = false)],
    ['when the book is closed meanwhile', (): unknown => (isOpen = false)],
    ['when nothing waits', (): unknown => (counts = { ...counts, needsMe: 0 })],
  ] as const)('is told nothing: %s', async (_name, given) => {
    given();
    expect(await lookForNotices(parts())).toBeNull();
    expect([shown, values.told]).toEqual([[], {}]);
  });
});

describe('the looks', () => {
  it('begin after five minutes and go on each hour, though one fails', async () => {
    watchNotices(parts());
    isBroken = true;
    await clock.advance(4 * 60_000);
    expect(log).toEqual([]);
    await clock.advance(60_000);
    expect([log, shown]).toEqual([['notices.failed'], []]);
    isBroken = false;
    await clock.advance(60 * 60_000);
    expect(shown).toHaveLength(1);
  });
});
