import path from 'node:path';
import { above, figure, goal } from '../figures.ts';
import { WORK, worth } from '../reference.ts';
import { emptyQuestions, frames, keystrokes, type Keystroke } from '../in-list.ts';
import { longestTask, readPage } from '../in-page.ts';
import { buildPeers } from '../peers/pages.ts';
import type { Effort, Figure, Goal, Row, RowResult } from '../result.ts';
import { SEED } from '../stores.ts';
import { mainDelay, programFolder, show, type Shown } from '../windows.ts';
import { watchWork, type Work } from '../work.ts';

/** Each matches another number of sites than the one before, in a book of any size. */
const QUERIES = ['r', 'ro', 'ros', 'ro', 'r', '', 'rue', '', 'v', 'vi', '', 'rue mai', 'rue', ''] as const;
/** Pixels a frame: the wheel of somebody in a hurry. */
const STRIDE = 160;
/** A frame that came this late was missed; milliseconds. */
const MISSED = 1.5 * (1000 / 60);

/** What one book came to in the window. Times in milliseconds. */
interface Lived {
  readonly size: number;
  readonly useful: number;
  /** The longest time main could do nothing else, from the opening of the window to the list, and while working with it. */
  readonly mainAtStart: number;
  readonly mainAtWork: number;
  readonly longestTask: number;
  readonly frames: readonly number[];
  readonly keys: readonly Keystroke[];
  /** Of one frame, one keystroke and one empty question. */
  readonly frameWork: readonly Work[];
  readonly keyWork: readonly Work[];
  readonly bridgeWork: readonly Work[];
}

async function live(size: number, folder: string, seconds: number, peer: Shown): Promise<{ readonly lived: Lived; readonly idle: readonly number[] }> {
  const shown = await show({ data: await programFolder(path.join(folder, `list-${size}`), { sites: size, seed: SEED, now: Date.now() }) });
  const found = await shown.window.waitForFunction(readPage, undefined, { timeout: 180_000, polling: 50 });
  const page = await found.jsonValue();
  const mainAtStart = await mainDelay(shown);
  const [scrolled, idle, keys]: [number[], number[], Keystroke[]] = [[], [], []];
  const [frameWork, keyWork, bridgeWork]: [Work[], Work[], Work[]] = [[], [], []];
  const work = await watchWork(shown);
  for (let turn = 0; turn < seconds; turn += 1) {
    await shown.window.bringToFront();
    scrolled.push(...(await work(frameWork, async () => shown.window.evaluate(frames, [1000, STRIDE] as const))));
    keys.push(...(await work(keyWork, async () => shown.window.evaluate(keystrokes, QUERIES))));
    await work(bridgeWork, async () => shown.window.evaluate(emptyQuestions, QUERIES.length));
    await peer.window.bringToFront();
    idle.push(...(await peer.window.evaluate(frames, [1000, 0] as const)));
  }
  const mainAtWork = await mainDelay(shown);
  const longest = await shown.window.evaluate(longestTask);
  await shown.close();
  return { lived: { size, useful: page?.useful ?? Number.NaN, mainAtStart, mainAtWork, longestTask: longest, frames: scrolled, keys, frameWork, keyWork, bridgeWork }, idle };
}

const missed = (times: readonly number[]): number => (100 * times.filter((time) => time > MISSED).length) / times.length;

function figuresOf({ size, frames: times, keys, ...lived }: Lived): readonly Figure[] {
  return [
    figure(`${size} sites: processor time of the page for a frame while scrolling`, 'ms', lived.frameWork.map(({ page }) => page)),
    figure(`${size} sites: processor time of the page for a keystroke`, 'ms', lived.keyWork.map(({ page }) => page)), figure(`${size} sites: processor time of main for a keystroke`, 'ms', lived.keyWork.map(({ main }) => main)),
    figure(`${size} sites: processor time of main for an empty question`, 'ms', lived.bridgeWork.map(({ main }) => main)), above(`${size} sites: from a key to the answer beyond an empty question to main`, 'ms', keys.map(({ answered }) => answered), keys.map(({ bridge }) => bridge)),
    figure(`${size} sites: from frame to frame while scrolling`, 'ms', times), figure(`${size} sites: frames missed while scrolling`, '%', [missed(times)]),
    figure(`${size} sites: from a key to the answer in the page`, 'ms', keys.map(({ answered }) => answered)), figure(`${size} sites: from a key to its paint`, 'ms', keys.map(({ painted }) => painted)),
    figure(`${size} sites: an empty question to main`, 'ms', keys.map(({ bridge }) => bridge)),
    figure(`${size} sites: main held up from the opening of the window to the list`, 'ms', [lived.mainAtStart]), figure(`${size} sites: main held up at work`, 'ms', [lived.mainAtWork]),
    figure(`${size} sites: longest task of the window since its first paint`, 'ms', [lived.longestTask]), figure(`${size} sites: list there after`, 'ms', [lived.useful]),
  ];
}

/** The work of a keystroke in page and main, without what an empty question takes on its way; in milliseconds of the machine the goals are for. */
function workOfKeys({ keyWork: keys, bridgeWork: questions }: Lived, rate: number): readonly number[] {
  return keys.map(({ page, main }, turn) => (page + main - (questions[turn]?.page ?? 0) - (questions[turn]?.main ?? 0)) * rate);
}

function goalsOf(lived: Lived, rate: number): readonly Goal[] {
  return [
    goal('list.frame', 1000 / 60, figure(`work of a frame while ${lived.size} sites are scrolled`, 'ms', lived.frameWork.map(({ page }) => page * rate))),
    goal('list.key', 16, figure(`work of a keystroke over ${lived.size} sites, page and main`, 'ms', workOfKeys(lived, rate))),
  ];
}

async function measure({ sizes, seconds }: Effort, folder: string): Promise<RowResult> {
  const pages = await buildPeers(path.join(folder, 'pages'));
  const peer = await show({ pages: pages.empty, data: path.join(folder, 'idle') });
  const all: { readonly lived: Lived; readonly idle: readonly number[] }[] = [];
  // What is typed must change the list: a handful of sites matches alike too often.
  for (const size of sizes.filter((one) => one >= 1000)) all.push(await live(size, folder, size > 10_000 ? Math.min(seconds, 2) : seconds, peer));
  await peer.close();
  const many = all.findLast(({ lived }) => lived.size <= 10_000);
  const huge = all.find(({ lived }) => lived.size > 10_000)?.lived;
  return {
    row: 'list', title: 'Scroll and search', figures: all.flatMap(({ lived, idle }) => [...figuresOf(lived), figure(`${lived.size} sites: frames missed meanwhile by a page that does nothing`, '%', [missed(idle)])]),
    notes: ['Frames are those of the real page in a real Chromium without a graphics card. What the runtime’s bridge takes for an empty question is taken off a keystroke, and a page that does nothing shows how many frames this machine misses by itself.', WORK],
    goals: [
      ...(many ? goalsOf(many.lived, worth()) : []),
      ...(huge ? [goal('huge.main', 100, figure(`${huge.size} sites: main held up with the window open`, 'ms', [Math.max(huge.mainAtStart, huge.mainAtWork)])), goal('huge.task', 100, figure(`${huge.size} sites: longest task of the window since its first paint`, 'ms', [huge.longestTask]))] : []),
    ],
  };
}

/** Scrolling and searching books of any size in the window. */
export const list: Row = { name: 'list', title: 'Scroll and search', isStable: false, measure };
