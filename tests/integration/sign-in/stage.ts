import { success } from '../../../electron/contract/result.ts';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { createSignIn } from '../../../electron/links/sign-in.ts';
import type { SignIn } from '../../../electron/links/sign-in-ports.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import { discoveryRequest, readDiscovery, type Discovery } from '../../../electron/oauth/discovery.ts';
import type { Clock } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import type { PracticeCustomer } from '../../../electron/practice/authority.ts';
import { createSignInBrowser } from '../../../electron/shell/browsers/sign-in-browser.ts';
import { systemRandom } from '../../../electron/shell/random.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { createFetchBrowser, type FetchBrowser } from '../../authority/browser.ts';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { systemClock } from '../../authority/clock.ts';
import { signInAs, walkAs } from '../../authority/customer.ts';
import { ChildHttp } from '../../crash/kill/child-http.ts';
import { fakeWrapper, present, temporaryFolder, value } from '../storage/support.ts';

/** What one trial stages. */
export interface Staging {
  /** Which window the sign-in opens in; `left open`: a private window that the previous customer's sign-in used and nobody closed. */
  readonly window: 'private' | 'left open' | 'normal';
  /** The browser holds the session of this customer; null: of nobody. */
  readonly leftOver: 'marco' | 'claire' | null;
  /** Marco's account is linked to another site. */
  readonly isLinkedElsewhere: boolean;
  /** The site is linked to Claire's account already. */
  readonly isAgain: boolean;
  /** Time passes before the browser comes back even where nobody types. */
  readonly isSlow: boolean;
  /** The server names a sign-out page. */
  readonly canSignOut: boolean;
  /** The customer looks at the home by herself; else only when its name is read aloud. */
  readonly isAttentive: boolean;
}

/** What came of a trial. */
export interface Outcome {
  readonly stored: 'right' | 'wrong' | 'none';
  /** A foreign account came back from the browser at least once. */
  readonly foreignCame: boolean;
  readonly guards: readonly string[];
}

/** Milliseconds that pass when a person takes time. */
const A_WHILE = 30_000;
/** A hurried electrician gives up after so many starts. */
const MOST_STARTS = 4;

interface Stage {
  readonly desk: SignIn;
  readonly claire: PracticeCustomer;
  readonly marco: PracticeCustomer;
  readonly siteId: string;
  readonly workspace: OpenedWorkspace;
  readonly test: TestAuthority;
  /** What the browser was last asked to open, and in which window. */
  readonly opened: { address: string; browser: FetchBrowser }[];
  skip(milliseconds: number): void;
}

function companyOf({ authority, options }: TestAuthority): CompanyProfile {
  return {
    authorizationServer: authority.origin, homesServer: authority.origin, clientId: options.clientId, redirectUri: options.redirectUri,
    clientSecret: new Secret(options.clientSecret), subscriptionKey: new Secret(options.subscriptionKey), pkce: 'auto', prompt: 'off', tokenRedirectUri: 'auto',
  };
}

async function discover(test: TestAuthority, http: ChildHttp): Promise<Discovery | null> {
  const outcome = readDiscovery(await http.send(discoveryRequest(companyOf(test))), companyOf(test));
  return outcome.kind === 'known' ? outcome.discovery : null;
}

/** The windows of the laptop: a private one is new each time, unless nobody closed it. */
function windows(staging: Staging, opened: Stage['opened']) {
  const kept = createFetchBrowser();
  const open = (address: string): void => void opened.push({ address, browser: staging.window === 'private' ? createFetchBrowser() : kept });
  return { kept, open };
}

/** Sets the laptop up: sites, what is linked already, and the session that is left over. */
export async function setStage(staging: Staging): Promise<Stage & { close(): Promise<void> }> {
  const test = await startTestAuthority({ discovery: staging.canSignOut });
  const [claire, marco] = test.authority.customers().map((customer) => present(customer)) as [PracticeCustomer, PracticeCustomer];
  let skipped = 0;
  const clock: Clock = { now: () => Date.now() + skipped, after: systemClock.after };
  const workspace = await openWorkspace(temporaryFolder(), { clock, wrapper: fakeWrapper('anna') });
  const [sites, links] = [present(workspace.sites), present(workspace.links)];
  const http = new ChildHttp(() => undefined, () => undefined);
  const discovery = await discover(test, http);
  const opened: Stage['opened'] = [];
  const { kept, open } = windows(staging, opened);
  const form = (name: string) => ({ name, address: '', customerName: '', customerLanguage: 'en' as const });
  const [other, site] = [value(sites.create(form('Former site'), 1)), value(sites.create(form('This site'), 2))];
  const browser = createSignInBrowser({
    clock, random: systemRandom, platform: 'linux', choice: () => 'auto', defaultName: () => '', copyText: async () => success(null),
    shell: { openExternal: async (address) => open(address) },
    find: async () => (staging.window === 'normal' ? [] : [{ id: 'chromium', name: 'Chromium', path: '/chromium', privateWindow: 'possible' as const }]),
    start: async ({ arguments_ }) => {
      open(arguments_.at(-1) ?? '');
      return true;
    },
  });
  const desk = createSignIn({
    clock, http, links, random: systemRandom, browser, profile: () => companyOf(test), discovery: () => discovery, secretEndsAt: () => null,
    canStore: () => null, history: () => undefined, noted: () => undefined, changed: () => undefined, homesSeen: () => undefined, companyProven: () => undefined,
    askBackground: () => false, siteName: (id) => sites.find(id)?.name ?? null,
    routes: { prepare: async () => success(null), release: () => undefined },
  });
  const link = (siteId: string, customer: PracticeCustomer): void => {
    const homes = customer.homes.map(({ id, name }) => ({ id, name, devices: [], problem: null }));
    const tokens = { accessToken: new Secret('a'), accessTokenExpiresAt: 1, refreshToken: new Secret('r') };
    value(links.create({ siteId, at: 1, tokens, accountLabel: '', accountSubject: customer.subject, proof: { at: 1, homes }, nextAt: 1 }));
  };
  if (staging.isLinkedElsewhere) link(other.id, marco);
  if (staging.isAgain) link(site.id, claire);
  if (staging.leftOver) await leaveSession(staging, kept, test, staging.leftOver === 'marco' ? marco : claire);
  return {
    desk, claire, marco, siteId: site.id, workspace, test, opened,
    skip: (milliseconds) => void (skipped += milliseconds),
    close: async () => {
      desk.stop();
      browser.shut();
      workspace.close();
      await test.authority.close();
    },
  };
}

