import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { completion } from '../../integration/storage/support.ts';
import { figure, goal, ratio } from '../figures.ts';
import { openElectronStore, plainRecord } from '../peers/preferences.ts';
import type { Effort, Figure, Row, RowResult } from '../result.ts';
import { openStore, SEED, storeFolder, stores } from '../stores.ts';
import { interleaved, series, timed, type Contestant } from '../timing.ts';

const PAGE = 4096;
const SPACE = 256;

/** The least that a disk can do: 4 KB into a file that is there already, and synced. */
function rawWrite(folder: string): Contestant {
  const file = openSync(path.join(folder, 'raw'), 'w+');
  const page = Buffer.alloc(PAGE, 1);
  for (let at = 0; at < SPACE; at += 1) writeSync(file, page, 0, PAGE, at * PAGE);
  fdatasyncSync(file);
  let turn = 0;
  process.once('exit', () => closeSync(file));
  return {
    name: 'raw synced write of 4 KB',
    measure: () => {
      turn += 1;
      page.fill(turn % 256);
      return timed(() => {
        writeSync(file, page, 0, PAGE, (turn % SPACE) * PAGE);
        fdatasyncSync(file);
      });
    },
  };
}

const saveName = (size: number): string => `a renewed link among ${size}`;

/** One renewal's second transaction in the store as the program opens it, with the list of sites asked once, so that its triggers are there. */
function saves(size: number, workspace: OpenedWorkspace): Contestant {
  const { links, sites } = stores(workspace);
  sites.page({ query: '', filter: 'all', offset: 0, limit: 50, about: null, now: Date.now() });
  const ids = links.renewable();
  let turn = 0;
  return {
    name: saveName(size),
    measure: () => {
      const id = ids[(turn * 7919) % ids.length] ?? '';
      turn += 1;
      const generation = links.find(id)?.generation ?? 0;
      links.beginRenewal(id, generation, Date.now());
      const renewed = completion('x'.repeat(1000), Date.now());
      return timed(() => {
        if (!links.completeRenewal(id, generation, renewed).ok) throw new Error('A renewal was not saved.');
      });
    },
  };
}

const jsonName = (size: number): string => `electron-store, a record among ${size}`;

async function jsonSaves(size: number, folder: string): Promise<Contestant> {
  const store = await openElectronStore(folder);
  const record = plainRecord({ accessTokenExpiresAt: 1 }, 'first');
  const all = Object.fromEntries(Array.from({ length: size }, (_, index) => [`link-${index}`, record]));
  Object.assign(store, { store: all });
  let turn = 0;
  return {
    name: jsonName(size),
    measure: () => {
      turn += 1;
      return timed(() => store.set(`link-${turn % size}`, plainRecord({ accessTokenExpiresAt: 1 }, `turn ${turn}`)));
    },
  };
}

function inFolder(folder: string, name: string): string {
  const place = path.join(folder, name);
  mkdirSync(place, { recursive: true });
  return place;
}

async function measure({ rounds, sizes }: Effort, folder: string): Promise<RowResult> {
  const measured = sizes.filter((size) => size <= 10_000);
  const workspaces = await Promise.all(measured.map(async (size) => openStore(await storeFolder(inFolder(folder, `save-${size}`), { sites: size, seed: SEED, now: Date.now(), linked: 1 }))));
  const ours = workspaces.map((workspace, index) => saves(measured[index] ?? 0, workspace));
  const raw = rawWrite(folder);
  const found = await interleaved(rounds, [raw, ...ours]);
  // Rewriting megabytes would make the disk busy for the others: the peer has rounds of its own, each with a raw write.
  const peers = await Promise.all(measured.map(async (size) => jsonSaves(size, inFolder(folder, `json-${size}`))));
  const jsonFound = await interleaved(Math.max(5, Math.round(rounds / 20)), [raw, ...peers]);
  for (const workspace of workspaces) workspace.close();
  const rawTimes = series(found, raw.name);
  const of = (size: number): readonly number[] => series(found, saveName(size));
  const [least = 0, most = 0] = [measured[0], measured.at(-1)];
  const figures: readonly Figure[] = [
    figure(raw.name, 'ms', rawTimes), ...measured.map((size) => figure(saveName(size), 'ms', of(size))),
    ...measured.map((size) => ratio(`${saveName(size)}, against the raw write`, of(size), rawTimes)),
    ...measured.map((size) => figure(jsonName(size), 'ms', series(jsonFound, jsonName(size)))),
    ...measured.map((size) => ratio(`${jsonName(size)}, against the raw write`, series(jsonFound, jsonName(size)), series(jsonFound, raw.name))),
  ];
  return {
    row: 'save', title: 'Save one renewed link', figures, notes: ['The second of the two transactions of a renewal: tokens, standing, attempt row gone, the entry of the history, in one commit that is synced.'],
    goals: [
      goal('save.raw', 2, ratio(`save among ${most} against a raw synced write`, of(most), rawTimes)),
      goal('save.flat', 1.3, ratio(`save among ${most} against among ${least}`, of(most), of(least))),
    ],
  };
}

/** Saving one renewed link, from the smallest to the largest book. */
export const save: Row = { name: 'save', title: 'Save one renewed link', isStable: false, measure };
