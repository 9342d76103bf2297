import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { LinkStore } from '../../links/link.ts';
import type { Clock } from '../../oauth/ports.ts';
import type { SiteStore } from '../../sites/site.ts';
import { closeDatabase, openDatabase, type OpenedDatabase } from './database.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { createLinkStore } from './link-store.ts';
import { createLockedLinks } from './locked-links.ts';
import { createProfileStore, type ProfileStore } from './profile-store.ts';
import { createSiteStore } from './site-store.ts';
import { sqliteProblem } from './sqlite.ts';
import { openVault, type KeyWrapper, type Vault } from './vault.ts';

/** What a workspace is opened with. */
export interface WorkspaceDependencies {
  readonly clock: Clock;
  readonly wrapper: KeyWrapper;
}

/**
 * One data folder, opened. `sites` and `links` are null when nothing is open (`storageProblem`: L-35, L-62, L-66). When only the
 * vault did not open (`storageProblem`: L-60, L-61) the site book works and `links` can be looked at, but every change and every
 * reading of tokens fails with that problem. `profiles` is null whenever there is a `storageProblem`. `notices`: damage that was
 * set aside (L-63).
 */
export interface OpenedWorkspace {
  readonly sites: SiteStore | null;
  readonly links: LinkStore | null;
  readonly profiles: ProfileStore | null;
  readonly storageProblem: Problem | null;
  readonly notices: readonly Problem[];
  /** Closes the database and lets another process in. The stores must not be used afterwards. */
  close(): void;
}

function closedWorkspace(storageProblem: Problem): OpenedWorkspace {
  return { sites: null, links: null, profiles: null, storageProblem, notices: [], close: () => undefined };
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
function noticesOf(opened: OpenedDatabase, hadDatabase: boolean, hadKey: boolean): readonly Problem[] {
  return hadKey && !hadDatabase && !opened.setAside ? [{ code: 'L-63', reason: 'databaseMissing' }] : opened.notices;
}

async function openLocked(folder: string, held: FolderLock, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const file = join(folder, 'liaison.db');
  const hadDatabase = existsSync(file);
  const hadKey = existsSync(join(folder, 'data-key'));
  const opened = openDatabase(file, dependencies.clock);
  if (!opened.ok) {
    held.release();
    return closedWorkspace(opened.problem);
  }
  const { db } = opened.value;
  const vault = await openVaultSafely(db, folder, dependencies);
  return {
    sites: createSiteStore(db),
    links: vault.ok ? createLinkStore(db, vault.value) : createLockedLinks(db, vault.problem),
    profiles: vault.ok ? createProfileStore(db, vault.value, dependencies.clock) : null,
    storageProblem: vault.ok ? null : vault.problem,
    notices: noticesOf(opened.value, hadDatabase, hadKey),
    close: () => {
      closeDatabase(db);
      held.release();
    },
  };
}

/** Opens the data folder of one mode (`real` or `practice`), creating it at first use. Never rejects for what can be expected. */
export async function openWorkspace(folder: string, dependencies: WorkspaceDependencies): Promise<OpenedWorkspace> {
  const held = lock(folder, dependencies.clock);
  return held.ok ? openLocked(folder, held.value, dependencies) : closedWorkspace(held.problem);
}