/** The previous sign-in in the window that stays; through Liaison, so that its mark is left as well. */
async function leaveSession(staging: Staging, kept: FetchBrowser, test: TestAuthority, customer: PracticeCustomer): Promise<void> {
  await signInAs(test.authorizeUrl(), customer, { browser: kept });
  if (staging.window !== 'left open') return;
  const browser = createSignInBrowser({
    clock: systemClock, random: systemRandom, platform: 'linux', choice: () => 'default', defaultName: () => '', find: async () => [], start: async () => true, copyText: async () => success(null),
    shell: { openExternal: async (address) => void (await kept.get(address)) },
  });
  value(await browser.openSignIn({ address: new Secret(test.authorizeUrl()), mark: 'former-attempt', shown: () => undefined, notShown: () => undefined }));
  browser.shut();
}

const settled = async (desk: SignIn): Promise<AttemptView> => {
  for (let turns = 0; turns < 2000; turns += 1) {
    const view = desk.view();
    if (view.step !== 'exchanging' && view.step !== 'readingHomes' && view.step !== 'storing') return view;
    await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
  throw new Error('the desk never settles');
};

/** The customer at the browser: types when asked, presses Allow whatever the page says. Whoever is signed in already is not asked. */
async function atBrowser({ desk, opened, claire, skip, test }: Stage, { isSlow }: Staging): Promise<void> {
  const page = opened.at(-1);
  if (!page) throw new Error('no page was opened');
  const typed = (): number => test.authority.requests().filter(({ path, method }) => path === '/signin' && method === 'POST').length;
  const before = typed();
  const visit = await walkAs(page.address, claire, { browser: page.browser });
  if (visit.kind === 'page') throw new Error('the sign-in stays on a page');
  if (isSlow || typed() > before) skip(A_WHILE);
  desk.accept(visit.location, 'open-url');
}

/** What the browser loads by itself when the program opens the sign-out page. */
async function loadSignOut({ opened }: Stage): Promise<void> {
  const page = opened.at(-1);
  if (page?.address.endsWith('/logout')) await page.browser.get(page.address);
}

interface Play {
  foreignCame: boolean;
  readonly guards: string[];
}

/** One step of the hurried electrician, who presses the one large button. False: it is over. */
async function pressPrimary(stage: Stage, staging: Staging, play: Play): Promise<boolean> {
  const { desk, claire, siteId } = stage;
  const view = await settled(desk);
  switch (view.step) {
    case 'signingOut':
      await loadSignOut(stage);
      await desk.signedOut();
      return true;
    case 'waiting':
      await atBrowser(stage, staging);
      return true;
    case 'confirming': {
      const isForeign = !view.homes?.some(({ name }) => claire.homes.some((home) => home.name === name));
      play.foreignCame ||= isForeign;
      if (view.doubt) play.guards.push(view.doubt);
      const looks = staging.isAttentive || view.doubt === 'normalWindow';
      if (view.doubt === 'fast' || view.doubt === 'reused' || (isForeign && looks)) {
        if (isForeign && looks && !view.doubt) play.guards.push('said no');
        desk.reject();
        return true;
      }
      desk.confirm(view.doubt === 'normalWindow');
      return true;
    }
    case 'ended': {
      const code = view.problem?.code ?? '';
      if (code === 'L-24') play.foreignCame = true;
      if (view.problem?.reason === 'otherAccount') play.foreignCame = true;
      play.guards.push(code);
      desk.close();
      if (!['L-24', 'L-25', 'L-27'].includes(code) || play.guards.filter((guard) => guard.startsWith('L-')).length >= MOST_STARTS) return false;
      await desk.start(siteId, { signOutFirst: true });
      return true;
    }
    default:
      return false;
  }
}

/** Plays one trial to its end and says what was stored. */
export async function playTrial(staging: Staging): Promise<Outcome> {
  const stage = await setStage(staging);
  const { desk, siteId, claire, marco, workspace } = stage;
  const play: Play = { foreignCame: false, guards: [] };
  await desk.start(siteId);
  while (await pressPrimary(stage, staging, play));
  const links = present(workspace.links);
  const isNew = desk.view().step === 'stored';
  const stored = links.findBySite(siteId) === null ? 'none' : links.compareAccount(siteId, claire.subject) === 'same' ? 'right' : 'wrong';
  const formerIsTouched = staging.isLinkedElsewhere && links.findOtherSite(siteId, [], marco.subject) === null;
  await stage.close();
  return { stored: formerIsTouched ? 'wrong' : stored === 'right' && !isNew && !staging.isAgain ? 'none' : stored, ...play };
}
