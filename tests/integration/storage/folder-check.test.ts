import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFolder, whyUnsavable } from '../../../electron/shell/storage/folder-check.ts';
import { openWorkspace, type OpenedWorkspace, type WorkspaceDependencies } from '../../../electron/shell/storage/workspace.ts';
import { fillDisk, mountDisk, setReadOnly, unmountDisk } from './disk.ts';
import { allBytes, clock, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

const windows = { platform: 'win32', environment: { OneDriveCommercial: String.raw`D:\Cloud\Firma`, OneDrive: undefined } } as const;
const mac = { platform: 'darwin', environment: {} } as const;
const linux = { platform: 'linux', environment: {} } as const;

test.each([
  [String.raw`C:\Users\Anna\OneDrive\Liaison`, windows], [String.raw`C:\Users\Anna\OneDrive - Elektro Müller\Liaison`, windows], [String.raw`d:\cloud\firma\Liaison`, windows],
  [String.raw`C:\Users\Anna\Dropbox (Firma)\x`, windows], [String.raw`G:\My Drive\Liaison`, windows], [String.raw`C:\Users\Anna\iCloudDrive\x`, windows],
  ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/x', mac], ['/Users/anna/Library/CloudStorage/OneDrive-Firma/x', mac], ['/Users/anna/Google Drive/x', mac],
  ['/home/anna/Dropbox', linux], ['/home/anna/Nextcloud/x', linux],
])('%s is a synchronised folder', (folder, surroundings) => {
  expect(checkFolder(folder, surroundings)).toEqual({ code: 'L-64' });
});

test.each([
  [String.raw`C:\Users\Anna\AppData\Roaming\liaison`, windows], [String.raw`D:\Cloud\Firma2\x`, windows], [String.raw`C:\Users\OneDriver\x`, windows],
  ['/Users/anna/Library/Application Support/liaison', mac], ['/home/anna/.config/liaison', linux], ['/home/dropbox-admin/x', linux], ['/home/anna/Library/CloudStorage/x', linux],
])('%s is a folder of this laptop alone', (folder, surroundings) => {
  expect(checkFolder(folder, surroundings)).toBeNull();
});

async function open(folder: string, change: Partial<WorkspaceDependencies> = {}): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock, wrapper: fakeWrapper('anna'), ...change });
}

async function filled(folder: string): Promise<void> {
  const { sites, links, close } = await open(folder);
  const site = value(present(sites).create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, NOW));
  value(present(links).create(newLink(site.id)));
  close();
}

test('a synchronised folder is told, also behind a link in the path, and everything in it works', async () => {
  const base = temporaryFolder();
  mkdirSync(join(base, 'Dropbox'));
  symlinkSync(join(base, 'Dropbox'), join(base, 'innocent'));
  await filled(join(base, 'innocent', 'data'));
  const here = await open(join(base, 'innocent', 'data'));
  expect([here.notices, here.storageProblem, present(here.links).counts(NOW).links]).toEqual([[{ code: 'L-64' }], null, 1]);
  here.close();
});

let disk: string | null = null;
beforeAll(() => {
  disk = mountDisk(3 * 1024 * 1024);
});
afterAll(() => {
  if (disk) unmountDisk(disk);
});

test('a read-only and a full folder are told apart, and nothing in them is overwritten', async (context) => {
  if (!disk) return context.skip();
  const folder = join(disk, 'data');
  await filled(folder);
  const before = allBytes(folder);
  setReadOnly(disk, true);
  const readOnly = await open(folder);
  expect([readOnly.storageProblem, readOnly.canSave(), whyUnsavable(folder)]).toEqual(Array.from({ length: 3 }, () => ({ code: 'L-62', reason: 'readOnly' })));
  readOnly.close();
  setReadOnly(disk, false);
  fillDisk(disk, 0);
  const full = await open(folder);
  expect(full.storageProblem).toEqual({ code: 'L-62', reason: 'full' });
  full.close();
  expect(allBytes(folder).equals(before)).toBe(true);
});

test('a folder of a newer program, of another account or of a program that runs is refused, and nothing in it is overwritten', async () => {
  const folder = temporaryFolder();
  await filled(folder);
  const holder = await open(folder);
  expect((await open(folder)).storageProblem).toEqual({ code: 'L-35' });
  holder.close();
  const before = allBytes(folder);
  const foreign = await open(folder, { wrapper: fakeWrapper('bert') });
  expect(foreign.storageProblem).toEqual({ code: 'L-61' });
  foreign.close();
  expect(allBytes(folder).equals(before)).toBe(true);
  const db = new DatabaseSync(join(folder, 'liaison.db'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  // Looking at it leaves an empty log beside it.
  const kept = (): readonly Buffer[] => ['liaison.db', 'data-key', 'ballast'].map((name) => readFileSync(join(folder, name)));
  const newer = kept();
  const refused = await open(folder);
  expect([refused.storageProblem, refused.sites]).toEqual([{ code: 'L-66', reason: 'database' }, null]);
  refused.close();
  expect(kept()).toEqual(newer);
});

test('a folder that cannot be made is told as such', async () => {
  expect((await open(join('/dev/null', 'data'))).storageProblem?.code).toBe('L-62');
  expect(whyUnsavable(temporaryFolder())).toBeNull();
});
