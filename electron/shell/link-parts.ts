import type { Problem } from '../contract/problems.ts';
import type { AttemptView } from '../contract/views.ts';
import { homeView } from '../homes/view.ts';
import { unlessUnreadable } from '../links/bad-disk.ts';
import { Breaker } from '../links/breaker.ts';
import { createKeepAlive, type KeepAlive } from '../links/keep-alive.ts';
import { createProofs, type Proofs } from '../links/proof.ts';
import { createRenewals, type Renewals } from '../links/renewal.ts';
import { createRounds, type Rounds } from '../links/round.ts';
import { createSignIn } from '../links/sign-in.ts';
import type { SignIn, SignInPorts } from '../links/sign-in-ports.ts';
import type { HistoryEvent, Surroundings } from '../links/surroundings.ts';
import type { Company } from './company.ts';
import { maskId, type Log, type LogEvent } from './log.ts';
import type { OpenedWorkspace } from './storage/workspace.ts';
import type { WorkplaceParts } from './workplace.ts';

/** Everything that works on links. It is there only while links can be protected. */
export interface LinkParts {
  readonly surroundings: Surroundings;
  readonly breaker: Breaker;
  readonly renewals: Renewals;
  readonly keepAlive: KeepAlive;
  readonly rounds: Rounds;
  readonly proofs: Proofs;
  readonly signIn: SignIn;
  /** What stands in the way of every renewal now (L-50, L-60 …, L-67); null: nothing. */
  obstacle(): Problem | null;
  /** Something outside may have changed: looks again what is due and whether a round can go on. */
  poke(): void;
  /** The company's credentials were replaced: nothing is held against the links any more. */
  companyChanged(): void;
  /** A person vouches for the company's credentials. */
  trustCompany(): void;
  /** Nothing new starts; resolves when every answer under way is on disk. */
  stop(): Promise<void>;
}

/** Moments of a site's history that the log keeps too. */
const LOGGED: Readonly<Partial<Record<HistoryEvent, LogEvent>>> = {
  linked: 'link.stored', linkedAgain: 'link.stored', renewed: 'link.renewed', linkUncertain: 'link.uncertain', linkEnded: 'link.ended', unlinked: 'link.unlinked',
};

function logAttempt(log: Log, view: AttemptView): void {
  const { step } = view;
  log.write('attempt.changed', step === 'ended' && view.problem ? { step, code: view.problem.code } : { step });
}

/** Moments that a person causes; all others come from the program, or from both. */
const PERSONAL: ReadonlySet<HistoryEvent> = new Set<HistoryEvent>(['linked', 'linkedAgain', 'unlinked']);

type OpenStores = { readonly [Name in 'links' | 'sites']: NonNullable<OpenedWorkspace[Name]> } & Pick<OpenedWorkspace, 'canSave'>;

function surroundingsOf({ clock, http, random, log, who, changed }: WorkplaceParts, company: Company, { links, sites, canSave }: OpenStores): Surroundings {
  const hint = (): void => {
    changed('sites');
    changed('renewals');
  };
  const noted = (siteId: string, event: HistoryEvent): void => {
    const logged = LOGGED[event];
    if (logged) log.write(logged, { site: maskId(siteId) });
  };
  return {
    clock, http, links, random,
    // A disk that cannot be read throws; here it is one that cannot save either.
    profile: () => unlessUnreadable(company.profile, null),
    discovery: company.discovery,
    secretEndsAt: () => unlessUnreadable(company.secretEndsAt, null),
    canStore: () => unlessUnreadable(() => company.problem() ?? canSave(), { code: 'L-62' }),
    history: (siteId, event) => {
      sites.addHistory(siteId, { at: clock.now(), event, who: PERSONAL.has(event) ? who() : '' });
      noted(siteId, event);
      hint();
    },
    noted,
    changed: hint,
  };
}

/** The obstacle of every renewal. */
function obstacleOf(surroundings: Surroundings, isOnline: WorkplaceParts['isOnline']): () => Problem | null {
  return () => {
    const unsafe = surroundings.canStore();
    if (unsafe) return unsafe;
    const profile = surroundings.profile();
    if (!profile) return { code: 'L-67' };
    return isOnline(profile.authorizationServer) ? null : { code: 'L-50' };
  };
}

function createDesk(parts: WorkplaceParts, surroundings: Surroundings, stores: OpenStores, companyProven: () => void): SignIn {
  const { browser, routes, askBackground } = parts;
  const siteName = (siteId: string): string | null => stores.sites.find(siteId)?.name ?? null;
  // The link is stored by then: losing the remark about the homes is no reason to take it back.
  const homesSeen: SignInPorts['homesSeen'] = (siteId, homes) =>
    void stores.sites.noteHomes(siteId, homes.map((home) => homeView(home)).map(({ shortId, name }) => ({ shortId, name })));
  const changed = (): void => {
    logAttempt(parts.log, signIn.view());
    parts.changed('attempt');
  };
  const signIn: SignIn = createSignIn({ ...surroundings, browser, routes, siteName, homesSeen, askBackground, companyProven, changed });
  return signIn;
}

/** Builds what works on the links of an open workspace and takes up what an earlier run left unresolved. */
export function createLinkParts(parts: WorkplaceParts, company: Company, stores: OpenStores): LinkParts {
  const { clock, calm } = parts;
  const surroundings = surroundingsOf(parts, company, stores);
  const { links, changed } = surroundings;
  const breaker = new Breaker();
  const obstacle = obstacleOf(surroundings, parts.isOnline);
  const renewals = createRenewals({ ...surroundings, calm, breaker });
  const keepAlive = createKeepAlive({ clock, links, renewals, breaker, calm, obstacle });
  // A round waits for the probe that the keep-alive sends, and goes on when one may leave.
  const held = (now = clock.now()): Problem | null => obstacle() ?? (now < (breaker.probeAt(now) ?? now) ? breaker.problem() : null);
  const rounds = createRounds({ clock, links, renewals, calm, obstacle: held, changed });
  const poke = (): void => {
    keepAlive.poke();
    rounds.poke();
  };
  const companyProven = (): void => {
    if (breaker.succeeded()) renewals.askSuspectsAgain();
    poke();
  };
  renewals.recover();
  return {
    surroundings, breaker, renewals, keepAlive, rounds, obstacle, poke,
    proofs: createProofs({ ...surroundings, renewals }),
    signIn: createDesk(parts, surroundings, stores, companyProven),
    companyChanged: () => {
      breaker.renewed();
      renewals.credentialsReplaced();
      poke();
    },
    trustCompany: () => {
      breaker.trust(clock.now());
      poke();
    },
    stop: async () => {
      keepAlive.stop();
      rounds.stop();
      await renewals.stop();
    },
  };
}
