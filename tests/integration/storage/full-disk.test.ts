import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { createPhotoFiles } from '../../../electron/shell/storage/photo-files.ts';
import { BALLAST_BYTES, createSpace } from '../../../electron/shell/storage/space.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { jpeg } from '../../unit/sites/jpeg-parts.ts';
import { fillDisk, freeBytes, mountDisk, unmountDisk } from './disk.ts';
import { clock, completion, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

const STEP = 4096;
const DISK_BYTES = 3 * 1024 * 1024;
const LEVELS = process.env['LIAISON_RUNS'] ? 320 : 40;

let disk: string | null = null;
beforeAll(() => {
  disk = mountDisk(DISK_BYTES);
});
afterAll(() => {
  if (disk) unmountDisk(disk);
});

async function open(folder: string): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
}

async function prepared(folder: string): Promise<{ readonly workspace: OpenedWorkspace; readonly link: Link }> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const workspace = await open(join(folder, 'data'));
  const site = value(present(workspace.sites).create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, NOW));
  return { workspace, link: value(present(workspace.links).create(newLink(site.id))) };
}

type Outcome = 'refused' | 'saved' | 'lost';

/** As a renewal does it: only after the attempt row is on disk the server is asked, and what it answers must be saved. */
function tryToRenew(workspace: OpenedWorkspace, link: Link, size: number): Outcome {
  const links = present(workspace.links);
  if (!links.beginRenewal(link.id, 1, NOW).ok) return 'refused';
  const received = { ...completion('two').tokens, refreshToken: new Secret(`MARK-refresh-two${'x'.repeat(size)}`) };
  return links.completeRenewal(link.id, 1, { ...completion('two'), tokens: received }).ok ? 'saved' : 'lost';
}

async function level(folder: string, left: number, ballast: boolean): Promise<Outcome> {
  const { workspace, link } = await prepared(folder);
  if (!ballast) rmSync(join(folder, 'data', 'ballast'));
  fillDisk(folder, left);
  // Every fourth token is a large one, of many pages.
  const outcome = tryToRenew(workspace, link, left % (STEP * 4) === 0 ? 40_000 : 900);
  const expected = outcome === 'saved' ? 'MARK-refresh-two' : 'MARK-refresh-one';
  expect(value(present(workspace.links).readTokens(link.id)).refreshToken.reveal().startsWith(expected)).toBe(true);
  // The program dies here: what is opened again is a copy of the files as they are now, the log not yet worked in.
  const copy = temporaryFolder();
  for (const name of ['liaison.db', 'liaison.db-wal', 'data-key']) copyFileSync(join(folder, 'data', name), join(copy, name));
  workspace.close();
  const again = await open(copy);
  expect([again.storageProblem, again.notices], `at ${left} bytes`).toEqual([null, []]);
  expect(value(present(again.links).readTokens(link.id)).refreshToken.reveal().startsWith(expected)).toBe(true);
  again.close();
  rmSync(copy, { recursive: true });
  return outcome;
}

test('at every level of a full disk a renewal is either not begun or its token is saved, and nothing is damaged', async (context) => {
  if (!disk) return context.skip();
  const outcomes: Outcome[] = [];
  // The slice takes the levels in steps, so that it too reaches from a full disk to one with room for the ballast.
  const stride = Math.ceil(320 / LEVELS);
  for (let step = 0; step < LEVELS; step += 1) outcomes.push(await level(disk, step * stride * STEP, step % 5 !== 4));
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  console.log(`full disk: ${LEVELS} levels of ${STEP} bytes, ${count('refused')} not begun, ${count('saved')} saved, ${count('lost')} lost, 0 damaged`);
  expect(count('lost')).toBe(0);
  expect(Math.min(count('refused'), count('saved'))).toBeGreaterThan(0);
}, 600_000);

