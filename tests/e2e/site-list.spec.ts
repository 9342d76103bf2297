import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import type { CallName, Argument, Answer } from '../../electron/contract/calls.ts';
import { dayOf, daysAfter } from '../../electron/contract/calendar.ts';
import type { Result } from '../../electron/contract/result.ts';
import { expect, test } from './support/fixtures.ts';
import { firstStart, newSite } from './support/steps.ts';

const TODAY = dayOf(Date.now());
const DAY = 86_400_000;

/** Asks main as the window does. */
async function ask<Name extends CallName>(window: Page, name: Name, argument: Argument<Name>): Promise<Answer<Name>> {
  const result = await window.evaluate(
    ([call, given]) => (globalThis as unknown as { liaison: { call(name: string, argument: unknown): Promise<Result<unknown>> } }).liaison.call(call, given), [name, argument] as const);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value as Answer<Name>;
}

/** Works on the data of practice while the program does not run. */
function inPractice(folder: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(path.join(folder, 'practice', 'liaison.db'));
  db.exec('BEGIN');
  work(db);
  db.exec('COMMIT');
  db.close();
}

const addSite = (db: DatabaseSync, id: string, name: string, columns: Readonly<Record<string, string | number>> = {}): void => {
  const folded = name.toLowerCase();
  const all = { id, name, address: '1 rue Haute', customer_name: '', customer_language: 'en', created_at: 1, folded_name: folded, folded: `${folded}\n1 rue haute\n`, ...columns };
  db.prepare(`INSERT INTO site (${Object.keys(all).join(', ')}) VALUES (${Object.keys(all).map(() => '?').join(', ')})`).run(...Object.values(all));
};

const rows = (window: Page): ReturnType<Page['locator']> => window.locator('.site-rows .site-row');
const names = async (window: Page): Promise<readonly string[]> => window.locator('.site-rows .site-row-name').allTextContents();
const filter = (window: Page, name: string): ReturnType<Page['locator']> => window.getByRole('group', { name: 'Show only' }).getByRole('button', { name });

test('trouble first, stale last; filters and search narrow the list; each row says what is to be done', async ({ laptop }) => {
  const first = await laptop.start();
  await firstStart(first.window);
  await first.close();
  inPractice(laptop.folder, (db) => {
    for (const [index, name] of ['Zebra', 'Anton', 'Berta'].entries()) addSite(db, `plain${index}`, name);
    addSite(db, 'ended', 'Altbau', { ended_at: 1 });
    addSite(db, 'contract', 'Contract house', { contract_ends_on: daysAfter(TODAY, 12) });
    addSite(db, 'visit', 'Visited house', { visit: `${TODAY}T14:30` });
    addSite(db, 'broken', 'Broken link');
    db.prepare("INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, condition, homes_read, sealed, next_at) VALUES ('l', 'broken', 1, 1, ?, 'a', 'active', 0, zeroblob(60), NULL)").run(Date.now() - DAY);
  });
  const { window } = await laptop.start();
  await expect(window.locator('.site-rows .group')).toHaveText(['Needs you', 'Visits today and tomorrow', 'Contract ending', 'Not linked', 'Ended']);
  expect(await names(window)).toEqual(['Broken link', 'Visited house', 'Contract house', 'Anton', 'Berta', 'Zebra', 'Altbau']);
  await expect(rows(window).nth(0)).toContainText('Link unreadable');
  await expect(rows(window).nth(1)).toContainText('Visit today, 14:30');
  await expect(rows(window).nth(2)).toContainText('Contract ends in 12 days');
  await expect(rows(window).nth(6)).toContainText('Contract ended');
  await expect(filter(window, 'All')).toHaveText('All7');
  await filter(window, 'Contract ending').click();
  await expect.poll(async () => names(window)).toEqual(['Contract house']);
  await expect(filter(window, 'Contract ending')).toHaveAttribute('aria-pressed', 'true');
  await filter(window, 'Contract ending').click();
  await expect.poll(async () => names(window)).toHaveLength(7);
  await window.getByRole('searchbox').fill('house HAUTE');
  await expect.poll(async () => names(window)).toEqual(['Visited house', 'Contract house']);
  await expect(filter(window, 'Contract ending')).toHaveText('Contract ending1');
  await filter(window, 'Due soon').click();
  await expect(window.getByText('Nothing matches “house HAUTE”.')).toBeVisible();
  await window.getByRole('button', { name: 'Clear search' }).click();
  await expect.poll(async () => names(window)).toHaveLength(7);
});

