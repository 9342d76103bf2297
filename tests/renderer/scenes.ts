import type { Page } from '@playwright/test';
import type { RenewalsView } from '../../electron/contract/views.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { papersScenes } from './papers-scenes.ts';
import { problemScenes } from './problem-scenes.ts';
import { readinessScenes } from './ready-scenes.ts';
import { fakeBrowsers, signInScenes } from './scenes-sign-in.ts';
import { settingsScenes } from './settings-scenes.ts';
import { visitScenes } from './visit-scenes.ts';
import { siteListScenes } from './site-list-scenes.ts';
import { fakeConfirming, fakeEnded, fakeHomes, fakeLink, fakeList, fakePractice, fakeProfile, fakeRenewals, fakeResults, fakeRows, fakeSite, fakeStart, fakeStep, fakeStored, fakeWaiting } from './fake-bridge.ts';

/** One picture: what main answers, and what a person presses to get there. */
export interface Scene {
  readonly name: string;
  readonly answers: FakeAnswers;
  readonly walk?: (page: Page) => Promise<void>;
}

const press = (...names: readonly string[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name, exact: name !== 'Maison Dupont' }).first().click();
};
const practiceView = fakePractice('none');

const DAY = 86_400_000;

function base(now: number): FakeAnswers {
  return {
    'app.start': fakeStart(), 'link.view': { step: 'idle' }, 'profile.view': fakeProfile(now), 'sites.list': fakeList(fakeRows(now), 214),
    'sites.get': fakeSite(now, fakeLink(now, 12)), 'renewals.view': fakeRenewals(now), 'practice.view': practiceView, 'link.stop': { step: 'idle' }, 'link.close': { step: 'idle' }, 'settings.change': fakeStart({ settings: { customerLanguage: 'fr', siteMode: true, theme: 'system', notices: false, eraseAskYears: 0 } }), 'profile.copyRedirectUri': null, 'browsers.list': fakeBrowsers(),
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

const secretLeft = { tenMonths: 60 * DAY, elevenMonths: 30 * DAY, twoWeeks: 14 * DAY, over: -6 * DAY } as const;

function lockedList(now: number): FakeAnswers {
  return { 'sites.list': fakeList(fakeRows(now).map((row) => (row.state === 'notLinked' ? row : { ...row, state: 'locked' as const })), 214) };
}

function siteScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const open = press('Maison Dupont');
  const site = (name: string, link: ReturnType<typeof fakeLink> | null, part: FakeAnswers = {}): Scene => ({ name, answers: { ...all, 'sites.get': fakeSite(now, link), ...part }, walk: open });
  return [
    { name: 'sites-empty', answers: { ...all, 'app.start': fakeStart({ mode: 'practice' }), 'sites.list': fakeList([]) } },
    { name: 'sites-pick', answers: all },
    { name: 'sites-due', answers: { ...all, 'renewals.view': fakeRenewals(now, { counts: { links: 214, due: 12, uncertain: 1, suspect: 0, relinkRequired: 1 } }) } },
    { name: 'sites-alerts', answers: { ...all, 'app.start': fakeStart({ storageProblem: { code: 'L-60' }, notices: [{ code: 'L-63' }] }), 'profile.view': fakeProfile(now, { source: 'none' }), 'sites.get': fakeSite(now, null) }, walk: open },
    { name: 'sites-renewing', answers: { ...all, 'renewals.view': fakeRenewals(now, { round: 'running', total: 12, done: 4 }) } },
    { name: 'sites-locked', answers: { ...all, 'app.start': fakeStart({ storageProblem: { code: 'L-60' } }), ...lockedList(now) } },
    { name: 'sites-alerts-company', answers: { ...all, 'app.start': fakeStart({ companyProblem: { code: 'L-16' } }) }, walk: open },
    ...(['tenMonths', 'elevenMonths', 'twoWeeks', 'over'] as const).map((level): Scene => ({ name: `sites-secret-${level}`, answers: { ...all, 'app.start': fakeStart({ secretReminder: { level, endsAt: now + secretLeft[level] } }) } })),
    { name: 'sites-no-match', answers: { ...all, 'sites.list': fakeList([]) }, walk: async (page) => page.getByRole('searchbox').fill('Nowhere') },
    { name: 'site-new', answers: all, walk: press('New site', 'Create site') },
    site('site-not-linked', null, { 'app.start': fakeStart({ mode: 'practice' }) }),
    site('site-linked', fakeLink(now, 12)),
    site('site-day-62', fakeLink(now, 62)),
    site('site-day-83', fakeLink(now, 83)),
    site('site-over', fakeLink(now, 93)),
    site('site-uncertain', fakeLink(now, 30, { state: 'uncertain', problem: { code: 'L-43' }, nextAt: now + 4.5 * 3_600_000 })),
    site('site-refused-once', fakeLink(now, 30, { state: 'uncertain', problem: { code: 'L-42' }, nextAt: now + 12.5 * 60_000 })),
    site('site-uncertain-company', fakeLink(now, 30, { state: 'uncertain', problem: { code: 'L-16' }, nextAt: now }), { 'app.start': fakeStart({ companyProblem: { code: 'L-16' } }) }),
    site('site-locked', fakeLink(now, 12, { state: 'locked', problem: { code: 'L-60' }, nextAt: null }), { 'app.start': fakeStart({ storageProblem: { code: 'L-60' } }), ...lockedList(now) }),
    site('site-again', fakeLink(now, 95, { state: 'signInAgain', problem: { code: 'L-41' }, nextAt: null })),
    site('site-keyless', fakeLink(now, 3, { state: 'linkedHomesUnreadable', proof: null })),
    site('site-unreadable', fakeLink(now, 3, { state: 'unreadable', proof: null, problem: { code: 'L-61' }, nextAt: null })),
    { name: 'site-unlink', answers: all, walk: press('Maison Dupont', 'End this link') },
    { name: 'site-unlinked', answers: { ...all, 'sites.get': { ...fakeSite(now, null), history: [{ at: now - 60_000, event: 'unlinked' }, ...fakeSite(now, fakeLink(now, 12)).history] } }, walk: open },
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
  const first: FakeAnswers = { 'sites.get': fakeSite(now, null) };
  return [
    { name: 'link-1-check', answers: start, walk: press('Maison Dupont', 'Link this customer’s account') },
    { name: 'link-1-check-problem', answers: { ...start, 'link.check': trouble }, walk: press('Maison Dupont', 'Link this customer’s account') },
    { name: 'link-2-explain', answers: { ...start, 'app.start': fakeStart({ mode: 'practice' }) }, walk: press('Maison Dupont', 'Link this customer’s account', 'Show the customer card') },
    during('link-3-preparing', fakeStep('preparing')),
    during('link-3-waiting', waiting, first),
    during('link-3-waiting-again', waiting),
    during('link-3-practice-refused', fakeWaiting(now, { route: 'loopback', refused: { code: 'L-13' } }), { ...first, 'app.start': fakeStart({ mode: 'practice' }) }),
    during('link-3-paste', waiting, { 'link.paste': { refusal: { code: 'L-84' } } }, async (page) => {
      await press('Paste address')(page);
      await page.getByRole('textbox').fill('https://example.com/');
      await press('Use this address')(page);
    }),
    during('link-3-reading', fakeStep('readingHomes')),
    during('link-4-confirm', fakeConfirming()),
    during('link-4-keyless', fakeConfirming({ homes: null })),
    during('link-4-no-home', fakeConfirming({ homes: [], problem: { code: 'L-26' } })),
    during('link-4-one-fails', fakeConfirming({ homes: [...fakeHomes().slice(0, 1), { shortId: '90bc', name: 'Gîte', deviceCount: null, deviceNames: [], problem: { code: 'L-46' } }] })),
    during('link-5-done', fakeStored(true)),
    during('link-5-done-background', fakeStored(true, true)),
    during('link-ended-other-account', fakeEnded({ code: 'L-25', reason: 'otherAccount' })),
    during('link-ended-safe', fakeEnded({ code: 'L-03' })),
    during('link-ended-secret', fakeEnded({ code: 'L-16', httpStatus: 400, correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e' })),
  ];
}

function renewalsScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const scene = (name: string, view: Partial<RenewalsView>, part: FakeAnswers = {}, then: readonly string[] = []): Scene => ({
    name: `renewals-${name}`,
    answers: { ...all, 'renewals.view': fakeRenewals(now, view), ...part },
    walk: async (page) => {
      await page.getByRole('button', { name: /^Renewals/u }).click();
      await press(...then)(page);
    },
  });
  const counts = { links: 214, due: 12, uncertain: 1, suspect: 1, relinkRequired: 3 };
  const settled = { links: 214, due: 0, uncertain: 1, suspect: 1, relinkRequired: 4 };
  const some = { total: 12, done: 4, results: fakeResults(now, true).slice(0, 4), counts };
  const refused = { counts: { ...counts, suspect: 6 }, companyProblem: { code: 'L-16' } } as const;
  const start: FakeAnswers = { 'app.start': fakeStart({ companyProblem: { code: 'L-16' } }) };
  return [
    scene('many', { counts: { links: 31_400, due: 212, uncertain: 0, suspect: 0, relinkRequired: 0 } }),
    scene('none', { counts: { links: 0, due: 0, uncertain: 0, suspect: 0, relinkRequired: 0 }, nextAt: null, background: 'off' }),
    scene('fine', {}),
    scene('partly', { counts: settled }),
    scene('due', { counts, background: 'off' }),
    scene('running', { round: 'running', ...some }),
    scene('starting', { round: 'running', total: 12, counts }),
    scene('waiting-offline', { round: 'waiting', reason: { code: 'L-50' }, ...some }),
    scene('waiting-busy', { round: 'waiting', reason: { code: 'L-44', retryAfterSeconds: 600 }, ...some }),
    scene('waiting-company', { round: 'waiting', reason: { code: 'L-16' }, ...some, ...refused }, start),
    scene('company', refused, start),
    scene('trust', refused, start, ['The credentials are right: try each link again']),
    scene('paused', { round: 'paused', ...some }),
    scene('done', { round: 'done', total: 12, done: 12, results: fakeResults(now, false) }),
    scene('done-trouble', { round: 'done', total: 12, done: 12, results: fakeResults(now, true), counts: settled }),
    scene('done-many', { round: 'done', total: 214, done: 214, results: fakeResults(now, false) }),
    scene('locked', { counts: { ...counts, due: 0 } }, { 'app.start': fakeStart({ storageProblem: { code: 'L-60' } }) }),
    scene('unsupported', { background: 'unsupported' }),
    scene('waiting-approval', { background: 'waitingForApproval' }),
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
  return [...setUpScenes(now, all), ...settingsScenes(all), ...siteListScenes(now, all), ...siteScenes(now, all), ...visitScenes(now, all), ...linkScenes(now, all), ...signInScenes(now, all), ...renewalsScenes(now, all), ...readinessScenes(now, all), ...papersScenes(now, all), problem, ...proxyScenes, ...problemScenes(all)];
}
