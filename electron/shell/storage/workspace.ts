import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { LinkStore } from '../../links/link.ts';
import type { Clock } from '../../oauth/ports.ts';
import type { ChecklistStore } from '../../sites/checklist.ts';
import type { PhotoStore } from '../../sites/photo.ts';
import type { SiteStore } from '../../sites/site.ts';
import { createChecklistStore } from './checklist-store.ts';
import { closeDatabase, openDatabase, type OpenedDatabase } from './database.ts';
import type { ErasePlaces } from './erase.ts';
import { checkFolder, whyUnsavable, type Surroundings } from './folder-check.ts';
import { workHere, type FileWork } from './file-work.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { noteCheck, wasCheckedToday } from './last-check.ts';
import { createLinkStore } from './link-store.ts';
import { sealFits } from './link-rows.ts';
import { createLockedLinks } from './locked-links.ts';
import { migrations, type Migration } from './migrations.ts';
import { createPhotoFiles } from './photo-files.ts';
import { createPhotoStore, tidyPhotos } from './photo-store.ts';
import { createProfileStore, type ProfileStore } from './profile-store.ts';
import { salvageDamaged } from './salvage.ts';
import { allClosed } from './site-list.ts';
import { createSiteStore } from './site-store.ts';
import { forgetInSnapshots } from './snapshots.ts';
import { createSpace } from './space.ts';
import { sqliteProblem } from './sqlite.ts';
import { createTending, type Tending } from './tending.ts';
import { createTransfer, type Transfer } from './transfer.ts';
import { utcDay } from './utc-day.ts';
import { openVault, type KeyWrapper, type Vault } from './vault.ts';

/** What a workspace is opened with. */
export interface WorkspaceDependencies {
  readonly clock: Clock;
  readonly wrapper: KeyWrapper;
  /** Where the folder lies; this process's own when left out. */
  readonly surroundings?: Surroundings;
  /** The versions of the data that are known; all there are when left out. */
  readonly steps?: readonly Migration[];
  /** Where whole files are worked on; here when left out. */
  readonly work?: FileWork;
}

/**
 * One data folder, opened. `sites` and `links` are null when nothing is open (`storageProblem`: L-35, L-62, L-66). When only the
 * vault did not open (`storageProblem`: L-60, L-61) the site book works and `links` can be looked at, but every change and every
 * reading of tokens fails with that problem. `profiles` is null whenever there is a `storageProblem`. `notices`: damage that was
 * set aside (L-63), a folder that is being synchronised (L-64).
 */
export interface OpenedWorkspace {
  readonly sites: SiteStore | null;
  /** Null whenever `sites` is. */
  readonly checklists: ChecklistStore | null;
  readonly photos: PhotoStore | null;
  readonly transfer: Transfer | null;
  readonly links: LinkStore | null;
  readonly profiles: ProfileStore | null;
  readonly storageProblem: Problem | null;
  readonly notices: readonly Problem[];
  /** Null when a token that is received could be saved; else L-62 with reason `lowSpace`. To be asked before anything is sent. */
  canSave(): Problem | null;
  /**
   * Looks at every record in small steps, puts sound ones from the copies in the place of those that do not open, and copies the database
   * unless that was done today. To be called after opening and then once a day, or more often. True when the list shows something else now.
   */
  tend(): Promise<boolean>;
  /** Ends what `tend` does, at its next step. To be awaited before `close`. */
  settle(): Promise<void>;
  /** Closes the database and lets another process in. The stores must not be used afterwards. */
  close(): void;
}

const DATABASE = 'liaison.db';
const SNAPSHOTS = 'snapshots';
const PHOTOS = 'photos';

/** A workspace in which nothing is open, and why. */
export function closedWorkspace(storageProblem: Problem): OpenedWorkspace {
  return { sites: null, checklists: null, photos: null, transfer: null, links: null, profiles: null, storageProblem, notices: [], canSave: () => storageProblem, tend: async () => false, settle: async () => undefined, close: () => undefined };
}

function makeFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return success(null);
  } catch {
    return failure({ code: 'L-62' });
  }
}

function lock(folder: string, clock: Clock): Result<FolderLock> {
  const made = makeFolder(folder);
  return made.ok ? lockFolder(join(folder, 'lock.db'), clock) : made;
}

/** "Cannot save" is told with its reason, because a full disk and a folder without permission are cured in different ways. */
function withReason(problem: Problem, folder: string): Problem {
  return problem.code === 'L-62' && problem.reason === undefined ? (whyUnsavable(folder) ?? problem) : problem;
}

async function openVaultSafely(db: DatabaseSync, folder: string, { wrapper, clock }: WorkspaceDependencies): Promise<Result<Vault>> {
  try {
    return await openVault(db, wrapper, join(folder, 'data-key'), clock);
  } catch (error) {
    const problem = sqliteProblem(error);
    if (problem) return failure(problem);
    throw error;
  }
}