const MANY = 10_000;

test('ten thousand sites: few rows in the page, the keyboard reaches them all, and the site that is open stays in view', async ({ laptop }) => {
  test.setTimeout(120_000);
  const first = await laptop.start();
  await firstStart(first.window);
  await first.close();
  inPractice(laptop.folder, (db) => {
    for (let n = 0; n < MANY; n += 1) addSite(db, `s${n}`, `Site ${String(n).padStart(5, '0')}`);
  });
  const { window } = await laptop.start();
  await expect(filter(window, 'All')).toHaveText('All10,000');
  await rows(window).first().focus();
  await window.keyboard.press('ArrowDown');
  await expect(rows(window).filter({ hasText: 'Site 00001' })).toBeFocused();
  await window.keyboard.press('End');
  const last = window.locator('.site-rows li').filter({ hasText: 'Site 09999' });
  await expect(last.getByRole('button')).toBeFocused();
  await expect(last).toHaveAttribute('aria-posinset', '10000');
  await expect(last).toHaveAttribute('aria-setsize', '10000');
  await expect(last).toBeInViewport();
  expect(await window.locator('.site-rows li').count()).toBeLessThan(200);
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Site 09998' })).toBeVisible();
  const open = rows(window).filter({ hasText: 'Site 09998' });
  await expect(open).toBeInViewport();
  // A change elsewhere moves it to the top of the list; it is still in view, and the list was never empty meanwhile.
  await window.evaluate(() => {
    const list = document.querySelector('.site-rows');
    const watch = { least: Infinity };
    Object.assign(globalThis, { watch });
    if (list) new MutationObserver(() => void (watch.least = Math.min(watch.least, list.querySelectorAll('.site-row-name').length))).observe(list, { childList: true, subtree: true });
  });
  await ask(window, 'sites.note', { siteId: 's9998', visit: TODAY });
  await expect(window.locator('.site-rows .group').first()).toHaveText('Visits today and tomorrow');
  await expect(open).toBeInViewport();
  expect(await window.evaluate(() => (globalThis as unknown as { watch: { least: number } }).watch.least)).toBeGreaterThan(2);
  await expect(window.locator('.site-rows li').filter({ hasText: 'Site 09998' })).toHaveAttribute('aria-posinset', '1');
  const search = window.getByRole('searchbox');
  await search.fill('09');
  await expect(filter(window, 'All')).not.toHaveText('All10,000');
  await search.press('ArrowDown');
  await expect(rows(window).first()).toBeFocused();
  console.log(await keystrokes(window));
});

/** Types in the page and waits for what is shown to change: from the key to the new list, in milliseconds. */
async function keystrokes(window: Page): Promise<string> {
  const times = await window.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const shown = (): string => document.querySelector('.filter-count')?.textContent ?? '';
    const found: number[] = [];
    for (const query of ['0', '00', '001', '0012', '001', '00', '0', '05', '051', '0512']) {
      const before = shown();
      const started = performance.now();
      set?.call(input, query);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      while (shown() === before && performance.now() - started < 2000) await new Promise((resolve) => { setTimeout(resolve, 0); });
      found.push(performance.now() - started);
    }
    return found.toSorted((a, b) => a - b);
  });
  return `site list in the window: ${MANY} sites, from a key to the new list ${times.map((time) => time.toFixed(0)).join(', ')} ms`;
}

async function chooseList(window: Page, name: string, text: string | Buffer): Promise<void> {
  await window.getByRole('button', { name: 'Import day list' }).first().click();
  await window.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(window.getByRole('heading', { level: 1, name: 'Is this your day?' })).toBeVisible();
}

const offered = (window: Page): ReturnType<Page['locator']> => window.getByRole('list', { name: 'Lines that can be used' }).getByRole('listitem');

