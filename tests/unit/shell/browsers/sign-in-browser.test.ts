import { beforeEach, expect, it, vi } from 'vitest';
import type { SignInBrowserChoice } from '../../../../electron/contract/browsers.ts';
import { success } from '../../../../electron/contract/result.ts';
import { Secret } from '../../../../electron/oauth/secret.ts';
import type { InstalledBrowser } from '../../../../electron/shell/browsers/find.ts';
import type { Command } from '../../../../electron/shell/browsers/launch.ts';
import { createSignInBrowser, type SignInBrowsers } from '../../../../electron/shell/browsers/sign-in-browser.ts';
import { systemRandom } from '../../../../electron/shell/random.ts';
import { ManualClock } from '../../links/fakes.ts';

const address = new Secret('https://login.example/authorize?state=canary-state');
const edge: InstalledBrowser = { id: 'edge', name: 'Edge', path: '/edge', privateWindow: 'possible' };

let clock: ManualClock;
let choice: SignInBrowserChoice;
let installed: readonly InstalledBrowser[];
let starts: boolean;
const commands: Command[] = [];
const opened: string[] = [];
const copied: string[] = [];
const shown = vi.fn<(isReused: boolean) => void>();
const notShown = vi.fn<() => void>();
const page = (mark = 'one') => ({ address, mark, shown, notShown });
let browser: SignInBrowsers;

beforeEach(() => {
  [clock, choice, installed, starts] = [new ManualClock(), 'auto', [edge], true];
  for (const list of [commands, opened, copied]) list.splice(0);
  vi.clearAllMocks();
  browser = createSignInBrowser({
    clock, random: systemRandom, platform: 'win32', choice: () => choice, defaultName: () => '',
    shell: { openExternal: async (url) => void opened.push(url) },
    find: async () => installed,
    start: async (command) => {
      commands.push(command);
      return starts;
    },
    copyText: async (text) => {
      copied.push(text);
      return success(null);
    },
  });
});

it('opens the private window by an address without any secret, and tells when the page was fetched', async () => {
  expect(await browser.openSignIn(page())).toEqual(success(null));
  const [command] = commands;
  expect([command?.file, command?.arguments_[0], JSON.stringify(commands).includes('canary')]).toEqual(['/edge', '--inprivate', false]);
  await fetch(command?.arguments_[1] ?? '', { redirect: 'manual' });
  expect(shown).toHaveBeenCalledExactlyOnceWith(false);
  await clock.advance(60_000);
  expect(notShown).not.toHaveBeenCalled();
  browser.shut();
});

it('tells when nobody fetched the page within twenty seconds', async () => {
  await browser.openSignIn(page());
  await clock.advance(19_999);
  expect(notShown).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(notShown).toHaveBeenCalledOnce();
  browser.shut();
});

it('is silent when it was shut before', async () => {
  await browser.openSignIn(page());
  browser.shut();
  await clock.advance(60_000);
  expect(notShown).not.toHaveBeenCalled();
});

it('knows a private window that was never closed', async () => {
  await browser.openSignIn(page('one'));
  const cookie = (await fetch(commands[0]?.arguments_[1] ?? '', { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const [mark, isReused] of [['one', false], ['two', true]] as const) {
    await browser.openSignIn(page(mark));
    await fetch(commands.at(-1)?.arguments_[1] ?? '', { redirect: 'manual', headers: { cookie } });
    expect(shown).toHaveBeenLastCalledWith(isReused);
  }
  browser.shut();
});

it('a private window that cannot be started is L-33', async () => {
  starts = false;
  expect(await browser.openSignIn(page())).toEqual({ ok: false, problem: { code: 'L-33' } });
  browser.shut();
});

it('without a private window it is the normal one of the default browser, by the same kind of address', async () => {
  installed = [];
  expect([await browser.next(), await browser.privateBrowser()]).toEqual([{ name: null, isPrivate: false }, null]);
  await browser.openSignIn(page());
  expect([commands, opened.length, opened[0]?.startsWith('http://127.0.0.1:')]).toEqual([[], 1, true]);
  browser.shut();
});

it('signs out where the last sign-in page was opened, though another browser is chosen by now', async () => {
  await browser.openSignIn(page());
  choice = 'default';
  await browser.openSignOut(new Secret('https://login.example/logout'));
  expect(commands.at(-1)).toEqual({ file: '/edge', arguments_: ['--inprivate', 'https://login.example/logout'] });
  expect(await browser.openSignOut(new Secret('file:///etc/passwd'))).toEqual({ ok: false, problem: { code: 'L-85', reason: 'address' } });
  browser.shut();
});

it('puts nothing but a way to the page on the clipboard', async () => {
  expect(await browser.copyLink(page())).toEqual(success(null));
  expect(copied[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/u);
  browser.shut();
});

it('looks for browsers again after a minute only', async () => {
  await browser.next();
  installed = [];
  expect(await browser.next()).toEqual({ name: 'Edge', isPrivate: true });
  await clock.advance(60_000);
  expect(await browser.next()).toEqual({ name: null, isPrivate: false });
});
