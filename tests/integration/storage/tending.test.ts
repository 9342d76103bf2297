import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { workHere, type FileWork } from '../../../electron/shell/storage/file-work.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, DAY, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

/** More than are looked at in one go. */
const MANY = 250;

async function open(folder: string, day = 0, work: FileWork = workHere): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock: { ...clock, now: () => NOW + day * DAY }, wrapper: fakeWrapper('anna'), work });
}

/** Many links, and a copy of day 0. */
async function lived(): Promise<string> {
  const folder = temporaryFolder();
  const { sites, links, tend, close } = await open(folder);
  for (let number = 0; number < MANY; number += 1) {
    const site = value(present(sites).create({ name: `Villa ${number}`, address: '', customerName: '', customerLanguage: 'en' }, NOW));
    value(present(links).create(newLink(site.id, String(number))));
  }
  await tend();
  close();
  return folder;
}

/** The ids in the order in which they are looked at, their records damaged where `isDamaged` says so. */
function damage(folder: string, isDamaged: (place: number) => boolean): readonly string[] {
  const db = new DatabaseSync(join(folder, 'liaison.db'));
  const ids = db.prepare('SELECT id FROM link ORDER BY id').all().map((row) => String(row['id']));
  for (const id of ids.filter((_, place) => isDamaged(place))) db.prepare('UPDATE link SET sealed = zeroblob(60) WHERE id = ?').run(id);
  db.close();
  return ids;
}

const conditions = ({ links }: OpenedWorkspace, ids: readonly string[]): ReadonlySet<string | undefined> => new Set(ids.map((id) => present(links).find(id)?.condition));

it('every damaged record is healed, in whichever step it comes, and the list is told once', async () => {
  const folder = await lived();
  const ids = damage(folder, (place) => place === 0 || place === 99 || place === 100 || place === MANY - 1);
  const workspace = await open(folder, 1);
  expect(conditions(workspace, ids)).toEqual(new Set(['active', 'quarantined']));
  expect([await workspace.tend(), await workspace.tend()]).toEqual([true, false]);
  expect(conditions(workspace, ids)).toEqual(new Set(['active']));
  workspace.close();
});

it('records no copy can heal need a person, before anybody looks at them', async () => {
  const folder = await lived();
  damage(folder, (place) => place % 50 === 0);
  const db = new DatabaseSync(join(folder, 'snapshots', present(readdirSync(join(folder, 'snapshots'))[0])));
  db.exec('DELETE FROM renewal; DELETE FROM home; DELETE FROM link');
  db.close();
  const workspace = await open(folder, 1);
  expect([await workspace.tend(), await workspace.tend()]).toEqual([true, false]);
  const { counts } = present(workspace.sites).page({ query: '', filter: 'needsMe', offset: 0, limit: 1, about: null, now: NOW + DAY });
  expect(counts.needsMe).toBe(MANY / 50);
  workspace.close();
});

it('the program goes on between two steps, and what is renewed meanwhile stays as it was renewed', async () => {
  const folder = await lived();
  const ids = damage(folder, (place) => place === MANY - 1);
  const workspace = await open(folder, 1);
  const links = present(workspace.links);
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const tending = workspace.tend();
  const first = present(ids[0]);
  value(links.beginRenewal(first, 1, NOW));
  await tending;
  clearInterval(counting);
  expect([links.pendingRenewal(first)?.generation, turns > 0, links.find(present(ids.at(-1)))?.condition]).toEqual([1, true, 'active']);
  workspace.close();
});

it('is shared by all who ask, and ends when the workspace is to be closed', async () => {
  const folder = await lived();
  let copies = 0;
  const work: FileWork = {
    isSound: workHere.isSound,
    copy: async (from, to) => {
      copies += 1;
      await new Promise((done) => setTimeout(done, 20));
      await workHere.copy(from, to);
    },
  };
  const workspace = await open(folder, 1, work);
  expect([await Promise.all([workspace.tend(), workspace.tend()]), copies]).toEqual([[false, false], 1]);
  workspace.close();
  const ending = await open(folder, 2, work);
  const tending = ending.tend();
  await ending.settle();
  expect([await tending, await ending.tend(), copies]).toEqual([false, false, 1]);
  ending.close();
});
