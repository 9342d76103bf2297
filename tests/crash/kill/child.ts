// One process of the program on a real data folder: the product's own parts, its ports wrapped so that it can kill itself at any of them.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { success } from '../../../electron/contract/result.ts';
import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm } from '../../../electron/links/calm.ts';
import { createKeepAlive } from '../../../electron/links/keep-alive.ts';
import type { LinkStore } from '../../../electron/links/link.ts';
import { createRenewals } from '../../../electron/links/renewal.ts';
import { createSignIn } from '../../../electron/links/sign-in.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { practiceCustomers } from '../../../electron/practice/customers.ts';
import { systemRandom } from '../../../electron/shell/random.ts';
import { openWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { signInAs } from '../../authority/customer.ts';
import { fakeWrapper, present } from '../../integration/storage/support.ts';
import { ChildHttp } from './child-http.ts';
import { FastClock } from './fast-clock.ts';
import type { ChildSetting, LinkReport, ToChild, ToParent } from './messages.ts';
import type { KillPlan } from './points.ts';

const setting = JSON.parse(process.argv[2] ?? '{}') as ChildSetting;
const tell = (message: ToParent): void => void process.send?.(message);

/** A token as the authority remembers it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

let plan: { point: string; left: number } | null = null;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing more may happen here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

function arm(kill: KillPlan | null): void {
  plan = kill && 'point' in kill ? { point: kill.point, left: kill.nth } : null;
  if (kill && 'afterMilliseconds' in kill) setTimeout(die, kill.afterMilliseconds);
}

function mark(point: string): void {
  if (plan?.point !== point) return;
  plan.left -= 1;
  if (plan.left <= 0) die();
}

/** Marks every method of a port before and after its effect. */
function marked<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...arguments_: readonly unknown[]): unknown => {
        mark(`${String(name)}:before`);
        const result: unknown = Reflect.apply(member, target, arguments_);
        mark(`${String(name)}:after`);
        return result;
      };
    },
  });
}

let jumped: () => void = () => undefined;
const http = new ChildHttp(mark, (token) => tell({ type: 'presenting', tokenHash: hashOf(token) }));
const clock = new FastClock(setting.now, {
  isBusy: () => http.underWay > 0,
  jump: async (to) =>
    new Promise((resolve) => {
      jumped = resolve;
      tell({ type: 'jump', to });
    }),
});

arm(setting.kill);
const workspace = await openWorkspace(setting.folder, { clock, wrapper: fakeWrapper('laptop') });
if (workspace.storageProblem) {
  tell({ type: 'refused', problem: workspace.storageProblem.code });
  process.exit(3);
}
const sites = present(workspace.sites);
const siteId = present(sites.list('', 0, 1).sites[0]).id;
const store = present(workspace.links);
const links: LinkStore = marked(store);
const company: CompanyProfile = {
  authorizationServer: setting.origin, homesServer: setting.origin, clientId: setting.clientId, clientSecret: new Secret(setting.clientSecret),
  redirectUri: setting.redirectUri, subscriptionKey: new Secret(setting.subscriptionKey), pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto',
};
const breaker = new Breaker();
const calm = createCalm(clock);
const { history } = marked({ history: (site: string, event: 'linked') => void sites.addHistory(site, { at: clock.now(), event }) });
const ports = {
  clock, http, links, random: systemRandom, breaker, calm, profile: () => company, discovery: () => null, secretEndsAt: () => null,
  canStore: workspace.canSave, history: history as Parameters<typeof createSignIn>[0]['history'], noted: () => undefined, changed: () => undefined,
};
const renewals = createRenewals(ports);
const keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle: () => null });

const customer = present(practiceCustomers[0]);
const signIn = createSignIn({
  ...ports,
  routes: { prepare: async () => success(null), release: () => undefined },
  browser: {
    next: async () => ({ name: null, isPrivate: true }),
    openSignIn: async ({ address }) => {
      const location = await signInAs(address.reveal(), customer);
      signIn.accept(location, 'open-url');
      return success(null);
    },
    openSignOut: async () => success(null), copyLink: async () => success(null), shut: () => undefined,
  },
  companyProven: () => void breaker.succeeded(),
  homesSeen: () => undefined,
  askBackground: () => false,
  siteName: (id) => sites.find(id)?.name ?? null,
});

/** The link on disk, read past every mark. */
function report(): LinkReport | null {
  const stored = store.findBySite(siteId);
  if (!stored) return null;
  const tokens = store.readTokens(stored.id);
  const tokenHash = tokens.ok ? hashOf(tokens.value.refreshToken.reveal()) : null;
  return { condition: stored.condition, problem: stored.problem?.code ?? null, generation: stored.generation, hasAttempt: store.pendingRenewal(stored.id) !== null, tokenHash };
}

const isSettled = (found: LinkReport | null): boolean =>
  found === null || found.condition === 'relinkRequired' || found.condition === 'quarantined' || (found.condition === 'active' && !found.hasAttempt);

async function refresh(): Promise<void> {
  const stored = store.findBySite(siteId);
  if (stored) await renewals.renew(stored.id);
}

/** A whole sign-in with the real desk: page, return, code, homes, and the person's yes. */
async function signInAndConfirm(): Promise<void> {
  await signIn.start(siteId);
  while (!['confirming', 'ended', 'idle'].includes(signIn.view().step)) await wait(1);
  const { step } = signIn.view();
  if (step === 'ended') throw new Error(`the sign-in ended: ${JSON.stringify(signIn.view())}`);
  signIn.confirm();
  signIn.close();
}

async function act(message: Extract<ToChild, { type: 'do' }>): Promise<void> {
  arm(message.kill);
  clock.pause(false);
  await (message.what === 'refresh' ? refresh() : signInAndConfirm());
  if (message.kill && 'afterMilliseconds' in message.kill) await wait(message.kill.afterMilliseconds);
  plan = null;
  await settle();
}

/** Whatever is planned runs until nothing of this link is open any more. */
async function settle(): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isSettled(report()) && Date.now() < deadline) await wait(2);
  clock.pause(true);
  tell({ type: 'settled', pid: process.pid, link: report() });
}

process.on('message', (message: ToChild) => {
  if (message.type === 'jumped') jumped();
  else void act(message);
});
process.on('disconnect', () => process.exit(0));
renewals.recover();
keepAlive.start();
await settle();