test('a table becomes sites: bad lines are named, duplicates are warned of, what is ticked is taken', async ({ laptop }) => {
  const { window } = await laptop.start();
  await firstStart(window);
  await newSite(window, 'Maison Dupont', '12 rue des Lilas, 87000 Limoges');
  const lines = ['Kunde;Straße;PLZ;Ort;Datum;Uhrzeit', `Müller;Lindenweg 4;77694;Kehl;${TODAY};09:00`, 'Rosier;2 rue Haute;;;31.02.2026;', `Mme Dupont;12, Rue des Lilas;87000;Limoges;${TODAY};11:00`, ';;;;;', `Tanguy;;;;${TODAY};`, `Tanguy;;;;${TODAY};`];
  // As spreadsheets still write it: one byte a letter.
  await chooseList(window, 'plan.csv', Buffer.from(lines.join('\r\n'), 'latin1'));
  await expect(window.getByRole('list', { name: 'Lines that are left out' }).getByRole('listitem')).toHaveText([/Line 3.*the day does not exist.*Rosier/u]);
  await expect(offered(window)).toHaveCount(4);
  await expect(offered(window).nth(1)).toContainText('Same address as “Maison Dupont”');
  await expect(offered(window).nth(3)).toContainText('Same name or address as line 6');
  for (const [index, ticked] of [true, false, true, false].entries()) await expect(offered(window).nth(index).getByRole('checkbox')).toBeChecked({ checked: ticked });
  await expect(window.getByRole('button', { name: 'Add 2 sites' })).toBeVisible();
  await offered(window).nth(1).getByRole('checkbox').check();
  await window.getByRole('button', { name: 'Take 3 lines' }).click();
  await expect(window.getByText('2 sites added. 1 visit set.')).toBeVisible();
  await expect.poll(async () => names(window)).toEqual(['Tanguy', 'Müller', 'Maison Dupont']);
  const { rows: found } = await ask(window, 'sites.list', { query: '', offset: 0, limit: 9 });
  expect(found.map(({ name, visit }) => `${name} ${visit}`)).toEqual([`Tanguy ${TODAY}`, `Müller ${TODAY}T09:00`, `Maison Dupont ${TODAY}T11:00`]);
  const { history } = await ask(window, 'sites.get', { siteId: found[1]?.id ?? '' });
  expect(history.map(({ event }) => event)).toEqual(['created']);
});

test('a calendar becomes visits, and nothing is stored before the button says so', async ({ laptop }) => {
  const { window } = await laptop.start();
  await firstStart(window);
  const compact = TODAY.replaceAll('-', '');
  const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
  const file = ['BEGIN:VCALENDAR', event('SUMMARY:Villa Rossi', 'LOCATION:Via Roma 8\\, Varese', `DTSTART:${compact}T083000`), event('SUMMARY:Called off', 'STATUS:CANCELLED'), event(`DTSTART;VALUE=DATE:${compact}`, 'SUMMARY:Whole day'),
    event('SUMMARY:Weekly round', `DTSTART:${compact}T070000`, 'RRULE:FREQ=WEEKLY'), event('SUMMARY:Broken', 'nothing'), 'END:VCALENDAR'].join('\r\n');
  await chooseList(window, 'calendar.ics', file);
  await expect(window.getByRole('list', { name: 'Lines that are left out' }).getByRole('listitem')).toHaveText([/cancelled.*Called off/u, /cannot be read.*Broken/u]);
  await expect(offered(window).nth(2)).toContainText('Repeats');
  await window.getByRole('button', { name: 'Choose another file' }).click();
  expect((await ask(window, 'sites.list', { query: '', offset: 0, limit: 9 })).total).toBe(0);
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await chooseList(window, 'calendar.ics', file);
  await window.getByRole('button', { name: 'Add 2 sites' }).click();
  await expect(window.getByText('2 sites added.')).toBeVisible();
  await expect.poll(async () => names(window)).toEqual(['Whole day', 'Villa Rossi']);
  await expect(rows(window).nth(1)).toContainText('Visit today, 08:30');
});
