import path from 'node:path';
import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import type { ProfileTest } from '../contract/views.ts';
import type { Calm } from '../links/calm.ts';
import type { LinkStore } from '../links/link.ts';
import type { SignInPorts } from '../links/sign-in-ports.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Discovery } from '../oauth/discovery.ts';
import type { HttpPort } from '../oauth/ports.ts';
import type { Simulation } from '../practice/simulation.ts';
import type { ChecklistStore } from '../sites/checklist.ts';
import type { PhotoStore } from '../sites/photo.ts';
import type { SiteStore } from '../sites/site.ts';
import type { Transfer } from './storage/transfer.ts';
import type { FileWork } from './storage/file-work.ts';
import type { KeyWrapper } from './storage/vault.ts';
import type { ProfileStore, StoredProfile } from './storage/profile-store.ts';
import { dataPlace, putLeftoversAside, type DataPlace } from './storage/data-place.ts';
import { closedWorkspace, openWorkspace, type OpenedWorkspace } from './storage/workspace.ts';
import { createCompany, type Company } from './company.ts';
import { createLinkParts, type LinkParts } from './link-parts.ts';
import type { Log } from './log.ts';
import type { PracticeControls } from './practice-controls.ts';
import type { openPractice } from './practice-mode.ts';
import type { CheckedReturnRoutes } from './return-routes.ts';

/** Practice and reality never share a folder, a window colour or a link (R10). */
export type Mode = 'practice' | 'real';

/** Everything that belongs to one mode: its stores, its company, its links. */
export interface Workplace {
  readonly mode: Mode;
  readonly storageProblem: Problem | null;
  readonly notices: readonly Problem[];
  readonly sites: SiteStore | null;
  /** Null whenever `sites` is. */
  readonly checklists: ChecklistStore | null;
  readonly photos: PhotoStore | null;
  readonly transfer: Transfer | null;
  /** While the vault is locked links can be looked at and nothing else (`storageProblem`). */
  readonly links: LinkStore | null;
  readonly profiles: ProfileStore | null;
  /** Null while links cannot be protected: then no sign-in and no renewal is started, and `storageProblem` says why. */
  readonly desk: LinkParts | null;
  /** The network as this mode sees it: everything that asks the company's servers goes through here. */
  readonly http: HttpPort;
  /** Null in reality: then nothing can be played. */
  readonly practice: PracticeControls | null;
  readonly profileSource: 'practice' | 'company';
  /** L-62 with reason `lowSpace` while too little space is left to receive a token; null: there is enough. */
  canSave(): Problem | null;
  storedProfile(): Result<StoredProfile | null>;
  profile(): CompanyProfile | null;
  discovery(): Discovery | null;
  keepDiscovery(discovery: Discovery | null): void;
  keepTest(test: ProfileTest): Result<null>;
  /** The company's credentials were replaced: what was learnt of the server is forgotten, and links are asked again. */
  companyChanged(): void;
  checkReturnRoute(redirectUri: string): Promise<Result<null>>;
  /** Looks after the stored links and copies the database, if that was not done today; the program does so by itself while it is open. */
  tend(): Promise<void>;
  close(): Promise<void>;
}

/** What a workplace is built from. */
export interface WorkplaceParts extends Pick<SignInPorts, 'clock' | 'http' | 'random' | 'browser' | 'askBackground'> {
  /** The recommended place of the data; those of real work may lie elsewhere. */
  readonly dataFolder: string;
  readonly wrapper: KeyWrapper;
  /** Where whole database files are examined and copied. */
  readonly work: FileWork;
  readonly routes: CheckedReturnRoutes;
  readonly calm: Calm;
  /** Whether a server at this address can be reached at all. */
  readonly isOnline: (address: string) => boolean;
  /** What practice plays; real work never asks for it. */
  readonly simulation: Simulation;
  /** The key store has just opened a vault. */
  readonly keyOpened: () => void;
  /** The name of the person who works with this laptop, for the history of sites; '' when nobody gave one. */
  readonly who: () => string;
  readonly changed: (topic: 'attempt' | 'sites' | 'renewals') => void;
  readonly log: Log;
}

