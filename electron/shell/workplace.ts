import path from 'node:path';
import type { Problem } from '../contract/problems.ts';
import { success, type Result } from '../contract/result.ts';
import type { AttemptView, ProfileTest } from '../contract/views.ts';
import type { LinkStore } from '../links/link.ts';
import { createProofs, type Proofs } from '../links/proof.ts';
import { createRenewals, type Renewals } from '../links/renewal.ts';
import { createSignIn } from '../links/sign-in.ts';
import type { SignIn, SignInPorts } from '../links/sign-in-ports.ts';
import type { HistoryEvent, Surroundings } from '../links/surroundings.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Discovery } from '../oauth/discovery.ts';
import type { PracticeAuthority } from '../practice/authority.ts';
import type { SiteStore } from '../sites/site.ts';
import type { KeyWrapper } from './storage/vault.ts';
import type { ProfileStore, StoredProfile } from './storage/profile-store.ts';
import { openWorkspace, type OpenedWorkspace } from './storage/workspace.ts';
import { maskId, type Log, type LogEvent } from './log.ts';
import { openPracticeDesk, type PracticeDesk } from './practice-desk.ts';
import type { CheckedReturnRoutes } from './return-routes.ts';

/** Practice and reality never share a folder, a window colour or a link (R10). */
export type Mode = 'practice' | 'real';

/** Everything that belongs to one mode: its stores, its company, its sign-in, its links. */
export interface Workplace {
  readonly mode: Mode;
  readonly storageProblem: Problem | null;
  readonly notices: readonly Problem[];
  readonly sites: SiteStore | null;
  readonly links: LinkStore | null;
  readonly profiles: ProfileStore | null;
  readonly renewals: Renewals | null;
  readonly proofs: Proofs | null;
  /** Null while links cannot be protected: then no sign-in is started, and `storageProblem` says why. */
  readonly signIn: SignIn | null;
  readonly authority: PracticeAuthority | null;
  readonly profileSource: 'practice' | 'company';
  storedProfile(): Result<StoredProfile | null>;
  profile(): CompanyProfile | null;
  discovery(): Discovery | null;
  keepDiscovery(discovery: Discovery | null): void;
  keepTest(test: ProfileTest): Result<null>;
  /** The company's credentials were replaced: what was learnt of the server is forgotten. */
  companyChanged(): void;
  checkReturnRoute(redirectUri: string): Promise<Result<null>>;
  close(): Promise<void>;
}

/** What a workplace is built from. */
export interface WorkplaceParts extends Pick<SignInPorts, 'clock' | 'http' | 'random' | 'openBrowser' | 'copyText'> {
  readonly dataFolder: string;
  readonly wrapper: KeyWrapper;
  readonly routes: CheckedReturnRoutes;
  readonly changed: (topic: 'attempt' | 'sites') => void;
  readonly log: Log;
}

/** The company as a workplace knows it: from the store, or invented for practice. */
interface Company {
  stored(): Result<StoredProfile | null>;
  profile(): CompanyProfile | null;
  /** Why stored credentials cannot be read (L-61, L-63); null when they can, or when there are none. */
  problem(): Problem | null;
  discovery(): Discovery | null;
  keepDiscovery(discovery: Discovery | null): void;
  keepTest(test: ProfileTest): Result<null>;
  forget(): void;
}

function createCompany(workspace: OpenedWorkspace, practice: PracticeDesk | null): Company {
  let discovery: Discovery | null = null;
  let practiceTest: ProfileTest | null = null;
  const stored = (): Result<StoredProfile | null> =>
    practice ? success({ profile: practice.profile, clientSecretSetAt: practice.openedAt, lastTest: practiceTest }) : (workspace.profiles?.load() ?? success(null));
  return {
    stored,
    profile: () => {
      const loaded = stored();
      return loaded.ok ? (loaded.value?.profile ?? null) : null;
    },
    problem: () => {
      const loaded = stored();
      return loaded.ok ? null : loaded.problem;
    },
    discovery: () => discovery,
    keepDiscovery: (found) => void (discovery = found),
    keepTest: (test) => {
      if (!practice) return workspace.profiles?.saveTest(test) ?? success(null);
      practiceTest = test;
      return success(null);
    },
    forget: () => void (discovery = null),
  };
}

/** Moments of a site's history that the log keeps too. */
const LOGGED: Readonly<Partial<Record<HistoryEvent, LogEvent>>> = { linked: 'link.stored', renewed: 'link.renewed' };

function logAttempt(log: Log, view: AttemptView): void {
  const { step } = view;
  log.write('attempt.changed', step === 'ended' && view.problem ? { step, code: view.problem.code } : { step });
}

type LinkParts = Pick<Workplace, 'renewals' | 'proofs' | 'signIn'>;

function linkParts(parts: WorkplaceParts, company: Company, { links, sites, storageProblem }: OpenedWorkspace): LinkParts {
  if (!links || !sites) return { renewals: null, proofs: null, signIn: null };
  const { clock, http, random, openBrowser, copyText, routes } = parts;
  const surroundings: Surroundings = {
    clock, http, links,
    profile: company.profile,
    discovery: company.discovery,
    canStore: () => storageProblem ?? company.problem(),
    history: (siteId, event) => {
      sites.addHistory(siteId, { at: clock.now(), event });
      const logged = LOGGED[event];
      if (logged) parts.log.write(logged, { site: maskId(siteId) });
      parts.changed('sites');
    },
    changed: () => parts.changed('sites'),
  };
  const renewals = createRenewals(surroundings);
  renewals.recover();
  const siteName = (siteId: string): string | null => sites.find(siteId)?.name ?? null;
  const changed = (): void => {
    logAttempt(parts.log, signIn.view());
    parts.changed('attempt');
  };
  const signIn: SignIn = createSignIn({ ...surroundings, random, openBrowser, copyText, routes, siteName, changed });
  return { renewals, proofs: createProofs({ ...surroundings, renewals }), signIn };
}

/** Opens the stores of `mode` and builds what works on them. What cannot be opened is told by `storageProblem`. */
export async function openWorkplace(mode: Mode, parts: WorkplaceParts): Promise<Workplace> {
  const folder = path.join(parts.dataFolder, mode);
  const workspace = await openWorkspace(folder, { clock: parts.clock, wrapper: parts.wrapper });
  const practice = mode === 'practice' ? await openPracticeDesk(folder, parts.clock, parts.random) : null;
  const company = createCompany(workspace, practice);
  const { sites, links, profiles, storageProblem, notices } = workspace;
  parts.log.write(storageProblem ? 'storage.problem' : 'storage.opened', { mode, ...(storageProblem && { code: storageProblem.code }) });
  for (const { code } of notices) parts.log.write('storage.setAside', { code });
  const { signIn, renewals, proofs } = linkParts(parts, company, workspace);
  return {
    mode, sites, links, profiles, storageProblem, notices, signIn,
    renewals, proofs,
    authority: practice?.authority ?? null,
    profileSource: practice ? 'practice' : 'company',
    storedProfile: company.stored,
    profile: company.profile,
    discovery: company.discovery,
    keepDiscovery: company.keepDiscovery,
    keepTest: company.keepTest,
    companyChanged: company.forget,
    checkReturnRoute: parts.routes.check,
    close: async () => {
      signIn?.stop();
      // An answer on its way holds the only good token: the store stays open until it is saved (R2).
      await renewals?.stop();
      await practice?.authority.close();
      workspace.close();
    },
  };
}
