import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { workBeside } from '../../electron/shell/storage/file-thread.ts';
import { createVault } from '../../electron/shell/storage/sealing.ts';
import { openWorkspace, type OpenedWorkspace } from '../../electron/shell/storage/workspace.ts';
import type { KeyWrapper } from '../../electron/shell/storage/vault.ts';
import { systemClock } from '../authority/clock.ts';
import { fakeWrapper } from '../integration/storage/support.ts';
import { fillBook, type BookPlan } from './book.ts';

/** One and the same book for every run of a measurement. */
export const SEED = 7;

const wrapper = fakeWrapper('bench');
/** Whole files are worked on beside the main thread, as in the program. */
const work = workBeside(fileURLToPath(new URL('../../electron/worker.ts', import.meta.url)), () => {
  throw new Error('No thread could be started.');
});

/** Opens a data folder of the benchmark as the program does. */
export async function openStore(folder: string): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock: systemClock, wrapper, work });
}

/** Every store of a workspace that must be open. */
export function stores({ links, sites }: OpenedWorkspace): { readonly links: NonNullable<OpenedWorkspace['links']>; readonly sites: NonNullable<OpenedWorkspace['sites']> } {
  if (!links || !sites) throw new Error('The workspace did not open.');
  return { links, sites };
}

/** Puts a book into a data folder that was opened once and is closed now; `unwrap` opens its key. */
export async function fillFolder(folder: string, unwrap: KeyWrapper['unwrap'], plan: BookPlan): Promise<void> {
  const db = new DatabaseSync(path.join(folder, 'liaison.db'));
  const { wrapped } = db.prepare('SELECT wrapped FROM data_key').get() as { readonly wrapped: Uint8Array };
  const { text } = await unwrap(Buffer.from(wrapped));
  fillBook(db, createVault(Buffer.from(text, 'base64')), plan);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  // The first opening of a day examines the file, and the daily copy is made after it. Both are done here, so that an opening measures opening.
  const opened = await openWorkspace(folder, { clock: systemClock, wrapper: { ...wrapper, unwrap }, work });
  await opened.tend();
  opened.close();
  if (opened.storageProblem) throw new Error(`The book does not open: ${opened.storageProblem.code}`);
}

/** A data folder with a book, as its first opening of the day left it. */
export async function storeFolder(folder: string, plan: BookPlan): Promise<string> {
  mkdirSync(folder, { recursive: true });
  (await openStore(folder)).close();
  await fillFolder(folder, wrapper.unwrap, plan);
  return folder;
}

/** The next opening will be the first of its day. */
export function forgetToday(folder: string): void {
  rmSync(path.join(folder, 'last-check.json'), { force: true });
  rmSync(path.join(folder, 'snapshots'), { recursive: true, force: true });
}
