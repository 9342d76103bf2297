import { createHash } from 'node:crypto';
import { copyFileSync, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { TakeoverSite } from '../../../electron/contract/takeover.ts';
import { packTakeover, type TakeoverSource } from '../../../electron/shell/takeover/pack.ts';
import { readTakeover } from '../../../electron/shell/takeover/unpack.ts';
import type { Transfer } from '../../../electron/shell/storage/transfer.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from '../storage/support.ts';
import { facts } from '../storage/fixtures/contents.ts';
import { jpeg } from '../../unit/sites/jpeg-parts.ts';

const head = { madeAt: NOW, program: '0.1.0', companyName: 'Martin Électricité' };

interface Laptop extends OpenedWorkspace {
  readonly folder: string;
  readonly transfer: Transfer;
}

async function laptop(account: string): Promise<Laptop> {
  const folder = temporaryFolder();
  const workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper(account) });
  return { ...workspace, folder, transfer: present(workspace.transfer) };
}

/** A site with everything that a site can have, linked. */
function fill({ sites, links, photos, checklists }: Laptop, name: string): string {
  const { id } = value(present(sites).create({ name, address: 'Rue de l’Été 5', customerName: 'Müller', customerLanguage: 'fr' }, NOW));
  value(present(sites).addHistory(id, { at: NOW, event: 'linked', who: 'Anna' }));
  value(present(sites).recordConsent(id, { at: NOW, agreed: true, textVersion: '1', language: 'fr', clock: 'confirmed', customerName: 'Müller', companyName: 'Martin' }));
  value(present(sites).noteHomes(id, [{ shortId: '4f2a', name: 'Höhenweg' }]));
  value(present(sites).note(id, facts));
  value(present(checklists).save(id, [{ item: 'gateway', title: '', criterion: '', verdict: 'failed', at: NOW, who: 'Anna', remark: 'no power' }]));
  value(present(photos).add(id, jpeg(100 + name.length, 80), NOW));
  value(present(links).create(newLink(id, name)));
  return id;
}

/** Looks at the file and takes it, as the desk does. */
async function take({ transfer }: Laptop, file: string): Promise<Awaited<ReturnType<typeof readTakeover>>> {
  const sites: TakeoverSite[] = [];
  const read = await readTakeover(file, { site: (site) => void sites.push(site), photo: (id, bytes) => transfer.lay(id, bytes) });
  const done = read.ok ? transfer.insert(sites, NOW + 1000, 'Ben') : read;
  if (!done.ok) transfer.dropLaid();
  return done;
}

let anna: Laptop;
let ben: Laptop;
let file: string;
let siteId: string;

beforeEach(async () => {
  anna = await laptop('anna');
  ben = await laptop('ben');
  file = join(temporaryFolder(), 'give.liaison-sites');
  siteId = fill(anna, 'Maison');
  fill(anna, 'Gîte');
  await packTakeover(file, head, { ids: anna.transfer.ids(), read: anna.transfer.read, picture: anna.transfer.picture });
});

