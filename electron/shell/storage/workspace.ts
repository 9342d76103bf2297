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
import { checkFolder, whyUnsavable, type Surroundings } from './folder-check.ts';
import { healLinks } from './heal.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { createLinkStore } from './link-store.ts';
import { createLockedLinks } from './locked-links.ts';
import { migrations, type Migration } from './migrations.ts';
import { createPhotoFiles } from './photo-files.ts';
import { createPhotoStore, tidyPhotos } from './photo-store.ts';
import { createProfileStore, type ProfileStore } from './profile-store.ts';
import { salvageDamaged } from './salvage.ts';
import { createSiteStore } from './site-store.ts';
import { forgetInSnapshots, snapshotIfDue } from './snapshots.ts';
import { createSpace } from './space.ts';
import { sqliteProblem } from './sqlite.ts';
import { openVault, type KeyWrapper, type Vault } from './vault.ts';

/** What a workspace is opened with. */
export interface WorkspaceDependencies {
  readonly clock: Clock;
  readonly wrapper: KeyWrapper;
  /** Where the folder lies; this process's own when left out. */
  readonly surroundings?: Surroundings;
  /** The versions of the data that are known; all there are when left out. */
  readonly steps?: readonly Migration[];
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
  readonly links: LinkStore | null;
  readonly profiles: ProfileStore | null;
  readonly storageProblem: Problem | null;
  readonly notices: readonly Problem[];
  /** Null when a token that is received could be saved; else L-62 with reason `lowSpace`. To be asked before anything is sent. */
  canSave(): Problem | null;
  /**
   * Copies the database unless that was done today, after healing damaged records from the former copies. To be called once a
   * day, or more often.
   */
  snapshot(): void;
  /** Closes the database and lets another process in. The stores must not be used afterwards. */
  close(): void;
}

const DATABASE = 'liaison.db';
const SNAPSHOTS = 'snapshots';
const PHOTOS = 'photos';

/** A workspace in which nothing is open, and why. */
export function closedWorkspace(storageProblem: Problem): OpenedWorkspace {
  return { sites: null, checklists: null, photos: null, links: null, profiles: null, storageProblem, notices: [], canSave: () => storageProblem, snapshot: () => undefined, close: () => undefined };
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

/** The stores of an open database; healed and copied when the vault opened, because only then it is known to be this person's. */
function storesOf(db: DatabaseSync, folder: string, vault: Result<Vault>, clock: Clock): Pick<OpenedWorkspace, 'sites' | 'checklists' | 'photos' | 'links' | 'profiles' | 'canSave' | 'snapshot'> {
  const space = createSpace(folder);
  const files = createPhotoFiles(folder);
  const book = { sites: createSiteStore(db, { snapshots: join(folder, SNAPSHOTS), photos: join(folder, PHOTOS) }), checklists: createChecklistStore(db), photos: createPhotoStore(db, files, space) };
  if (!vault.ok) return { ...book, links: createLockedLinks(db, vault.problem), profiles: null, canSave: () => vault.problem, snapshot: () => undefined };
  const snapshots = join(folder, SNAPSHOTS);
  // Made now, while there is room.
  space.problem();
  const heal = (): void => healLinks(db, vault.value, snapshots, clock.now());
  const copy = { db, folder: snapshots, clock, space };
  heal();
  salvageDamaged(db, vault.value, join(folder, DATABASE), clock.now());
  // After that: photos may have come back into the book.
  tidyPhotos(db, files);
  snapshotIfDue(copy);
  return {
    ...book,
    links: createLinkStore(db, vault.value, { space, forgetInCopies: (siteId) => forgetInSnapshots(snapshots, siteId) }),
    profiles: createProfileStore(db, vault.value, clock),
    canSave: space.problem,
    snapshot: () => void snapshotIfDue({ ...copy, prepare: heal }),
  };
}

async function openLocked(folder: string, held: FolderLock, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const file = join(folder, DATABASE);
  const hadDatabase = existsSync(file);
  const hadKey = existsSync(join(folder, 'data-key'));
  const opened = openDatabase(file, dependencies.clock, { snapshots: join(folder, SNAPSHOTS), steps: dependencies.steps ?? migrations });
  if (!opened.ok) {
    held.release();
    return closedWorkspace(withReason(opened.problem, folder));
  }
  const { db } = opened.value;
  const vault = await openVaultSafely(db, folder, dependencies);
  const synchronised = checkFolder(folder, dependencies.surroundings ?? { platform: process.platform, environment: process.env });
  return {
    ...storesOf(db, folder, vault, dependencies.clock),
    storageProblem: vault.ok ? null : vault.problem,
    notices: [...noticesOf(opened.value, hadDatabase, hadKey), ...(synchronised ? [synchronised] : [])],
    close: () => {
      closeDatabase(db);
      held.release();
    },
  };
}

/** Opens the data folder of one mode (`real` or `practice`), creating it at first use. Never rejects for what can be expected. */
export async function openWorkspace(folder: string, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const held = lock(folder, dependencies.clock);
  return held.ok ? openLocked(folder, held.value, dependencies) : closedWorkspace(withReason(held.problem, folder));
}
