import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { MOST_PHOTOS } from '../../../electron/contract/visit-limits.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { createPhotoFiles, type PhotoFiles } from '../../../electron/shell/storage/photo-files.ts';
import { createPhotoStore, tidyPhotos } from '../../../electron/shell/storage/photo-store.ts';
import { createSiteStore } from '../../../electron/shell/storage/site-store.ts';
import { unlimitedSpace } from '../../../electron/shell/storage/space.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { jpeg } from '../../unit/sites/jpeg-parts.ts';
import { clock, fakeWrapper, NOW, present, temporaryFolder, value } from './support.ts';

const form = { name: 'Villa', address: '', customerName: '', customerLanguage: 'en' } as const;
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const open = async (): Promise<OpenedWorkspace> => openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
/** The files of photos, with what lies aside. */
const files = (): readonly string[] => (existsSync(join(folder, 'photos')) ? readdirSync(join(folder, 'photos'), { recursive: true }).map(String).filter((name) => name.includes('.jpg')).toSorted() : []);

test('a photo is a row and a file, shown after a restart, captioned, and gone when it is deleted', async () => {
  let workspace = await open();
  const siteId = value(present(workspace.sites).create(form, NOW)).id;
  const picture = jpeg(1600, 900);
  value(present(workspace.photos).add(siteId, picture, NOW));
  value(present(workspace.photos).add(siteId, jpeg(), NOW + 1));
  workspace.close();
  workspace = await open();
  const photos = present(workspace.photos);
  const [first, second] = photos.list(siteId);
  expect([first, second]).toMatchObject([{ at: NOW, caption: '', width: 1600, height: 900, isMissing: false }, { at: NOW + 1 }]);
  expect(photos.picture(present(first).id)).toEqual(picture);
  expect(files()).toEqual([`${present(first).id}.jpg`, `${present(second).id}.jpg`].toSorted());
  value(photos.setCaption(siteId, present(first).id, 'Tableau'));
  expect(photos.list(siteId)[0]?.caption).toBe('Tableau');
  value(photos.remove(siteId, present(first).id));
  expect([photos.list(siteId).map(({ id }) => id), files(), photos.picture(present(first).id)]).toEqual([[present(second).id], [`${present(second).id}.jpg`], null]);
  workspace.close();
});

test('a photo belongs to its site: another one can neither caption nor delete it, and an unknown one gets none', async () => {
  const workspace = await open();
  const photos = present(workspace.photos);
  const [one, two] = ['a', 'b'].map(() => value(present(workspace.sites).create(form, NOW)).id);
  value(photos.add(present(one), jpeg(), NOW));
  const id = present(photos.list(present(one))[0]).id;
  const refused = { ok: false, problem: { code: 'L-81', field: 'photoId' } };
  expect([photos.setCaption(present(two), id, 'x'), photos.remove(present(two), id)]).toEqual([refused, refused]);
  expect(photos.add('nowhere', jpeg(), NOW)).toEqual({ ok: false, problem: { code: 'L-81', field: 'siteId' } });
  expect(files()).toEqual([`${id}.jpg`]);
  workspace.close();
});

test('the sixty-first photo and what is no clean picture are refused and leave nothing', async () => {
  const workspace = await open();
  const photos = present(workspace.photos);
  const siteId = value(present(workspace.sites).create(form, NOW)).id;
  expect(photos.add(siteId, new TextEncoder().encode('no picture'), NOW)).toEqual({ ok: false, problem: { code: 'L-87', reason: 'notPicture' } });
  expect(files()).toEqual([]);
  for (let count = 0; count < MOST_PHOTOS; count += 1) value(photos.add(siteId, jpeg(8, 8), NOW));
  expect(photos.add(siteId, jpeg(8, 8), NOW)).toEqual({ ok: false, problem: { code: 'L-87', reason: 'tooMany' } });
  expect([photos.list(siteId).length, files().length]).toEqual([MOST_PHOTOS, MOST_PHOTOS]);
  workspace.close();
});

test('a photo whose file is gone is shown as missing and stays; it can be deleted', async () => {
  let workspace = await open();
  const siteId = value(present(workspace.sites).create(form, NOW)).id;
  value(present(workspace.photos).add(siteId, jpeg(), NOW));
  workspace.close();
  rmSync(join(folder, 'photos'), { recursive: true });
  workspace = await open();
  const photos = present(workspace.photos);
  const [photo] = photos.list(siteId);
  expect([photo?.isMissing, photos.picture(present(photo).id)]).toEqual([true, null]);
  value(photos.remove(siteId, present(photo).id));
  expect(photos.list(siteId)).toEqual([]);
  workspace.close();
});

/** Ended in the middle: what comes after never happens. */
class Killed extends Error {}

/** The real files, whose `dies`-th operation is the last thing the program does: before it, or just after it. */
function mortal(real: PhotoFiles, dies: { left: number; readonly after: boolean }): PhotoFiles {
  const step = <Value>(act: () => Value): Value => {
    dies.left -= 1;
    if (dies.left === 0 && !dies.after) throw new Killed();
    const done = act();
    if (dies.left === 0) throw new Killed();
    return done;
  };
  return {
    ...real,
    write: (id, bytes) => step(() => real.write(id, bytes)), settle: (id) => step(() => real.settle(id)), discard: (id) => step(() => real.discard(id)),
    withdraw: (id) => step(() => real.withdraw(id)), restore: (id) => step(() => real.restore(id)), drop: (id) => step(() => real.drop(id)),
  };
}

