import type { LiaisonBridge } from '../../electron/contract/bridge.ts';
import type { Answer, CallName } from '../../electron/contract/calls.ts';
import type { PracticeFault } from '../../electron/contract/practice-faults.ts';
import type { PracticeView } from '../../electron/contract/practice.ts';
import type { ConsentView } from '../../electron/contract/consent.ts';
import type { Problem } from '../../electron/contract/problems.ts';
import type { ListedSite, SiteList } from '../../electron/contract/site-list.ts';
import { siteGroups } from '../../electron/contract/site-groups.ts';
import type { AttemptView, HomeView, LinkView, ProfileView, RenewalResult, RenewalsView, SiteView, StartView } from '../../electron/contract/views.ts';

/** What main would answer: a value per call, a problem, or nothing as yet. Data only, so that it can be handed to a page. */
export type FakeAnswers = { readonly [Name in CallName]?: Answer<Name> | { readonly refusal: Problem } | 'awaited' };

/** Runs inside the page before anything else: puts a bridge there that answers from a table. It must not use anything outside itself. */
export function installFakeBridge(first: FakeAnswers): void {
  let answers = first;
  const listeners = new Set<(topic: 'attempt' | 'app') => void>();
  const bridge: LiaisonBridge = {
    async call(name, argument) {
      const whole = answers[name];
      if (whole === 'awaited') return new Promise(() => undefined);
      // A page of the list, as main would cut it.
      const list: SiteList | null = name === 'sites.list' && typeof whole === 'object' && whole !== null && 'groups' in whole ? whole : null;
      const { offset, limit } = (argument ?? { offset: 0, limit: 0 }) as { readonly offset: number; readonly limit: number };
      const answer: unknown = list ? { ...list, rows: list.rows.slice(offset, offset + limit) } : whole;
      if (typeof answer === 'object' && answer !== null && 'refusal' in answer) return { ok: false, problem: answer.refusal as Problem };
      return { ok: true, value: (answer ?? null) as never };
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onCommand: () => () => undefined,
  };
  Object.defineProperty(window, 'liaison', { value: Object.freeze(bridge) });
  // For tests of what happens when main's answer changes.
  Object.assign(window, {
    changeAttempt: (attempt: AttemptView) => {
      answers = { ...answers, 'link.view': attempt };
      for (const listener of listeners) listener('attempt');
    },
    changeLanguage: (language: StartView['language']) => {
      const start = answers['app.start'];
      if (typeof start !== 'object' || 'refusal' in start || start.language === language) return;
      answers = { ...answers, 'app.start': { ...start, language } };
      for (const listener of listeners) listener('app');
    },
  });
}

const DAY = 86_400_000;

/** A start view; `now` and all other times in milliseconds since 1970-01-01 UTC. */
export function fakeStart(part: Partial<StartView> = {}): StartView {
  return { mode: 'real', firstStartDone: true, language: 'en', companyName: 'Martin Électricité', personName: 'Anna Martin', settings: { customerLanguage: 'fr', siteMode: false, theme: 'system', notices: false, eraseAskYears: 0 }, version: '0.1.0', platform: 'windows', storageProblem: null, notices: [], companyProblem: null, secretReminder: null, ...part };
}

const homes: HomeView[] = [
  { shortId: '4f2a', name: 'Maison Dupont', deviceCount: 14, deviceNames: ['Salon', 'Chambre parents', 'Entrée', 'Prise four', 'Volet cuisine', 'Garage', 'Terrasse'], problem: null },
  { shortId: '90bc', name: 'Gîte', deviceCount: 3, deviceNames: ['Radiateur', 'Volet est', 'Volet ouest'], problem: null },
];

/** The homes of the invented customer. */
export function fakeHomes(): HomeView[] {
  return homes;
}

/** A link that was renewed `age` days before `now`. */
export function fakeLink(now: number, age: number, part: Partial<LinkView> = {}): LinkView {
  const renewedAt = now - age * DAY;
  return { state: 'linked', linkedAt: renewedAt - 30 * DAY, renewedAt, endsAt: renewedAt + 90 * DAY, account: 'c…t@orange.fr', proof: { at: now - 2 * DAY, homes }, problem: null, nextAt: Math.max(now, renewedAt + 30 * DAY), ...part };
}

/** The customer's yes. */
export function fakeConsent(now: number): ConsentView {
  return { at: now - 39 * DAY, textVersion: '1', language: 'fr', clock: 'confirmed', customerName: 'Mme Claire Dupont', companyName: 'Martin Électricité', homes: homes.map(({ shortId, name }) => ({ shortId, name })) };
}

/** One site. */
export function fakeSite(now: number, link: LinkView | null): SiteView {
  const history: SiteView['history'] = [{ at: now - 40 * DAY, event: 'created' }];
  if (link) history.unshift({ at: now - 2 * DAY, event: 'proven' }, { at: now - 12 * DAY, event: 'renewed' }, { at: now - 39 * DAY, event: 'linked' }, { at: now - 39 * DAY, event: 'consentGiven' });
  return { id: 's1', name: 'Maison Dupont', address: '12 rue des Lilas, 87000 Limoges', customerName: 'Mme Claire Dupont', customerLanguage: 'fr', createdAt: now - 40 * DAY, link, history, consent: link ? fakeConsent(now) : null, visit: '', contractEndsOn: '', notes: '', handedOverAt: null, endedAt: null, guestRemovedAt: null };
}

/** Sites in every state, in the order of the list. */
export function fakeRows(now: number): ListedSite[] {
  const today = new Date(now - new Date(now).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const later = (days: number): string => new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);
  const row = (id: string, name: string, address: string, group: ListedSite['group'], state: ListedSite['state'], proven: number | null, left: number | null, part: Partial<ListedSite> = {}): ListedSite => ({
    id, name, address, state, provenAt: proven === null ? null : now - proven * DAY, endsAt: left === null ? null : now + left * DAY, group, visit: '', handOverOpen: false, contractEndsOn: '', ...part,
  });
  return [
    row('s7', 'Villa Rossi', 'Via Roma 8, Varese', 'needsYou', 'signInAgain', 120, 0),
    row('s9', 'Weber', 'Lindenweg 4, Kehl', 'needsYou', 'linked', 83, 6.5, { visit: `${today}T14:30`, handOverOpen: true }),
    row('s6', 'Mas des Oliviers', 'Route de Nîmes, Uzès', 'needsYou', 'unreadable', 90, 10),
    row('s3', 'Cabinet Moreau', '4 place Jourdan, Limoges', 'needsYou', 'uncertain', 6, 50),
    row('s8', 'Rosier', '2 rue Haute, Limoges', 'dueSoon', 'linked', 72, 17.5, { contractEndsOn: later(12) }),
    row('s1', 'Maison Dupont', '12 rue des Lilas, 87000 Limoges', 'visits', 'linked', 2, 78, { visit: `${today}T16:00` }),
    row('s4', 'Garnier', 'Le Bourg, Panazol', 'visits', 'notLinked', null, null, { visit: later(1) }),
    row('s5', 'Lefèvre, rénovation', '', 'handOver', 'linkedHomesUnreadable', null, 70, { handOverOpen: true }),
    row('s10', 'Résidence du Parc, appartement 12, 3e étage', '8 boulevard de la République, 87100 Limoges', 'contract', 'linked', 3, 71, { contractEndsOn: later(-2) }),
    row('s2', 'Appartement Petit', '31 av. Foch, Limoges', 'fine', 'linked', 0.1, 80),
    row('s11', 'Tanguy', '3 impasse du Four, Aixe-sur-Vienne', 'notLinked', 'notLinked', null, null),
    row('s12', 'Ancienne école', 'Le Bourg, Saint-Just', 'ended', 'notLinked', null, null),
  ];
}

/** The list with these rows, and as many more sites that are all well as make `total`. */
export function fakeList(rows: readonly ListedSite[], total = rows.length): SiteList {
  const more = Array.from({ length: total - rows.length }, (_, n): ListedSite => ({
    id: `m${n}`, name: `Maison ${n + 1}`, address: `${n + 1} rue des Lilas, 87000 Limoges`, state: 'linked', provenAt: Date.now() - DAY, endsAt: Date.now() + 70 * DAY, group: 'fine', visit: '', handOverOpen: false, contractEndsOn: '',
  }));
  const all = [...rows, ...more].toSorted((a, b) => siteGroups.indexOf(a.group) - siteGroups.indexOf(b.group));
  const groups = siteGroups.map((group) => ({ group, count: all.filter((row) => row.group === group).length })).filter(({ count }) => count > 0);
  const count = (fits: (row: ListedSite) => boolean): number => all.filter(fits).length;
  return {
    rows: all, total, groups, position: null,
    counts: { all: total, needsMe: count(({ group }) => group === 'needsYou'), dueSoon: count(({ group }) => group === 'dueSoon') + 1, handOverOpen: count((row) => row.handOverOpen), contractEnding: count((row) => row.contractEndsOn !== '') },
  };
}

/** Renewals at rest, with every link fine. */
export function fakeRenewals(now: number, part: Partial<RenewalsView> = {}): RenewalsView {
  const counts = { links: 214, due: 0, uncertain: 0, suspect: 0, relinkRequired: 0 };
  return { round: 'idle', reason: null, total: 0, done: 0, results: [], counts, nextAt: now + 3 * DAY, companyProblem: null, background: 'on', ...part };
}

/** What became of some links, newest first. */
export function fakeResults(now: number, trouble: boolean): RenewalResult[] {
  const names = ['Maison Dupont', 'Villa Rossi', 'Cabinet Moreau', 'Appartement Petit', 'Rosier', 'Lefèvre, rénovation', 'Mas des Oliviers', 'Garnier', 'Résidence du Parc, appartement 12, 3e étage', 'Tanguy', 'Hôtel du Lac', 'Weber'];
  const results = names.map((siteName, index): RenewalResult => ({ siteId: `r${index}`, siteName, outcome: 'renewed', problem: null, at: now - index * 900 }));
  if (!trouble) return results;
  const bad: Readonly<Record<number, Pick<RenewalResult, 'outcome' | 'problem'>>> = {
    1: { outcome: 'ended', problem: { code: 'L-41' } }, 2: { outcome: 'uncertain', problem: { code: 'L-43' } }, 5: { outcome: 'refused', problem: { code: 'L-42' } },
    6: { outcome: 'failed', problem: { code: 'L-61' } }, 8: { outcome: 'notSent', problem: { code: 'L-50' } },
  };
  return results.map((result, index) => ({ ...result, ...bad[index] }));
}

/** The company's credentials. */
export function fakeProfile(now: number, part: Partial<ProfileView> = {}): ProfileView {
  return {
    source: 'company', authorizationServer: 'https://partners-login.eliotbylegrand.com', clientId: '3f6c0f0e-12ab-4b7e-9c55-0d7b8e2f1a90', redirectUri: 'msal3f6c0f0e-12ab-4b7e-9c55-0d7b8e2f1a90://auth',
    route: 'scheme', hasClientSecret: true, clientSecretSetAt: now - 130 * DAY, hasSubscriptionKey: true, homesServer: 'https://api.developer.legrand.com', pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto', lastTest: null, ...part,
  };
}

const running = { id: 'a1', siteId: 's1', siteName: 'Maison Dupont' } as const;

/** The attempt, waiting since a bit more than a minute. */
export function fakeWaiting(now: number, part: Partial<Extract<AttemptView, { step: 'waiting' }>> = {}): AttemptView {
  return { step: 'waiting', ...running, route: 'scheme', openedAt: now - 72_000, deadline: now + 528_000, refused: null, window: { name: 'Edge', isPrivate: true }, isMissing: false, ...part };
}

/** The attempt, waiting for the customer's yes. */
export function fakeConfirming(part: Partial<Extract<AttemptView, { step: 'confirming' }>> = {}): AttemptView {
  return { step: 'confirming', ...running, account: 'c…t@orange.fr', homes, problem: null, doubt: null, ...part };
}

/** The attempt in one of its short steps. */
export function fakeStep(step: 'preparing' | 'exchanging' | 'readingHomes' | 'storing'): AttemptView {
  return { step, ...running };
}

/** The attempt, stored. */
export function fakeStored(canSignOut: boolean, askBackground = false): AttemptView {
  return { step: 'stored', ...running, canSignOut, askBackground };
}

/** The attempt, ended with `problem`. */
export function fakeEnded(problem: Problem): AttemptView {
  return { step: 'ended', ...running, problem };
}

/** Practice with this fault switched on. */
export function fakePractice(fault: PracticeFault): PracticeView {
  const customers = [['claire.dupont@example.com', 'Practice-2468', 2], ['marco.rossi@example.com', 'Practice-1357', 1], ['hannah.weber@example.com', 'Practice-9753', 2], ['tom.baker@example.com', 'Practice-8642', 0]] as const;
  return { fault, customerEmail: 'claire.dupont@example.com', customerPassword: 'Practice-2468', customers: customers.map(([email, password, count]) => ({ email, password, homes: count })) };
}