test('the ballast is given up for a token that cannot be saved otherwise, and comes back when there is room', async (context) => {
  if (!disk) return context.skip();
  const { workspace, link } = await prepared(disk);
  const ballast = join(disk, 'data', 'ballast');
  value(present(workspace.links).beginRenewal(link.id, 1, NOW));
  fillDisk(disk, 0);
  expect(present(workspace.sites).create({ name: 'Another', address: '', customerName: '', customerLanguage: 'en' }, NOW)).toMatchObject({ ok: false, problem: { code: 'L-62' } });
  expect(existsSync(ballast)).toBe(true);
  const large = new Secret('y'.repeat(60_000));
  value(present(workspace.links).keepUnusableAnswer(link.id, large));
  expect(existsSync(ballast)).toBe(false);
  value(present(workspace.links).completeRenewal(link.id, 1, { ...completion('two'), tokens: { ...completion('two').tokens, refreshToken: large } }));
  fillDisk(disk, 0);
  expect([workspace.canSave(), present(workspace.links).beginRenewal(link.id, 2, NOW)]).toEqual([{ code: 'L-62', reason: 'lowSpace' }, { ok: false, problem: { code: 'L-62', reason: 'lowSpace' } }]);
  rmSync(join(disk, 'filler'));
  expect([workspace.canSave(), existsSync(ballast)]).toEqual([null, true]);
  workspace.close();
});

test('a token that was sent for while there was room is saved though the disk is full now and the ballast gone', async (context) => {
  const larger = mountDisk(40 * 1024 * 1024);
  if (!larger) return context.skip();
  const { workspace, link } = await prepared(larger);
  value(present(workspace.links).beginRenewal(link.id, 1, NOW));
  rmSync(join(larger, 'data', 'ballast'));
  fillDisk(larger, 0);
  value(present(workspace.links).completeRenewal(link.id, 1, completion('two')));
  expect(value(present(workspace.links).readTokens(link.id)).refreshToken.reveal()).toBe('MARK-refresh-two');
  expect(present(workspace.sites).history(link.siteId)).toMatchObject([{ event: 'renewed' }]);
  rmSync(join(larger, 'filler'));
  workspace.close();
  unmountDisk(larger);
});

test('the ballast takes its whole size from the disk, and a save that fails without it is not tried twice', () => {
  const folder = temporaryFolder();
  const before = freeBytes(folder);
  const space = createSpace(folder);
  expect([space.problem(), space.hasRoomFor(1)]).toEqual([null, true]);
  expect(before - freeBytes(folder)).toBeGreaterThan(BALLAST_BYTES / 2);
  let runs = 0;
  const refuse = (code: 'L-62' | 'L-68') => () => {
    runs += 1;
    return { ok: false, problem: { code } } as const;
  };
  expect([space.saving(refuse('L-68')).ok, runs, existsSync(join(folder, 'ballast'))]).toEqual([false, 1, true]);
  expect([space.saving(refuse('L-62')).ok, runs, existsSync(join(folder, 'ballast'))]).toEqual([false, 3, false]);
  expect([space.saving(refuse('L-62')).ok, runs]).toEqual([false, 4]);
  expect(space.hasRoomFor(freeBytes(folder))).toBe(false);
});

test('a photo that the disk has no room for is refused, and leaves neither a file nor a row', async (context) => {
  if (!disk) return context.skip();
  const { workspace, link } = await prepared(disk);
  const photos = present(workspace.photos);
  // Through the promise that a token always has room, straight to the disk.
  const files = createPhotoFiles(join(disk, 'data'));
  const picture = jpeg();
  const padded = new Uint8Array([...picture.subarray(0, -2), ...Array.from({ length: 100_000 }, () => 0x11), 0xff, 0xd9]);
  fillDisk(disk, 40 * 1024);
  expect(photos.add(link.siteId, padded, NOW)).toEqual({ ok: false, problem: { code: 'L-62', reason: 'lowSpace' } });
  expect(files.write('0f8fad5b-d9cb-469f-a165-70867728950e', padded)).toEqual({ ok: false, problem: { code: 'L-62' } });
  expect([photos.list(link.siteId), readdirSync(join(disk, 'data', 'photos'))]).toEqual([[], []]);
  rmSync(join(disk, 'filler'));
  workspace.close();
});
