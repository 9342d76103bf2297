import type { Page } from '@playwright/test';
import type { BrowsersView } from '../../electron/contract/browsers.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { fakeConfirming, fakeEnded, fakeLink, fakeSite, fakeStart, fakeWaiting } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

/** Two browsers, the private window of one in use. */
export function fakeBrowsers(part: Partial<BrowsersView> = {}): BrowsersView {
  return {
    installed: [{ id: 'edge', name: 'Edge', privateWindow: 'possible' }, { id: 'chrome', name: 'Chrome', privateWindow: 'forbidden' }, { id: 'firefox', name: 'Firefox', privateWindow: 'possible' }],
    chosen: 'auto', used: { name: 'Edge', isPrivate: true }, ...part,
  };
}

const press = (...names: readonly string[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name, exact: name !== 'Maison Dupont' }).first().click();
};

const running = { id: 'a1', siteId: 's1', siteName: 'Maison Dupont' } as const;
const normal = { name: null, isPrivate: false } as const;

/** Around the browser of the sign-in: its window, what it shows, and whose account it may hold. */
export function signInScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const first: FakeAnswers = { ...all, 'sites.get': fakeSite(now, null) };
  const during = (name: string, view: NonNullable<FakeAnswers['link.view']>, part: FakeAnswers = {}, walk?: Scene['walk']): Scene => ({ name, answers: { ...first, 'link.view': view, ...part }, ...(walk ? { walk } : {}) });
  const start = ['Maison Dupont', 'Link this customer’s account'];
  const early = fakeWaiting(now, { openedAt: now - 9000 });
  const see = (name: string, ...pictures: readonly (string | RegExp)[]): Scene => during(`sign-in-see${name}`, early, {}, async (page) => {
    await press('What do you see?')(page);
    for (const picture of pictures) await page.getByRole('button', { name: picture }).click();
  });
  return [
    { name: 'sign-in-window-normal', answers: { ...first, 'browsers.list': fakeBrowsers({ installed: [], chosen: 'default', used: normal }) }, walk: press(...start) },
    { name: 'sign-in-window-choose', answers: first, walk: press(...start, 'Change the browser') },
    { name: 'sign-in-window-none', answers: { ...first, 'browsers.list': fakeBrowsers({ installed: [], used: normal }) }, walk: press(...start, 'Change the browser') },
    during('sign-in-sign-out', { step: 'signingOut', ...running, window: normal, canSignOut: true }),
    during('sign-in-sign-out-by-hand', { step: 'signingOut', ...running, window: normal, canSignOut: false }),
    during('sign-in-early', early),
    during('sign-in-missing', fakeWaiting(now, { isMissing: true, openedAt: now - 25_000 })),
    during('sign-in-missing-practice', fakeWaiting(now, { isMissing: true, route: 'loopback' }), { 'app.start': fakeStart({ mode: 'practice' }) }),
    see(''), see('-fine', /The sign-in page/u), see('-error', /A text with/u), see('-blank', /An empty page/u), see('-open', /A question/u), see('-other', /Something else/u),
    during('sign-in-doubt-fast', fakeConfirming({ doubt: 'fast' })),
    during('sign-in-doubt-reused', fakeConfirming({ doubt: 'reused', homes: null })),
    during('sign-in-doubt-normal', fakeConfirming({ doubt: 'normalWindow' })),
    during('sign-in-doubt-ticked', fakeConfirming({ doubt: 'fast' }), {}, async (page) => page.getByRole('checkbox').check()),
    during('sign-in-ended-other-site', fakeEnded({ code: 'L-24', siteName: 'Villa Rossi' })),
    during('sign-in-ended-somebody', fakeEnded({ code: 'L-27' })),
    { name: 'sign-in-card-real', answers: first, walk: press(...start, 'Show the customer card') },
    { name: 'sign-in-consent', answers: { ...all, 'sites.get': { ...fakeSite(now, fakeLink(now, 12)), consent: { ...fakeSite(now, fakeLink(now, 12)).consent!, clock: 'wrong' } } }, walk: press('Maison Dupont') },
  ];
}