function withKills(act: (db: DatabaseSync, siteId: string, fresh: () => PhotoFiles) => void): void {
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  try {
    act(db, value(createSiteStore(db).create(form, NOW)).id, () => createPhotoFiles(folder));
  } finally {
    db.close();
  }
}

const attempt = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
};

test('the program may end at any step of adding or deleting: afterwards row and file are both there or both not', () => {
  withKills((db, siteId, fresh) => {
    let added = 0;
    for (const after of [false, true]) {
      for (const operation of ['add', 'remove'] as const) {
        for (let steps = 1; steps <= 3; steps += 1) {
          const sound = createPhotoStore(db, fresh(), unlimitedSpace);
          for (const { id } of sound.list(siteId)) value(sound.remove(siteId, id));
          if (operation === 'remove') value(sound.add(siteId, jpeg(), NOW));
          const dying = createPhotoStore(db, mortal(fresh(), { left: steps, after }), unlimitedSpace);
          const [there] = sound.list(siteId);
          attempt(() => void (operation === 'add' ? dying.add(siteId, jpeg(), NOW) : dying.remove(siteId, present(there).id)));
          // The next start.
          tidyPhotos(db, fresh());
          const photos = createPhotoStore(db, fresh(), unlimitedSpace).list(siteId);
          expect(photos.every(({ isMissing }) => !isMissing), `${operation} ${steps} ${after}`).toBe(true);
          expect(files(), `${operation} ${steps} ${after}`).toEqual(photos.map(({ id }) => `${id}.jpg`));
          added += 1;
        }
      }
    }
    console.log(`photos: ended at ${added} steps, row and file agree each time`);
  });
});

test('a write that the book refuses leaves no file, and a deletion that it refuses leaves the photo', () => {
  withKills((db, siteId, fresh) => {
    const photos = createPhotoStore(db, fresh(), unlimitedSpace);
    value(photos.add(siteId, jpeg(), NOW));
    const before = files();
    db.exec("CREATE TRIGGER full_disk BEFORE INSERT ON photo BEGIN SELECT RAISE(ABORT, 'full'); END; CREATE TRIGGER stuck BEFORE DELETE ON photo BEGIN SELECT RAISE(ABORT, 'full'); END");
    for (const act of [() => photos.add(siteId, jpeg(), NOW), () => photos.remove(siteId, present(photos.list(siteId)[0]).id)]) attempt(() => expect(act).toThrow('full'));
    tidyPhotos(db, fresh());
    expect([files(), photos.list(siteId).map(({ isMissing }) => isMissing)]).toEqual([before, [false]]);
  });
});

test('a file that the book does not know is put aside and never deleted, and comes back with its photo', async () => {
  let workspace = await open();
  const siteId = value(present(workspace.sites).create(form, NOW)).id;
  value(present(workspace.photos).add(siteId, jpeg(), NOW));
  const [name] = files();
  workspace.close();
  // The book is lost and a new one begun; later the old one is put back.
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(join(folder, `liaison.db${suffix}`))) renameSync(join(folder, `liaison.db${suffix}`), join(folder, `kept${suffix}`));
  workspace = await open();
  expect(files()).toEqual([join('aside', present(name))]);
  workspace.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `liaison.db${suffix}`), { force: true });
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(join(folder, `kept${suffix}`))) renameSync(join(folder, `kept${suffix}`), join(folder, `liaison.db${suffix}`));
  workspace = await open();
  expect([files(), present(workspace.photos).list(siteId)[0]?.isMissing]).toEqual([[name], false]);
  workspace.close();
});

test('files of strangers in the folder are left alone', async () => {
  mkdirSync(join(folder, 'photos'), { recursive: true });
  for (const name of ['holiday.jpg', 'notes.txt', '0f8fad5b.jpg']) writeFileSync(join(folder, 'photos', name), 'mine');
  const workspace = await open();
  expect(readdirSync(join(folder, 'photos')).toSorted()).toEqual(['0f8fad5b.jpg', 'holiday.jpg', 'notes.txt']);
  workspace.close();
});

test('photos, checks and who did what come back out of a damaged database', async () => {
  let workspace = await open();
  const siteId = value(present(workspace.sites).create(form, NOW)).id;
  value(present(workspace.sites).addHistory(siteId, { at: NOW, event: 'photoAdded', who: 'Anna' }));
  value(present(workspace.photos).add(siteId, jpeg(), NOW));
  value(present(workspace.checklists).save(siteId, [{ item: 'board', title: '', criterion: '', verdict: 'failed', at: NOW, who: 'Anna', remark: 'no labels' }]));
  workspace.close();
  rmSync(join(folder, 'snapshots'), { recursive: true, force: true });
  // As it is left when a database is set aside and no copy of it is there.
  renameSync(join(folder, 'liaison.db'), join(folder, 'liaison.db.damaged-20260102T030405678Z'));
  workspace = await open();
  expect(present(workspace.photos).list(siteId)).toMatchObject([{ isMissing: false, width: 1600 }]);
  expect(present(workspace.checklists).items(siteId)).toMatchObject([{ item: 'board', verdict: 'failed', who: 'Anna', remark: 'no labels' }]);
  expect(present(workspace.sites).history(siteId)).toEqual([{ at: NOW, event: 'photoAdded', who: 'Anna' }]);
  workspace.close();
});
