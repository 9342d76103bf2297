import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserWindow, PrintToPDFOptions, SaveDialogOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPaper, type Paper, type PaperParts } from '../../../electron/shell/paper.ts';

let folder: string;
let kept: Map<string, unknown>;
let asked: SaveDialogOptions[];
let printed: PrintToPDFOptions[];
let opened: string[];
/** What the person answers in the dialog; null closes it. */
let answer: string | null;
let pdf: () => Promise<Buffer>;
let printing: readonly [boolean, string];
let opening: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'liaison-paper-'));
  [kept, asked, printed, opened] = [new Map(), [], [], []];
  answer = path.join(folder, 'Remise.pdf');
  pdf = async () => Buffer.from('%PDF-new');
  printing = [true, ''];
  opening = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function paper(hasWindow = true): Paper {
  const webContents = {
    printToPDF: async (options: PrintToPDFOptions) => (printed.push(options), pdf()),
    print: (_options: unknown, done: (success: boolean, reason: string) => void) => done(...printing),
  };
  return createPaper({
    dialog: { showSaveDialog: async (_window: unknown, options: SaveDialogOptions) => (asked.push(options), { canceled: answer === null, filePath: answer ?? '' }) },
    shell: { openPath: async (file: string) => (opened.push(file), opening) },
    preferences: { get: (name: string) => kept.get(name) ?? null, set: (name: string, value: unknown) => (kept.set(name, value), { ok: true, value: null }) },
    window: () => (hasWindow ? ({ webContents } as unknown as BrowserWindow) : undefined),
  } as unknown as PaperParts);
}

const FAILED = { ok: false, problem: { code: 'L-70' } };
const NOT_OPENED = { ok: false, problem: { code: 'L-70', reason: 'open' } };

describe('saving a paper', () => {
  it('writes a tagged PDF of A4 where the person chose, and says its name without the folder', async () => {
    expect(await paper().save('Remise Dupont.pdf')).toEqual({ ok: true, value: 'Remise.pdf' });
    expect([readdirSync(folder), readFileSync(path.join(folder, 'Remise.pdf'), 'utf8')]).toEqual([['Remise.pdf'], '%PDF-new']);
    expect(printed).toMatchObject([{ pageSize: 'A4', preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true }]);
  });

  it('suggests the folder used last, and none that is gone', async () => {
    const desk = paper();
    await desk.save('One.pdf');
    await desk.save('Two.pdf');
    kept.set('paperFolder', path.join(folder, 'gone'));
    await desk.save('Three.pdf');
    expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(['One.pdf', path.join(folder, 'Two.pdf'), 'Three.pdf']);
  });

  it('does nothing when the dialog is closed', async () => {
    answer = null;
    expect(await paper().save('One.pdf')).toEqual({ ok: true, value: null });
    expect([printed, readdirSync(folder), kept.size]).toEqual([[], [], 0]);
  });

  it('leaves the former file whole and nothing else when the paper cannot be made', async () => {
    writeFileSync(path.join(folder, 'Remise.pdf'), 'former');
    pdf = async () => Promise.reject(new Error('no printer'));
    expect(await paper().save('One.pdf')).toEqual(FAILED);
    expect([readdirSync(folder), readFileSync(path.join(folder, 'Remise.pdf'), 'utf8')]).toEqual([['Remise.pdf'], 'former']);
  });

  it('leaves nothing half-written when the place refuses the file', async () => {
    // A folder stands where the file should be: the content was written beside it already.
    mkdirSync(path.join(folder, 'Remise.pdf', 'inside'), { recursive: true });
    expect(await paper().save('One.pdf')).toEqual(FAILED);
    answer = path.join(folder, 'no such folder', 'Remise.pdf');
    expect(await paper().save('One.pdf')).toEqual(FAILED);
    expect([readdirSync(folder), kept.size]).toEqual([['Remise.pdf'], 0]);
  });

  it('needs a window', async () => {
    expect([await paper(false).save('One.pdf'), await paper(false).print()]).toEqual([FAILED, FAILED]);
  });
});

describe('printing a paper', () => {
  it.each([
    [[true, ''], { ok: true, value: true }],
    [[false, 'Print job canceled'], { ok: true, value: false }],
    [[false, 'cancelled'], { ok: true, value: false }],
    [[false, 'Invalid printer settings'], FAILED],
  ] as const)('answers %j with %j', async (outcome, expected) => {
    printing = outcome;
    expect(await paper().print()).toEqual(expected);
  });
});

describe('opening what was saved', () => {
  it('opens that file and no other', async () => {
    const desk = paper();
    expect([await desk.openSaved(), opened]).toEqual([NOT_OPENED, []]);
    await desk.save('One.pdf');
    expect([await desk.openSaved(), opened]).toEqual([{ ok: true, value: null }, [answer]]);
  });

  it('says when nothing opens it, and never hands a program to the system', async () => {
    const desk = paper();
    await desk.save('One.pdf');
    opening = 'Failed to open path /home/claire/Remise.pdf';
    expect(await desk.openSaved()).toEqual(NOT_OPENED);
    answer = path.join(folder, 'Remise.exe');
    await desk.save('One.pdf');
    expect([await desk.openSaved(), opened.length]).toEqual([NOT_OPENED, 1]);
  });
});
