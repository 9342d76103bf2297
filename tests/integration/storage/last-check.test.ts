import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { workHere, type FileWork } from '../../../electron/shell/storage/file-work.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, DAY, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

/** A data folder, and how often its database was examined as a whole. */
class Place {
  readonly folder = temporaryFolder();
  readonly file = join(this.folder, 'liaison.db');
  day = 0;
  examined = 0;
  readonly #work: FileWork = {
    copy: workHere.copy,
    isSound: async (file) => {
      this.examined += 1;
      return workHere.isSound(file);
    },
  };

  async open(): Promise<OpenedWorkspace> {
    return openWorkspace(this.folder, { clock: { ...clock, now: () => NOW + this.day * DAY }, wrapper: fakeWrapper('anna'), work: this.#work });
  }

  async openAndClose(): Promise<number> {
    const before = this.examined;
    (await this.open()).close();
    return this.examined - before;
  }
}

async function lived(): Promise<Place> {
  const place = new Place();
  const workspace = await place.open();
  const site = value(present(workspace.sites).create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, NOW));
  value(present(workspace.links).create(newLink(site.id, 'one')));
  workspace.close();
  return place;
}

/** Changes the note so that the last change of the file is the one it has. */
function noteTime(file: string): void {
  const note = join(file, '..', 'last-check.json');
  const former = JSON.parse(readFileSync(note, 'utf8')) as object;
  writeFileSync(note, JSON.stringify({ ...former, changed: String(statSync(file, { bigint: true }).mtimeNs) }));
}

describe('the whole database is examined', () => {
  it('once a day, when it was closed as it should be', async () => {
    const place = await lived();
    expect([await place.openAndClose(), await place.openAndClose()]).toEqual([0, 0]);
    place.day = 1;
    expect([await place.openAndClose(), await place.openAndClose()]).toEqual([1, 0]);
    place.day = 0;
    expect(await place.openAndClose()).toBe(1);
  });

  it('after a day on which the program stayed open over midnight', async () => {
    const place = await lived();
    const workspace = await place.open();
    place.day = 1;
    workspace.close();
    expect(await place.openAndClose()).toBe(1);
  });

  it('when the program did not close it', async () => {
    const place = await lived();
    const workspace = await place.open();
    value(present(workspace.sites).create({ name: 'Cabin', address: '', customerName: '', customerLanguage: 'en' }, NOW));
    // As a power cut leaves it: the log is beside the file.
    const left = Object.fromEntries(['liaison.db', 'liaison.db-wal', 'last-check.json'].map((name) => [name, readFileSync(join(place.folder, name))]));
    workspace.close();
    for (const [name, bytes] of Object.entries(left)) writeFileSync(join(place.folder, name), bytes);
    // The file itself looks as it did: only the log tells.
    noteTime(place.file);
    expect(await place.openAndClose()).toBe(1);
  });

  it.each([
    ['was written into', (file: string) => appendFileSync(file, Buffer.alloc(4096))],
    ['grew, whatever its time says', (file: string) => (appendFileSync(file, Buffer.alloc(4096)), noteTime(file))],
    ['has another time', (file: string) => utimesSync(file, 5, 5)],
    ['lost its note', (file: string) => rmSync(join(file, '..', 'last-check.json'))],
    ['has a note that makes no sense', (file: string) => writeFileSync(join(file, '..', 'last-check.json'), '{"day":')],
  ])('when the file %s', async (_name, touch) => {
    const place = await lived();
    touch(place.file);
    expect(await place.openAndClose()).toBe(1);
  });
});

/** Damages an index that only the full examination looks at: the opening does not need it. */
function damageIndex(file: string): void {
  const db = new DatabaseSync(file);
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'history_by_site'").get()?.['rootpage']);
  db.close();
  writeFileSync(file, readFileSync(file).fill(0xa5, (root - 1) * 4096, root * 4096));
}

it('damage is found by the opening whatever the first examination was not able to tell', async () => {
  for (const isSound of [workHere.isSound, async () => Promise.reject(new Error('no thread'))]) {
    const place = await lived();
    damageIndex(place.file);
    const workspace = await openWorkspace(place.folder, { clock, wrapper: fakeWrapper('anna'), work: { ...workHere, isSound } });
    expect(workspace.notices).toMatchObject([{ code: 'L-63' }]);
    workspace.close();
  }
});

it('a database that could not be copied is examined at the next opening, the same day too', async () => {
  const place = await lived();
  const failing = await openWorkspace(place.folder, { clock, wrapper: fakeWrapper('anna'), work: { ...workHere, copy: async () => Promise.reject(new Error('a damaged page')) } });
  await failing.tend();
  failing.close();
  expect([await place.openAndClose(), await place.openAndClose()]).toEqual([1, 0]);
});
