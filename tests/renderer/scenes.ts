import type { Page } from '@playwright/test';
import type { FakeAnswers } from './fake-bridge.ts';
import { fakeConfirming, fakeEnded, fakeHomes, fakeLink, fakeProfile, fakeRows, fakeSite, fakeStart, fakeStep, fakeStored, fakeWaiting } from './fake-bridge.ts';

/** One picture: what main answers, and what a person presses to get there. */
export interface Scene {
  readonly name: string;
  readonly answers: FakeAnswers;
  readonly walk?: (page: Page) => Promise<void>;
}

const press = (...names: readonly string[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name, exact: name !== 'Maison Dupont' }).first().click();
};
const practiceView = { fault: 'none', customerEmail: 'claire.dupont@example.com', customerPassword: 'practice-1234' } as const;

function base(now: number): FakeAnswers {
  return {
    'app.start': fakeStart(), 'link.view': { step: 'idle' }, 'profile.view': fakeProfile(now), 'sites.list': { rows: fakeRows(now), total: 214 },
    'sites.get': fakeSite(now, fakeLink(now, 12)), 'practice.view': practiceView, 'link.stop': { step: 'idle' }, 'link.close': { step: 'idle' }, 'profile.copyRedirectUri': null,
    'link.check': { canStart: true, lines: (['credentials', 'storage', 'returnRoute', 'signInAddress'] as const).map((id) => ({ id, verdict: 'ok' as const, problem: null })) },
  };
}

function setUpScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const company = fakeProfile(now, { lastTest: { at: now - 3_600_000, verdict: 'answered', problem: null, pkce: true, signOut: true } });
  const failed = fakeProfile(now, { clientSecretSetAt: now - 371 * 86_400_000, lastTest: { at: now - 60_000, verdict: 'failed', problem: { code: 'L-10' }, pkce: null, signOut: null } });
  const credentials = press('Company credentials');
  return [
    { name: 'first-start', answers: { ...all, 'app.start': fakeStart({ firstStartDone: false, mode: 'practice' }) } },
    { name: 'first-start-error', answers: { ...all, 'app.start': fakeStart({ firstStartDone: false, mode: 'practice' }) }, walk: press('Start in practice') },
    { name: 'credentials-none', answers: { ...all, 'profile.view': fakeProfile(now, { source: 'none' }) }, walk: async (page) => credentials(page) },
    { name: 'credentials-practice', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }), 'profile.view': fakeProfile(now, { source: 'practice' }) }, walk: press('Set up for real') },
    { name: 'credentials', answers: all, walk: credentials },
    { name: 'credentials-tested', answers: { ...all, 'profile.view': company }, walk: credentials },
    { name: 'credentials-failed', answers: { ...all, 'profile.view': failed, 'profile.importFile': { refusal: { code: 'L-80', field: 'client_secret' } } }, walk: press('Company credentials', 'Import company file') },
    { name: 'credentials-replace', answers: all, walk: press('Company credentials', 'Replace secret') },
    { name: 'credentials-form', answers: { ...all, 'profile.save': { refusal: { code: 'L-80', field: 'redirect_uri' } } }, walk: press('Company credentials', 'Change entries', 'Save credentials') },
    { name: 'practice-panel', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }) }, walk: press('Practice panel') },
  ];
}

function siteScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const open = press('Maison Dupont');
  const site = (name: string, link: ReturnType<typeof fakeLink> | null, part: FakeAnswers = {}): Scene => ({ name, answers: { ...all, 'sites.get': fakeSite(now, link), ...part }, walk: open });
  return [
    { name: 'sites-empty', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }), 'sites.list': { rows: [], total: 0 } } },
    { name: 'sites-pick', answers: all },
    { name: 'sites-alerts', answers: { ...all, 'app.start': fakeStart({ storageProblem: { code: 'L-60' }, notices: [{ code: 'L-63' }] }), 'profile.view': fakeProfile(now, { source: 'none' }), 'sites.get': fakeSite(now, null) }, walk: open },
    { name: 'sites-no-match', answers: { ...all, 'sites.list': { rows: [], total: 0 } }, walk: async (page) => page.getByRole('searchbox').fill('Nowhere') },
    { name: 'site-new', answers: all, walk: press('New site', 'Create site') },
    site('site-not-linked', null, { 'app.start': fakeStart({ mode: 'practice' }) }),
    site('site-linked', fakeLink(now, 12)),
    site('site-due', fakeLink(now, 72)),
    site('site-uncertain', fakeLink(now, 30, { state: 'uncertain', problem: { code: 'L-43' } })),
    site('site-again', fakeLink(now, 95, { state: 'signInAgain', problem: { code: 'L-41' } })),
    site('site-keyless', fakeLink(now, 3, { state: 'linkedHomesUnreadable', proof: null })),
    site('site-unreadable', fakeLink(now, 3, { state: 'unreadable', proof: null, problem: { code: 'L-61' } })),
    { name: 'site-edit', answers: all, walk: press('Maison Dupont', 'Edit site') },
  ];
}

function linkScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const during = (name: string, view: NonNullable<FakeAnswers['link.view']>, part: FakeAnswers = {}, walk?: Scene['walk']): Scene => ({ name, answers: { ...all, 'link.view': view, ...part }, ...(walk ? { walk } : {}) });
  const start: FakeAnswers = { ...all, 'sites.get': fakeSite(now, null) };
  const trouble: FakeAnswers['link.check'] = { canStart: false, lines: [
    { id: 'credentials', verdict: 'problem', problem: { code: 'L-67' } }, { id: 'storage', verdict: 'ok', problem: null }, { id: 'returnRoute', verdict: 'ok', problem: null }, { id: 'signInAddress', verdict: 'cannotCheck', problem: { code: 'L-50' } },
  ] };
  const waiting = fakeWaiting(now);
  return [
    { name: 'link-1-check', answers: start, walk: press('Maison Dupont', 'Link this customer’s account') },
    { name: 'link-1-check-problem', answers: { ...start, 'link.check': trouble }, walk: press('Maison Dupont', 'Link this customer’s account') },
    { name: 'link-2-explain', answers: { ...start, 'app.start': fakeStart({ mode: 'practice' }) }, walk: press('Maison Dupont', 'Link this customer’s account', 'Show the customer card') },
    during('link-3-preparing', fakeStep('preparing')),
    during('link-3-waiting', waiting),
    during('link-3-practice-refused', fakeWaiting(now, { route: 'loopback', refused: { code: 'L-13' } }), { 'app.start': fakeStart({ mode: 'practice' }) }),
    during('link-3-paste', waiting, { 'link.paste': { refusal: { code: 'L-84' } } }, async (page) => {
      await press('Paste address')(page);
      await page.getByRole('textbox').fill('https://example.com/');
      await press('Use this address')(page);
    }),
    during('link-3-error-page', waiting, {}, press('I see an error page')),
    during('link-3-reading', fakeStep('readingHomes')),
    during('link-4-confirm', fakeConfirming()),
    during('link-4-keyless', fakeConfirming({ homes: null })),
    during('link-4-no-home', fakeConfirming({ homes: [], problem: { code: 'L-26' } })),
    during('link-4-one-fails', fakeConfirming({ homes: [...fakeHomes().slice(0, 1), { shortId: '90bc', name: 'Gîte', deviceCount: null, deviceNames: [], problem: { code: 'L-46' } }] })),
    during('link-5-done', fakeStored(true)),
    during('link-ended-safe', fakeEnded({ code: 'L-03' })),
    during('link-ended-secret', fakeEnded({ code: 'L-16', httpStatus: 400, correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e' })),
  ];
}

/** Every screen and state, in the order of the job. `now` in milliseconds since 1970-01-01 UTC. */
export function scenes(now: number): readonly Scene[] {
  const all = base(now);
  const proxy: FakeAnswers = { ...all, 'link.renew': { refusal: { code: 'L-53' } }, 'app.setProxyPassword': null };
  const toProxy = press('Maison Dupont', 'Renew now', 'What to do');
  const proxyScenes: readonly Scene[] = [
    { name: 'problem-proxy', answers: proxy, walk: toProxy },
    { name: 'problem-proxy-password', answers: proxy, walk: async (page) => toProxy(page).then(async () => press('Enter the proxy’s password', 'Use this password')(page)) },
    { name: 'problem-proxy-entered', answers: proxy, walk: async (page) => {
      await toProxy(page);
      await press('Enter the proxy’s password')(page);
      await page.getByLabel('User name').fill('martin');
      await page.getByLabel('Password', { exact: true }).fill('practice');
      await press('Use this password')(page);
    } },
  ];
  const problem: Scene = { name: 'problem', answers: { ...all, 'app.start': fakeStart({ storageProblem: { code: 'L-60' } }) }, walk: press('What to do') };
  return [...setUpScenes(now, all), ...siteScenes(now, all), ...linkScenes(now, all), problem, ...proxyScenes];
}