describe('sites that go to a colleague’s laptop', () => {
  it('arrive whole but for the link: facts, checklist, photos, consent and history', async () => {
    expect(await take(ben, file)).toEqual({ ok: true, value: null });
    const before = present(anna.transfer.read(siteId));
    expect(ben.transfer.read(siteId)).toEqual({ ...before, history: [...before.history, { at: NOW + 1000, event: 'takenOver', who: 'Ben' }] });
    expect(present(ben.sites).consent(siteId)).toEqual(present(anna.sites).consent(siteId));
    const [photo] = before.photos;
    expect(present(ben.photos).picture(present(photo).id)).toEqual(present(anna.photos).picture(present(photo).id));
    expect(present(ben.links).findBySite(siteId)).toBeNull();
    expect(readdirSync(join(ben.folder, 'photos')).every((name) => name.endsWith('.jpg'))).toBe(true);
    ben.close();
    const again = await openWorkspace(ben.folder, { clock, wrapper: fakeWrapper('ben') });
    expect(present(again.photos).list(siteId)).toEqual(present(anna.photos).list(siteId));
    again.close();
  });

  it('carry no secret and no whole account, in whatever form', () => {
    const bytes = readFileSync(file);
    for (const mark of ['MARK-', 'subject-', '@example.org']) expect(bytes.includes(Buffer.from(mark))).toBe(false);
    for (const id of anna.transfer.ids()) expect(JSON.stringify(anna.transfer.read(id))).not.toMatch(/MARK-|subject|token|@/u);
  });

  it('are not taken over twice: the file’s own ids say that they are there', async () => {
    value(await take(ben, file));
    expect(anna.transfer.ids().every((id) => ben.transfer.has(id))).toBe(true);
    expect(await take(ben, file)).toMatchObject({ ok: false, problem: { code: 'L-88' } });
    expect(present(ben.sites).list('', 0, 9).total).toBe(2);
    expect(readdirSync(join(ben.folder, 'photos'))).toHaveLength(2);
  });

  it('leave out a photo whose file is gone or was changed, and all else arrives', async () => {
    const { id } = present(present(anna.transfer.read(siteId)).photos[0]);
    writeFileSync(join(anna.folder, 'photos', `${id}.jpg`), jpeg(99, 99));
    await packTakeover(file, head, { ids: [siteId], read: anna.transfer.read, picture: anna.transfer.picture });
    value(await take(ben, file));
    expect(present(ben.transfer.read(siteId)).photos).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  const nothingTaken = (): void => {
    expect(present(ben.sites).list('', 0, 9).total).toBe(0);
    expect(existsSync(join(ben.folder, 'photos')) ? readdirSync(join(ben.folder, 'photos')) : []).toEqual([]);
  };

  it.each([
    ['empty', (): Buffer => Buffer.alloc(0)], ['a text', (): Buffer => Buffer.from('Hello')], ['a picture', (): Buffer => Buffer.from(jpeg(1, 1))],
  ])('is told as none of ours: %s', async (_what, content) => {
    writeFileSync(file, content());
    expect(await take(ben, file)).toEqual({ ok: false, problem: { code: 'L-88', reason: 'notOurs' } });
    nothingTaken();
  });

  it('is told as damaged wherever one bit is turned, or as none of ours, and nothing is taken', async () => {
    const whole = readFileSync(file);
    const broken = join(temporaryFolder(), 'broken');
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      writeFileSync(broken, bytes);
      const read = await readTakeover(broken, {});
      // A bit that says nothing (a date, an attribute) may be another one: what is read is what was written all the same.
      expect(read.ok || read.problem.code === 'L-88').toBe(true);
      const names: string[] = [];
      await readTakeover(broken, { site: ({ name }) => void names.push(name), photo: (_id, photo) => (expect(photo.byteLength).toBeGreaterThan(0), { ok: true, value: null }) });
      expect(names.every((name) => ['Maison', 'Gîte'].includes(name))).toBe(true);
    }), { numRuns: 300, seed: 20_261_124 });
  });

  it('is told as damaged wherever it ends too early', async () => {
    const whole = readFileSync(file);
    for (let length = 1; length < whole.length; length += Math.ceil(whole.length / 60)) {
      writeFileSync(file, whole.subarray(0, length));
      // oxlint-disable-next-line no-await-in-loop -- one file, one after the other
      expect((await take(ben, file)).ok).toBe(false);
    }
    nothingTaken();
  });

  /** A container as another program would make it. */
  async function container(entries: Readonly<Record<string, string | Buffer>>): Promise<void> {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(file));
  }
  const manifest = (part: object): string => JSON.stringify({ format: 'liaison-takeover', version: 1, madeAt: '2026-01-01T00:00:00.000Z', program: '9', companyName: '', files: [], ...part });
  const listed = (name: string, content: string): object => ({ name, bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') });
  const id = '6c84fb90-12c4-41e1-840d-725aa5cc21f5';

  it('of a newer program says so', async () => {
    await container({ 'manifest.json': manifest({ version: 2, more: true }) });
    expect(await take(ben, file)).toEqual({ ok: false, problem: { code: 'L-88', reason: 'newer' } });
  });

  it.each([
    ['another archive', { 'readme.txt': 'x' }, 'notOurs'],
    ['a list of something else', { 'manifest.json': '{"format":"zip"}' }, 'notOurs'],
    ['a list that is no JSON', { 'manifest.json': '{' }, 'notOurs'],
    ['a file that is not on the list', { 'manifest.json': manifest({}), [`sites/${id}.json`]: '{}' }, 'damaged'],
    ['a name that leads elsewhere', { 'manifest.json': manifest({ files: [listed('../../evil', 'x')] }) }, 'damaged'],
    ['a site that is none', { 'manifest.json': manifest({ files: [listed(`sites/${id}.json`, '{}')] }), [`sites/${id}.json`]: '{}' }, 'damaged'],
    ['a photo of no site', { 'manifest.json': manifest({ files: [listed(`photos/${id}.jpg`, 'x')] }), [`photos/${id}.jpg`]: 'x' }, 'damaged'],
    ['a list twice', { 'manifest.json': manifest({ files: [listed(`sites/${id}.json`, ''), listed(`sites/${id}.json`, '')] }) }, 'damaged'],
  ] as const)('is refused: %s', async (_what, entries, reason) => {
    await container(entries);
    expect(await take(ben, file)).toEqual({ ok: false, problem: { code: 'L-88', reason } });
    nothingTaken();
  });

  it('with something in a photo besides a picture is refused as a whole', async () => {
    const source: TakeoverSource = {
      ids: [siteId],
      read: (wanted) => {
        const site = anna.transfer.read(wanted);
        const evil = Buffer.from('MZ not a picture');
        return site && { ...site, photos: site.photos.map((photo) => ({ ...photo, bytes: evil.byteLength, sha256: createHash('sha256').update(evil).digest('hex') })) };
      },
      picture: () => Buffer.from('MZ not a picture'),
    };
    await packTakeover(file, head, source);
    expect(await take(ben, file)).toEqual({ ok: false, problem: { code: 'L-88', reason: 'damaged' } });
    nothingTaken();
  });
});

describe('writing the file', () => {
  it('replaces an older one only as a whole', async () => {
    const copy = join(temporaryFolder(), 'copy');
    copyFileSync(file, copy);
    const source: TakeoverSource = { ids: anna.transfer.ids(), read: anna.transfer.read, picture: () => { throw new Error('disk'); } };
    await expect(packTakeover(file, head, source)).rejects.toThrow('disk');
    expect(readFileSync(file).equals(readFileSync(copy))).toBe(true);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('rejects where the folder is none', async () => {
    mkdirSync(join(anna.folder, 'x'));
    await expect(packTakeover(join(anna.folder, 'x'), head, { ids: [], read: () => null, picture: () => null })).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/u);
    expect(existsSync(join(anna.folder, 'x.new'))).toBe(false);
  });
});
