import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../electron/contract/problems.ts';
import { success } from '../../../electron/contract/result.ts';
import { moveData, type MoveParts } from '../../../electron/shell/move-data.ts';
import { dataPlace, pointTo, putLeftoversAside } from '../../../electron/shell/storage/data-place.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { mountDisk, unmountDisk } from './disk.ts';
import { clock, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

const wrapper = fakeWrapper('anna');

interface Laptop extends MoveParts {
  workspace(): OpenedWorkspace;
  readonly siteId: string;
}

/** A laptop with one linked site in the recommended place. `trouble`: what the next openings meet. */
async function laptop(part: Partial<MoveParts> = {}, trouble: (Problem | null)[] = []): Promise<Laptop> {
  const home = temporaryFolder();
  let workspace = await openWorkspace(dataPlace(home).folder, { clock, wrapper });
  const site = value(present(workspace.sites).create({ name: 'Maison', address: '', customerName: '', customerLanguage: 'fr' }, NOW));
  value(present(workspace.links).create(newLink(site.id, 'one')));
  mkdirSync(join(dataPlace(home).folder, 'photos'));
  writeFileSync(join(dataPlace(home).folder, 'photos', 'a.jpg'), 'picture');
  let problem: Problem | null = null;
  return {
    home, clock, siteId: site.id, workspace: () => workspace,
    surroundings: { platform: 'win32', environment: { OneDrive: join(home, 'Wolke') } },
    freeBytes: () => 1e12,
    reopen: async (change) => {
      workspace.close();
      await change();
      workspace = await openWorkspace(dataPlace(home).folder, { clock, wrapper });
      problem = trouble.shift() ?? workspace.storageProblem;
      return success(null);
    },
    storageProblem: () => problem,
    ...part,
  };
}

/** The link is there and its token opens, wherever the data lie now. */
function expectWhole({ workspace, siteId }: Laptop): void {
  const { links } = workspace();
  const link = present(present(links).findBySite(siteId));
  expect(value(present(links).readTokens(link.id)).refreshToken.reveal()).toBe('MARK-refresh-one');
}

describe('moving the data', () => {
  it('carries everything to the new place, opens it there and leaves no copy behind', async () => {
    const parts = await laptop();
    const place = join(temporaryFolder(), 'Liaison');
    expect(await moveData(parts, place)).toEqual({ ok: true, value: null });
    expect(dataPlace(parts.home)).toEqual({ folder: join(place, 'real'), isHome: false, problem: null });
    expectWhole(parts);
    expect(readFileSync(join(place, 'real', 'photos', 'a.jpg'), 'utf8')).toBe('picture');
    expect(existsSync(join(parts.home, 'real'))).toBe(false);
    expect(readdirSync(place)).toEqual(['real']);
  });

  it('carries them back to the recommended place', async () => {
    const parts = await laptop();
    const place = join(temporaryFolder(), 'Liaison');
    value(await moveData(parts, place));
    expect(await moveData(parts, parts.home)).toEqual({ ok: true, value: null });
    expect([dataPlace(parts.home).isHome, existsSync(join(place, 'real'))]).toEqual([true, false]);
    expectWhole(parts);
  });

  it('does nothing when they lie there already', async () => {
    const parts = await laptop();
    expect(await moveData(parts, parts.home)).toEqual({ ok: true, value: null });
    expectWhole(parts);
  });

  it.each([
    ['a folder that holds data already', (home: string): string => (mkdirSync(join(`${home}-other`, 'real'), { recursive: true }), `${home}-other`), { code: 'L-62', reason: 'occupied' }],
    ['a folder inside the data folder', (home: string): string => join(home, 'real', 'Liaison'), { code: 'L-62', reason: 'inside' }],
    ['a folder that OneDrive copies', (home: string): string => join(home, '..', 'OneDrive - Martin', 'Liaison'), { code: 'L-64' }],
    ['a place that cannot be made', (home: string): string => join(home, 'real', 'liaison.db', 'Liaison'), { code: 'L-62', reason: 'readOnly' }],
  ] as const)('refuses %s, and nothing changes', async (_what, place, problem) => {
    const parts = await laptop();
    expect(await moveData(parts, place(parts.home))).toEqual({ ok: false, problem });
    expect(dataPlace(parts.home).isHome).toBe(true);
    expectWhole(parts);
  });

  it('refuses a disk without room before anything is closed', async () => {
    const parts = await laptop({ freeBytes: () => 1_000_000, reopen: async () => Promise.reject(new Error('closed')) });
    expect(await moveData(parts, join(temporaryFolder(), 'Liaison'))).toEqual({ ok: false, problem: { code: 'L-62', reason: 'full' } });
  });

  it('leaves nothing in a place that fills up in the middle, and the data where they were', async ({ skip }) => {
    const disk = mountDisk(1_000_000);
    if (disk === null) return skip();
    // Nobody can tell how much is free there, as on some network drives.
    const parts = await laptop({ freeBytes: () => null });
    writeFileSync(join(dataPlace(parts.home).folder, 'photos', 'b.jpg'), Buffer.alloc(2_000_000));
    expect(await moveData(parts, join(disk, 'Liaison'))).toEqual({ ok: false, problem: { code: 'L-62', reason: 'notCopied' } });
    expect([dataPlace(parts.home).isHome, readdirSync(join(disk, 'Liaison'))]).toEqual([true, []]);
    expectWhole(parts);
    unmountDisk(disk);
  });

  it('goes back when the new place does not open, and leaves nothing there', async () => {
    const parts = await laptop({}, [{ code: 'L-60' }]);
    const place = join(temporaryFolder(), 'Liaison');
    expect(await moveData(parts, place)).toEqual({ ok: false, problem: { code: 'L-60' } });
    expect([dataPlace(parts.home).isHome, readdirSync(place)]).toEqual([true, []]);
    expectWhole(parts);
  });

  it('is refused while a sign-in runs', async () => {
    const parts = await laptop({ reopen: async () => ({ ok: false, problem: { code: 'L-83' } }) });
    expect(await moveData(parts, join(temporaryFolder(), 'Liaison'))).toEqual({ ok: false, problem: { code: 'L-83' } });
    expectWhole(parts);
  });
});

describe('the place of the data', () => {
  it('is told as missing when its disk is not there, and no empty book is opened instead', async () => {
    const home = temporaryFolder();
    value(pointTo(home, join(home, 'gone')));
    expect(dataPlace(home)).toMatchObject({ isHome: false, problem: { code: 'L-62', reason: 'folderMissing' } });
  });

  it.each(['', '{}', '{"folder":7}', '\u0000'])('is not guessed when the note about it is damaged (%j)', (content) => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'data-place.json'), content);
    expect(dataPlace(home).problem).toEqual({ code: 'L-63', reason: 'dataPlace' });
  });

  it('has leftovers of an interrupted move put aside, never opened and never deleted', () => {
    const home = temporaryFolder();
    const place = temporaryFolder();
    for (const folder of [home, place]) mkdirSync(join(folder, 'real'));
    value(pointTo(home, place));
    putLeftoversAside(home, clock);
    expect(readdirSync(home).filter((name) => name.startsWith('real'))).toEqual([expect.stringMatching(/^real\.left-/u)]);
    expect(dataPlace(home).folder).toBe(join(place, 'real'));
  });

  it('keeps the data of the recommended place when that is where they are', () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'real'));
    putLeftoversAside(home, clock);
    expect(readdirSync(home)).toEqual(['real']);
  });
});
