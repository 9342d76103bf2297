import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { offeredLanguages } from '../../electron/contract/languages.ts';
import type { StartView } from '../../electron/contract/views.ts';
import { fakeList, fakeRows, fakeStart, type FakeAnswers } from './fake-bridge.ts';
import { openStage, type Stage } from './stage.ts';

const built = path.resolve(import.meta.dirname, '../../out/renderer');
const stillPicture = '#root > .still';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage(built);
});
test.afterAll(async () => stage.close());

/** A window with `start` and a list of `total` sites; more of them than `fakeRows` has are all well. */
function answers(start: Partial<StartView>, total = 60): FakeAnswers {
  const list = total === 0 ? fakeList([]) : fakeList(fakeRows(Date.now()), total);
  return { 'app.start': fakeStart(start), 'link.view': { step: 'idle' }, 'sites.list': list };
}

/** A text or an icon with its place in pixels. */
interface Seen {
  readonly what: string;
  readonly at: readonly number[];
}

/** Runs in the page: the texts and then the icons of the list that can be seen. What is scrolled out of sight is left out. */
function seen(): readonly Seen[] {
  const visible = (box: DOMRect, element: Element): boolean => {
    const around = element.closest('.list-body, .list-foot, .filters')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > around.left && box.x < around.right && box.y + box.height / 2 > around.top && box.y + box.height / 2 < around.bottom;
  };
  const found: Seen[] = [];
  const note = (what: string, box: DOMRect, element: Element | null): void => {
    if (element && !element.closest('.visually-hidden') && visible(box, element)) found.push({ what, at: [box.x, box.y, box.width, box.height] });
  };
  const walker = document.createTreeWalker(document.querySelector('.list') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    note(node.textContent ?? '', range.getBoundingClientRect(), node.parentElement);
  }
  for (const svg of document.querySelectorAll('.list svg')) note('icon', svg.getBoundingClientRect(), svg);
  return found;
}

/** How far the two are apart at most, in pixels. */
function farthest(one: readonly Seen[], other: readonly Seen[]): number {
  return Math.max(...one.flatMap(({ at }, index) => at.map((value, side) => Math.abs(value - (other[index]?.at[side] ?? Number.NaN)))));
}

async function programIsThere(page: Page): Promise<void> {
  await page.locator('#root > :not([inert]) h1').waitFor();
  await page.locator(stillPicture).waitFor({ state: 'detached' });
}

/** Pixels: rows are laid out in whole ones once they are measured, and in parts of them before. */
const ROUNDING = 2;

const sizes = [{ width: 1280, height: 800 }, { width: 1000, height: 700 }, { width: 700, height: 640 }];

const looks = offeredLanguages.flatMap((language) => [false, true].flatMap((siteMode) => sizes.map((size) => ({ language, siteMode, size }))));

for (const { language, siteMode, size } of looks) {
  test(`nothing moves when the program takes the place of the still picture: ${language}, ${size.width} × ${size.height}${siteMode ? ', site mode' : ''}`, async () => {
    const { page, release } = await stage.openHeld(answers({ language, settings: { ...fakeStart().settings, siteMode } }), size);
    await page.locator(stillPicture).waitFor();
    const before = await page.evaluate(seen);
    release();
    await programIsThere(page);
    const after = await page.evaluate(seen);
    expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
    expect(farthest(before, after)).toBeLessThan(ROUNDING);
    expect(before.length).toBeGreaterThan(25);
    await page.close();
  });
}

test('nothing in it can be reached by keyboard, pressed or read aloud', async () => {
  const { page, release } = await stage.openHeld(answers({}), { width: 1280, height: 800 });
  await page.locator(stillPicture).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.evaluate(() => document.elementFromPoint(150, 300)?.closest('.still') ?? null)).toBeNull();
  release();
  await programIsThere(page);
  expect(await page.getByRole('button', { name: 'New site' }).count()).toBe(1);
  await page.close();
});

for (const [what, given] of [
  ['practice, which has its banner', answers({ mode: 'practice' })],
  ['an empty book', answers({}, 0)],
  ['the first start', answers({ firstStartDone: false })],
  ['Ready for site', answers({ openAt: 'ready' })],
  ['a start that was refused', { ...answers({}), 'app.start': { refusal: { code: 'L-81', reason: 'internal' } } }],
  ['a list that was refused', { ...answers({}), 'sites.list': { refusal: { code: 'L-81', reason: 'internal' } } }],
] as const) {
  test(`the skeleton stays until the program is there: ${what}`, async () => {
    const { page, release } = await stage.openHeld(given, { width: 1280, height: 800 });
    await page.waitForTimeout(500);
    expect([await page.locator('#root > svg').count(), await page.locator(stillPicture).count()]).toEqual([1, 0]);
    release();
    await page.locator('#root > :not(svg):not([inert])').first().waitFor();
    await page.close();
  });
}

test('a picture that cannot be drawn does not keep the program away', async () => {
  const { page, release } = await stage.openHeld(answers({}), { width: 1280, height: 800 });
  release();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => void errors.push(message));
  await page.addInitScript(() => {
    const createElementNS = document.createElementNS.bind(document);
    document.createElementNS = () => {
      document.createElementNS = createElementNS;
      throw new Error('no picture');
    };
  });
  await page.reload();
  await programIsThere(page);
  // Nor is it hushed up.
  expect(errors).toEqual(['no picture']);
  expect(await page.locator('.site-row').count()).toBeGreaterThan(5);
  await page.close();
});

test('a list that takes long does not keep the program away', async () => {
  const { page, release } = await stage.openHeld({ ...answers({}), 'sites.list': 'awaited' }, { width: 1280, height: 800 });
  release();
  await page.getByText('Getting the list ready…').waitFor();
  await page.close();
});
