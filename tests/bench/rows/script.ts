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

/** The scripts that Chromium had loaded when the first row was in the page. */
async function scriptsBeforeUse(window: Page): Promise<readonly Loaded[]> {
  await window.coverage.startJSCoverage({ resetOnNavigation: false });
  await window.reload();
  await window.waitForFunction(readPage, undefined, { timeout: 60_000, polling: 20 });
  const { base, late } = await window.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { usefulAt: number } };
    return { base: new URL('.', location.href).href, late: performance.getEntriesByType('resource').filter((entry) => entry.startTime > watched.usefulAt).map(({ name }) => name) };
  });
  const covered = await window.coverage.stopJSCoverage();
  return covered.filter(({ url }) => url.startsWith(base) && !late.includes(url)).map((entry) => {
    const text = entry.source ?? '';
    return { name: path.basename(new URL(entry.url).pathname), raw: kilobytes(Buffer.byteLength(text)), zipped: kilobytes(gzipSync(text).length), unused: kilobytes(unusedBytes(entry)) };
  });
}

async function measure({ sizes }: Effort, folder: string): Promise<RowResult> {
  const size = Math.min(10_000, sizes.at(-1) ?? 0);
  const shown = await show({ data: await programFolder(path.join(folder, 'script'), { sites: size, seed: SEED, now: Date.now() }) });
  await shown.window.waitForFunction(readPage, undefined, { timeout: 60_000, polling: 20 });
  const scripts = await scriptsBeforeUse(shown.window);
  const rows = await shown.window.evaluate(mostRows);
  await shown.close();
  const sum = (take: (script: Loaded) => number): number => scripts.reduce((all, script) => all + take(script), 0);
  if (sum(({ raw }) => raw) === 0) throw new Error('Chromium loaded no script.');
  return {
    row: 'script', title: 'What is loaded and drawn', notes: ['Measured from what Chromium loaded before the first row of the list, whatever the files are called. Each file is compressed by itself, as a server would.'],
    figures: [
      figure('scripts before first useful content, raw', 'KB', [sum(({ raw }) => raw)]),
      figure('of it functions that did not run by then', 'KB', [sum(({ unused }) => unused)]),
      ...scripts.toSorted((a, b) => b.zipped - a.zipped).map(({ name, zipped }) => figure(`compressed: ${name.replace(/-[\w-]{8}\.js$/u, '')}`, 'KB', [zipped])),
    ],
    goals: [
      stableGoal('script.gzip', 120, figure('JavaScript before first useful content, gzip', 'KB', [sum(({ zipped }) => zipped)])),
      stableGoal('list.rows', 200, figure(`most rows in the page while ${size} sites are scrolled through`, 'rows', [rows])),
    ],
  };
}

/** What Chromium loads before the list is there, and how many rows it draws. */
export const script: Row = { name: 'script', title: 'What is loaded and drawn', isStable: true, measure };