function logOpening({ log }: WorkplaceParts, mode: Mode, { storageProblem, notices }: OpenedWorkspace): void {
  log.write(storageProblem ? 'storage.problem' : 'storage.opened', { mode, ...(storageProblem && { code: storageProblem.code }) });
  for (const { code } of notices) log.write('storage.setAside', { code });
}

/** The window has its list by then, in milliseconds after the opening. */
const FIRST_LOOK = 2000;
/** How often it is looked whether a day has passed since the last copy, in milliseconds; a laptop that sleeps misses a few. */
const LATER_LOOKS = 60 * 60 * 1000;

/** Looks after the database while the program runs; the returned function ends that. */
function tendDaily({ clock, log }: WorkplaceParts, tend: () => Promise<void>): () => void {
  let cancel = (): void => undefined;
  const again = (wait: number): void => {
    cancel = clock.after(wait, () => {
      void tend().catch(() => log.write('storage.untended'));
      again(LATER_LOOKS);
    });
  };
  again(FIRST_LOOK);
  return () => cancel();
}

/** What a mode brings along. */
export interface Opened {
  readonly parts: WorkplaceParts;
  readonly workspace: OpenedWorkspace;
  readonly company: Company;
  readonly practice: { readonly controls: PracticeControls; close(): Promise<void> } | null;
}

/** Where `mode` is kept. Practice always lies in the recommended place: there is nothing in it to lose. */
function placeOf(mode: Mode, home: string): DataPlace {
  return mode === 'real' ? dataPlace(home) : { folder: path.join(home, mode), isHome: true, problem: null };
}

async function openReal(parts: WorkplaceParts, { folder, problem }: DataPlace): Promise<Opened> {
  const workspace = problem ? closedWorkspace(problem) : await openWorkspace(folder, { clock: parts.clock, wrapper: parts.wrapper, work: parts.work });
  if (!workspace.storageProblem) putLeftoversAside(parts.dataFolder, parts.clock);
  return { parts, workspace, company: createCompany(workspace, null), practice: null };
}

/** Practice comes from the disk when somebody practises. */
const openLater: typeof openPractice = async (...rest) => (await import('./practice-mode.ts')).openPractice(...rest);

/** Opens the stores of `mode` and builds what works on them. What cannot be opened is told by `storageProblem`. */
export async function openWorkplace(mode: Mode, given: WorkplaceParts): Promise<Workplace> {
  const place = placeOf(mode, given.dataFolder);
  const { folder } = place;
  const opened = mode === 'practice' ? await openLater(given, folder, () => desk?.signIn.interrupted()) : await openReal(given, place);
  const { parts, workspace, company, practice } = opened;
  const { sites, checklists, photos, transfer, links, profiles, storageProblem, notices } = workspace;
  logOpening(parts, mode, workspace);
  if (!storageProblem) parts.keyOpened();
  const desk = links && sites && !storageProblem ? createLinkParts(parts, company, { links, sites, canSave: workspace.canSave }) : null;
  const tend = async (): Promise<void> => void ((await workspace.tend()) && parts.changed('sites'));
  const stopTending = tendDaily(parts, tend);
  return {
    mode, sites, checklists, photos, transfer, links, profiles, storageProblem, notices, desk, http: parts.http,
    practice: practice && practice.controls,
    profileSource: practice ? 'practice' : 'company',
    canSave: workspace.canSave,
    storedProfile: company.stored,
    profile: company.profile,
    discovery: company.discovery,
    keepDiscovery: company.keepDiscovery,
    keepTest: company.keepTest,
    companyChanged: () => {
      company.forget();
      desk?.companyChanged();
    },
    checkReturnRoute: parts.routes.check,
    tend,
    close: async () => {
      stopTending();
      desk?.signIn.stop();
      // An answer on its way holds the only good token: the store stays open until it is saved (R2).
      await desk?.stop();
      await practice?.close();
      await workspace.settle();
      workspace.close();
    },
  };
}
