import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerFile } from '../../../electron/shell/customer-file.ts';
import type { Program } from '../../../electron/shell/program.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { unzip } from '../../authority/unzip.ts';
import { jpeg } from '../../unit/sites/jpeg-parts.ts';
import { facts } from '../storage/fixtures/contents.ts';
import { clock, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from '../storage/support.ts';

let workspace: OpenedWorkspace;
let folder: string;
let siteId: string;
let data: string;
let asked: { readonly defaultPath?: string; readonly properties?: readonly string[] }[];
let chosen: string;

beforeEach(async () => {
  data = temporaryFolder();
  folder = temporaryFolder();
  workspace = await openWorkspace(data, { clock, wrapper: fakeWrapper('anna') });
  const { sites, photos, links } = workspace;
  siteId = value(present(sites).create({ name: 'Maison / Été', address: 'Rue 5', customerName: 'Mme Müller', customerLanguage: 'fr' }, NOW)).id;
  value(present(sites).note(siteId, facts));
  value(present(photos).add(siteId, jpeg(100, 80), NOW));
  value(present(links).create(newLink(siteId, 'PLANTED')));
  value(present(sites).create({ name: 'Somebody else', address: '', customerName: '', customerLanguage: 'en' }, NOW));
  asked = [];
  chosen = join(folder, 'file.zip');
});

const save = async (id: string): ReturnType<ReturnType<typeof createCustomerFile>['save']> => {
  const program = { clock: { now: () => NOW }, version: '0.1.0', preferences: { get: () => 'Anna' }, workplace: () => workspace, changed: () => undefined } as unknown as Program;
  const dialog = { showSaveDialog: async (_window: unknown, options: (typeof asked)[number]) => (asked.push(options), { canceled: chosen === '', filePath: chosen }) };
  return createCustomerFile({ dialog: dialog as never, window: () => ({}) as never, program: () => program }).save(id, 'Ce qui est conservé');
};

describe('a customer’s own file', () => {
  it('holds the words, all data and the photos of this customer, nobody else’s, and no secret', async () => {
    expect(await save(siteId)).toEqual({ ok: true, value: 'file.zip' });
    const entries = await unzip(chosen);
    const record = JSON.parse(entries.get('customer.json')!.toString('utf8')) as { site: { photos: { id: string }[] } };
    expect(record).toMatchObject({ format: 'liaison-customer', version: 1, companyName: 'Anna', site: { id: siteId, customerName: 'Mme Müller', ...facts }, link: { state: 'linked' } });
    expect([...entries.keys()]).toEqual(['customer.txt', 'customer.json', `photos/${record.site.photos[0]!.id}.jpg`]);
    expect(entries.get('customer.txt')!.toString('utf8')).toBe('\u{FEFF}Ce qui est conservé');
    const everything = [...entries.values()].map((bytes) => bytes.toString('latin1')).join('\n');
    expect(everything).not.toMatch(/refresh|token|sealed|Somebody else/iu);
    expect(present(workspace.sites).history(siteId)[0]).toEqual({ at: NOW, event: 'documentSaved', who: 'Anna' });
  });

  it('is suggested by a name in the customer’s language that every system takes, and the system is asked to forget it', async () => {
    await save(siteId);
    expect([asked[0]?.defaultPath, asked[0]?.properties]).toEqual([expect.stringMatching(/^Dossier du client Maison Été \d{4}-\d\d-\d\d\.zip$/u), ['dontAddToRecent']]);
  });

  it('leaves out a photo whose file is gone, and still says that there was one', async () => {
    for (const name of readdirSync(join(data, 'photos')).filter((each) => each.endsWith('.jpg'))) rmSync(join(data, 'photos', name));
    await save(siteId);
    const entries = await unzip(chosen);
    expect([...entries.keys()]).toEqual(['customer.txt', 'customer.json']);
    expect((JSON.parse(entries.get('customer.json')!.toString('utf8')) as { site: { photos: unknown[] } }).site.photos).toHaveLength(1);
  });

  it('is for nobody else to read, whole or not there, and is no file when the dialog is closed', async () => {
    await save(siteId);
    // Windows has rights of another kind.
    expect(statSync(chosen).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
    chosen = '/dev/null/nowhere.zip';
    expect(await save(siteId)).toEqual({ ok: false, problem: { code: 'L-70' } });
    chosen = '';
    expect(await save(siteId)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['file.zip']);
    expect(await save('unknown')).toEqual({ ok: false, problem: { code: 'L-81', field: 'siteId' } });
  });
});
