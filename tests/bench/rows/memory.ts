import path from 'node:path';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { signInAs } from '../../authority/customer.ts';
import { launchApp, type RunningApp } from '../../e2e/support/running-app.ts';
import { throughDoor } from '../../e2e/support/steps.ts';
import { figure, goal } from '../figures.ts';
import { readPage } from '../in-page.ts';
import { buildPeers } from '../peers/pages.ts';
import type { Effort, Figure, Row, RowResult } from '../result.ts';
import { slope } from '../statistics.ts';
import { SEED } from '../stores.ts';
import { ask, programFolder, setUp, show, type Shown } from '../windows.ts';

/** Megabytes (2^20 bytes) held after a collection: JavaScript of main, the whole process of main, JavaScript of the window. */
interface Held {
  readonly main: number;
  readonly process: number;
  readonly window: number;
}

async function held({ app, window }: Pick<Shown, 'app' | 'window'>): Promise<Held> {
  const main = await app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
    collect();
    collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { main: (heapUsed + external) / 2 ** 20, process: rss / 2 ** 20 };
  });
  const session = await window.context().newCDPSession(window);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { ...main, window: usedSize / 2 ** 20 };
}

const figuresOf = (name: string, { main, process: whole, window }: Held): readonly Figure[] => [
  figure(`${name}: JavaScript of main`, 'MB', [main]), figure(`${name}: process of main`, 'MB', [whole]), figure(`${name}: JavaScript of the window`, 'MB', [window]),
];

async function open(what: Parameters<typeof show>[0], name: string): Promise<readonly Figure[]> {
  const shown = await show(what);
  await shown.window.waitForFunction(readPage, undefined, { timeout: 180_000, polling: 50 });
  const figures = figuresOf(name, await held(shown));
  await shown.close();
  return figures;
}

/** A whole link by the calls of the contract, and its end: the site is as it was. */
async function journey(running: RunningApp, { authority }: TestAuthority, siteId: string): Promise<void> {
  const { window } = running;
  const person = authority.customers()[0];
  if (!person) throw new Error('Nobody lives in the authority.');
  await ask(window, 'link.recordConsent', { siteId, agreed: true, textVersion: '1', language: 'en' });
  const before = (await running.openedAddresses()).length;
  const view = (await ask(window, 'link.start', { siteId })) as { readonly step: string };
  if (view.step === 'signingOut') await ask(window, 'link.signedOut', undefined);
  const addresses = await running.openedAddresses();
  if (addresses.length === before) throw new Error('No sign-in page was opened.');
  await running.returnThroughOpenUrl(await signInAs(await throughDoor(addresses.at(-1) ?? ''), person));
  let step = '';
  while (step !== 'confirming') {
    ({ step } = (await ask(window, 'link.view', undefined)) as { readonly step: string });
    if (step === 'ended') throw new Error('The sign-in ended.');
  }
  const confirmed = (await ask(window, 'link.confirm', { readAloud: true })) as { readonly step: string };
  if (confirmed.step !== 'stored') throw new Error(`The link was not stored: ${JSON.stringify(confirmed)}`);
  await ask(window, 'link.close', undefined);
  await ask(window, 'link.unlink', { siteId });
}

async function journeys(count: number, folder: string): Promise<readonly (Held & { readonly at: number })[]> {
  const authority = await startTestAuthority();
  const running = await launchApp(path.join(folder, 'journeys'));
  await setUp(running.window, { ...authority.options, origin: authority.authority.origin });
  const site = (await ask(running.window, 'sites.create', { name: 'Maison Dupont', address: '12 rue des Lilas', customerName: 'Mme Dupont', customerLanguage: 'en' })) as { readonly id: string };
  const found: (Held & { readonly at: number })[] = [];
  for (let number = 0; number <= count; number += 1) {
    if (number > 0) await journey(running, authority, site.id);
    if (number % Math.max(1, Math.round(count / 10)) === 0) found.push({ ...(await held(running)), at: number });
  }
  await running.close();
  await authority.authority.close();
  return found;
}

async function measure(effort: Effort, folder: string): Promise<RowResult> {
  const pages = await buildPeers(path.join(folder, 'pages'));
  const figures: Figure[] = [...(await open({ pages: pages.empty, data: path.join(folder, 'empty') }, 'a program with an empty page'))];
  for (const size of effort.sizes) figures.push(...(await open({ data: await programFolder(path.join(folder, `memory-${size}`), { sites: size, seed: SEED, now: Date.now() }) }, `${size} sites open`)));
  const lived = await journeys(effort.journeys, folder);
  // The first journeys load what journeys need.
  const later = lived.slice(2);
  const growth = (take: keyof Held): number => slope(later.map(({ at }) => at), later.map((one) => one[take] * 1024));
  const last = lived.at(-1);
  return {
    row: 'memory', title: 'Memory', notes: ['After a collection. Main runs in the runtime of the tests, whose own share is what a program with an empty page holds.'],
    figures: [...figures, ...(last ? figuresOf(`after ${last.at} links made and ended`, last) : [])],
    goals: [
      goal('memory.main', 10, figure('JavaScript of main kept per link made and ended', 'KB per step', [growth('main')])),
      goal('memory.window', 10, figure('JavaScript of the window kept per link made and ended', 'KB per step', [growth('window')])),
    ],
  };
}

/** What main and the window hold. */
export const memory: Row = { name: 'memory', title: 'Memory', isStable: false, measure };
