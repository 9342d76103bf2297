import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licenceFile, licenceText, namedIn } from '../../../build/scripts/licence-text.ts';
import { inProject } from '../../../build/scripts/project.ts';
import { aboutViewSchema } from '../../../electron/contract/about.ts';
import { createAbout, packagesIn } from '../../../electron/shell/about.ts';

let folder: string;
const about = (): ReturnType<ReturnType<typeof createAbout>['view']> => createAbout({ version: '1.2.3', versions: { electron: '45.4.1', node: '24.1.0' }, rendererFolder: folder }).view();

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'liaison-about-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is bundled', () => {
  it('is named in the order of the file that the build writes, each with its licence and its text', () => {
    const file = readFileSync(licenceFile, 'utf8');
    const packages = packagesIn(file);
    expect(packages.map(({ name }) => name)).toEqual(namedIn(file));
    expect(packages.length).toBeGreaterThan(10);
    expect(packages.filter(({ licence, text }) => licence === '' || text.length < 100 || text.includes('='.repeat(78)))).toEqual([]);
    expect(packages.find(({ name }) => name.startsWith('react '))?.text).toContain('Meta Platforms');
  });

  it('is read as it was written, though a licence text has lines like a head of its own', () => {
    const written = licenceText([{ name: 'zod', version: '4.6.7', folder: inProject('node_modules', 'zod') }]);
    expect(packagesIn(`${written}\n${'='.repeat(10)}\nnot a package (MIT)\n`).map(({ name, licence }) => [name, licence])).toEqual([['zod 4.6.7', 'MIT']]);
  });
});

describe('what the program says of itself', () => {
  it('may cross to the window, with the licences as the build puts them there', () => {
    for (const [name, from] of [['licences.txt', licenceFile], ['licence.txt', inProject('LICENSE')]] as const) writeFileSync(path.join(folder, name), readFileSync(from));
    const view = about();
    expect(view).toMatchObject({ ok: true, value: { program: '1.2.3', electron: '45.4.1', chrome: null, node: '24.1.0' } });
    const parsed = aboutViewSchema.parse(view.ok ? view.value : null);
    expect(parsed.licence).toMatch(/^MIT License/u);
  });

  it('is L-81 where the licences are missing or empty: nothing is shipped without them', () => {
    expect(about()).toEqual({ ok: false, problem: { code: 'L-81', reason: 'licences' } });
    writeFileSync(path.join(folder, 'licences.txt'), 'nothing');
    writeFileSync(path.join(folder, 'licence.txt'), 'MIT');
    expect(about()).toEqual({ ok: false, problem: { code: 'L-81', reason: 'licences' } });
  });
});