/** A key without a database means that the database was taken away: that must not look like a first start. */
function noticesOf({ setAside, restored, notices }: OpenedDatabase, hadDatabase: boolean, hadKey: boolean): readonly Problem[] {
  return hadKey && !hadDatabase && !setAside && !restored ? [{ code: 'L-63', reason: 'databaseMissing' }] : notices;
}

type Stores = Pick<OpenedWorkspace, 'sites' | 'checklists' | 'photos' | 'transfer' | 'links' | 'profiles' | 'canSave'>;

/** An open database and where it lies. */
interface Opening {
  readonly db: DatabaseSync;
  readonly folder: string;
  readonly clock: Clock;
}

/** The stores of an open database whose vault did not open. */
function lockedStores(db: DatabaseSync, problem: Problem, visits: Pick<Stores, 'checklists' | 'photos' | 'transfer'>, places: ErasePlaces): Stores {
  const closed = allClosed(problem.code === 'L-61' ? 'quarantined' : 'locked');
  return { ...visits, sites: createSiteStore(db, closed, places), links: createLockedLinks(db, problem), profiles: null, canSave: () => problem };
}

/** The stores of an open database, and what looks after it: only when the vault opened, because only then it is known to be this person's. */
function storesOf({ db, folder, clock }: Opening, vault: Result<Vault>, work: FileWork): { readonly stores: Stores; readonly tending: Tending | null } {
  const space = createSpace(folder);
  const files = createPhotoFiles(folder);
  const snapshots = join(folder, SNAPSHOTS);
  const photos = join(folder, PHOTOS);
  const checklists = createChecklistStore(db);
  // What travels is read and written without any link.
  const visits = { checklists, photos: createPhotoStore(db, files, space), transfer: createTransfer({ db, files, space, checklists, sites: createSiteStore(db) }) };
  if (!vault.ok) return { stores: lockedStores(db, vault.problem, visits, { snapshots, photos }), tending: null };
  const file = join(folder, DATABASE);
  // Made now, while there is room.
  space.problem();
  salvageDamaged(db, vault.value, file, clock.now());
  // After that: photos may have come back into the book.
  tidyPhotos(db, files);
  const tending = createTending({ db, vault: vault.value, file, snapshots, clock, space, work });
  const forgetInCopies = (siteId: string): void => {
    tending.removed();
    forgetInSnapshots(snapshots, siteId);
  };
  const stores: Stores = {
    ...visits,
    sites: createSiteStore(db, { closed: null, known: tending.unreadable, opens: (row) => sealFits(vault.value, row) }, { snapshots, photos, removing: tending.removed }),
    links: createLinkStore(db, vault.value, { space, forgetInCopies }),
    profiles: createProfileStore(db, vault.value, clock),
    canSave: space.problem,
  };
  return { stores, tending };
}

/** Whether the database was found sound today, or is now, beside whatever else the program does. Whatever speaks against it is left to the opening, which examines again. */
async function isKnownSound(file: string, clock: Clock, work: FileWork): Promise<boolean> {
  if (!existsSync(file)) return false;
  if (wasCheckedToday(file, clock.now())) return true;
  return work.isSound(file).catch(() => false);
}

async function openLocked(folder: string, held: FolderLock, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const { clock, steps = migrations, work = workHere } = dependencies;
  const file = join(folder, DATABASE);
  const hadDatabase = existsSync(file);
  const hadKey = existsSync(join(folder, 'data-key'));
  let soundOn: string | null = utcDay(clock.now());
  const opened = openDatabase(file, clock, { snapshots: join(folder, SNAPSHOTS), steps, isKnownSound: await isKnownSound(file, clock, work) });
  if (!opened.ok) {
    held.release();
    return closedWorkspace(withReason(opened.problem, folder));
  }
  const { db } = opened.value;
  const vault = await openVaultSafely(db, folder, dependencies);
  const synchronised = checkFolder(folder, dependencies.surroundings ?? { platform: process.platform, environment: process.env });
  const { stores, tending } = storesOf({ db, folder, clock }, vault, work);
  return {
    ...stores,
    storageProblem: vault.ok ? null : vault.problem,
    notices: [...noticesOf(opened.value, hadDatabase, hadKey), ...(synchronised ? [synchronised] : [])],
    tend: async () => {
      const tended = await tending?.tend();
      if (tended?.doubtful === true) soundOn = null;
      return tended?.changed ?? false;
    },
    settle: async () => tending?.settle(),
    close: () => {
      closeDatabase(db);
      noteCheck(file, soundOn);
      held.release();
    },
  };
}

/** Opens the data folder of one mode (`real` or `practice`), creating it at first use. Never rejects for what can be expected. */
export async function openWorkspace(folder: string, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const held = lock(folder, dependencies.clock);
  return held.ok ? openLocked(folder, held.value, dependencies) : closedWorkspace(withReason(held.problem, folder));
}
