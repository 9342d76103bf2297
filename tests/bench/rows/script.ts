import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { stableGoal, figure } from '../figures.ts';
import { mostRows } from '../in-list.ts';
import { readPage } from '../in-page.ts';
import type { Effort, Row, RowResult } from '../result.ts';
import { SEED } from '../stores.ts';
import { programFolder, show } from '../windows.ts';

/** One script as Chromium received it, in kilobytes (1024 bytes). */
interface Loaded {
  readonly name: string;
  readonly raw: number;
  readonly zipped: number;
  /** Of the raw bytes, those of functions that did not run before the list was there. */
  readonly unused: number;
}

const kilobytes = (bytes: number): number => bytes / 1024;

type Coverage = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>[number];

/** Innermost ranges say whether a byte ran: they come after the ranges around them. */
function unusedBytes({ source = '', functions }: Coverage): number {
  const ran = new Uint8Array(source.length).fill(1);
  for (const { ranges } of functions) for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0);
}

interface Scripts {
  /** Asked for before the first row was in the page. */
  readonly seen: readonly Loaded[];
  /** Asked for before a row could be pressed. */
  readonly usable: readonly Loaded[];
}

/** The scripts that Chromium loaded for the list. */
async function scriptsOfList(window: Page): Promise<Scripts> {
  await window.coverage.startJSCoverage({ resetOnNavigation: false });
  await window.reload();
  await window.waitForFunction(readPage, undefined, { timeout: 60_000, polling: 20 });
  // First of all: what is covered later has been asked for by then.
  const covered = await window.coverage.stopJSCoverage();
  const { base, asked, usefulAt, usableAt } = await window.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { usefulAt: number; usableAt: number } };
    return { base: new URL('.', location.href).href, asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })), usefulAt: watched.usefulAt, usableAt: watched.usableAt };
  });
  const before = (time: number): readonly Loaded[] => covered.filter(({ url }) => url.startsWith(base) && !asked.some(({ name, startTime }) => name === url && startTime > time)).map(loaded);
  return { seen: before(usefulAt), usable: before(usableAt) };
}

function loaded(entry: Coverage): Loaded {
  const text = entry.source ?? '';
  return { name: path.basename(new URL(entry.url).pathname), raw: kilobytes(Buffer.byteLength(text)), zipped: kilobytes(gzipSync(text).length), unused: kilobytes(unusedBytes(entry)) };
}

const sum = (scripts: readonly Loaded[], take: (script: Loaded) => number): number => scripts.reduce((all, script) => all + take(script), 0);

async function measure({ sizes }: Effort, folder: string): Promise<RowResult> {
  const size = Math.min(10_000, sizes.at(-1) ?? 0);
  const shown = await show({ data: await programFolder(path.join(folder, 'script'), { sites: size, seed: SEED, now: Date.now() }) });
  await shown.window.waitForFunction(readPage, undefined, { timeout: 60_000, polling: 20 });
  const { seen, usable } = await scriptsOfList(shown.window);
  const rows = await shown.window.evaluate(mostRows);
  await shown.close();
  if (sum(seen, ({ raw }) => raw) === 0) throw new Error('Chromium loaded no script.');
  return {
    row: 'script', title: 'What is loaded and drawn', notes: ['Measured from what Chromium had been asked for when the first row of the list was there, whatever the files are called. Each file is compressed by itself, as a server would.'],
    figures: [
      figure('scripts before first useful content, raw', 'KB', [sum(seen, ({ raw }) => raw)]),
      figure('scripts before the list can be pressed, raw', 'KB', [sum(usable, ({ raw }) => raw)]),
      figure('of it functions that did not run by then', 'KB', [sum(usable, ({ unused }) => unused)]),
      figure('scripts before the list can be pressed, gzip', 'KB', [sum(usable, ({ zipped }) => zipped)]),
      ...usable.toSorted((a, b) => b.zipped - a.zipped).map(({ name, zipped }) => figure(`compressed: ${name.replace(/-[\w-]{8}\.js$/u, '')}`, 'KB', [zipped])),
    ],
    goals: [
      stableGoal('script.gzip', 120, figure('JavaScript before first useful content, gzip', 'KB', [sum(seen, ({ zipped }) => zipped)])),
      stableGoal('list.rows', 200, figure(`most rows in the page while ${size} sites are scrolled through`, 'rows', [rows])),
    ],
  };
}

/** What Chromium loads before the list is there, and how many rows it draws. */
export const script: Row = { name: 'script', title: 'What is loaded and drawn', isStable: true, measure };
