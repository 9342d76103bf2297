import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, company, completion, fakeWrapper, newLink, NOW, present, value } from './support.ts';

const RUNS = Number(process.env['LIAISON_RUNS'] ?? 300);
const SEED = Number(process.env['LIAISON_SEED'] ?? Date.now() % 1_000_000);
const LINKS = 8;
/** As long as a real token, so that many of the bits lie in sealed records. */
const markOf = (index: number, generation: number): string => `${index}-${generation}-${'x'.repeat(1200)}`;
const FRAME = 24 + 4096;
const FILES = ['liaison.db', 'liaison.db-wal', 'data-key', 'ballast', 'snapshot'] as const;

/** Numbers from 0 to below 1, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A folder in memory where there is one: thousands of databases are written. */
const folder = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'liaison-flips-'));

async function open(at: string): Promise<OpenedWorkspace> {
  const workspace = await openWorkspace(at, { clock, wrapper: fakeWrapper('anna') });
  await workspace.tend();
  return workspace;
}

interface Template {
  readonly bytes: Readonly<Record<(typeof FILES)[number], Buffer>>;
  readonly links: readonly Link[];
}

/** A store in use: half of the links were renewed, the newest changes are in the log only, and there is a copy of before. */
async function template(): Promise<Template> {
  const at = folder();
  const first = await open(at);
  value(present(first.profiles).save(company));
  const links = Array.from({ length: LINKS }, (_, index) => {
    const site = value(present(first.sites).create({ name: `site ${index}`, address: 'a', customerName: 'c', customerLanguage: 'en' }, NOW));
    return value(present(first.links).create(newLink(site.id, markOf(index, 1))));
  });
  first.close();
  const second = await open(at);
  for (const link of links.slice(LINKS / 2)) {
    value(present(second.links).beginRenewal(link.id, 1, NOW));
    value(present(second.links).keepUnusableAnswer(link.id, new Secret('MARK-answer')));
    value(present(second.links).completeRenewal(link.id, 1, completion(markOf(links.indexOf(link), 2))));
  }
  const [copy] = readdirSync(join(at, 'snapshots'));
  const read = (name: string): Buffer => readFileSync(join(at, name));
  const bytes = { 'liaison.db': read('liaison.db'), 'liaison.db-wal': written(read('liaison.db-wal')), 'data-key': read('data-key'), ballast: read('ballast'), snapshot: read(join('snapshots', present(copy))) };
  second.close();
  rmSync(at, { recursive: true });
  return { bytes, links };
}

/** The frames of a log and one frame of the zeros behind them: nearly every flip would hit those. */
function written(log: Buffer): Buffer {
  const frames = Math.ceil((log.findLastIndex((byte) => byte !== 0) + 1 - 32) / FRAME);
  return log.subarray(0, 32 + (frames + 1) * FRAME);
}

/** Writes the store into `at`, one to three bits of the database or its log turned around. */
function writeFlipped(at: string, bytes: Template['bytes'], random: () => number): void {
  const target = random() < bytes['liaison.db'].length / (bytes['liaison.db'].length + bytes['liaison.db-wal'].length) ? 'liaison.db' : 'liaison.db-wal';
  const flipped = Buffer.from(bytes[target]);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
    const bit = Math.floor(random() * flipped.length * 8);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  }
  mkdirSync(join(at, 'snapshots'));
  for (const name of FILES) writeFileSync(join(at, name === 'snapshot' ? `snapshots/liaison-000001-${NOW}.db` : name), name === target ? flipped : bytes[name]);
}

type Outcome = 'opened' | 'healed' | 'quarantined' | 'restored' | 'refused';

/** Whether a damaged record was replaced by a sound one of the copy. */
function keptAside(at: string): boolean {
  const db = new DatabaseSync(join(at, 'liaison.db'), { readOnly: true });
  const row = db.prepare("SELECT 1 FROM set_aside WHERE kind = 'link'").get();
  db.close();
  return row !== undefined;
}

/** Asks for everything; what it says of a link must be that link's, of the generation it names, or that it cannot be read. */
function readAll(workspace: OpenedWorkspace, links: readonly Link[], at: string): Outcome {
  if (!workspace.links || !workspace.sites) return 'refused';
  const found = links.map((link, index) => {
    const stored = present(workspace.links).findBySite(link.siteId);
    if (!stored) return null;
    const tokens = present(workspace.links).readTokens(stored.id);
    const secret = tokens.ok ? tokens.value.refreshToken.reveal() : null;
    // Where it says "uncertain", an older token of the same link may have come back from a copy.
    const generation = stored.condition === 'uncertain' && secret?.startsWith(`MARK-refresh-${markOf(index, 1)}`) ? 1 : stored.generation;
    const right = `MARK-refresh-${markOf(index, generation)}`;
    expect([stored.id, secret === null || secret === right ? right : secret]).toEqual([link.id, right]);
    expect(secret === null).toBe(stored.condition === 'quarantined');
    return stored;
  });
  for (const site of workspace.sites.list('', 0, 99).sites) workspace.sites.history(site.id);
  for (const id of [...workspace.links.due(NOW * 2, 99), ...workspace.links.renewable(), ...workspace.links.suspects()]) workspace.links.find(id);
  const profile = workspace.profiles?.load();
  const secret = profile?.ok ? profile.value?.profile.clientSecret.reveal() : undefined;
  expect(secret ?? company.clientSecret.reveal()).toBe(company.clientSecret.reveal());
  expect(workspace.links.counts(NOW).links + workspace.links.pendingRenewals().length).toBeGreaterThan(0);
  expect(found.filter((link) => link === null)).toEqual([]);
  if (workspace.notices.length > 0) return 'restored';
  // Only the transaction that was written last may go without a word: nobody can tell it from one that a power cut stopped.
  const older = found.filter((link, index) => link?.condition !== 'quarantined' && link?.generation !== (index < LINKS / 2 ? 1 : 2));
  expect(older.length).toBeLessThan(2);
  if (found.some((link) => link?.condition === 'quarantined')) return 'quarantined';
  return keptAside(at) ? 'healed' : 'opened';
}

test(`${RUNS} stores with turned bits: a wrong secret is never read, no link is missing, and none is older without a word`, async () => {
  const { bytes, links } = await template();
  const random = numbers(SEED);
  const outcomes: Outcome[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const at = folder();
    writeFlipped(at, bytes, random);
    const workspace = await open(at);
    try {
      outcomes.push(readAll(workspace, links, at));
    } catch (error) {
      throw new Error(`run ${run} of seed ${SEED}`, { cause: error });
    } finally {
      workspace.close();
    }
    rmSync(at, { recursive: true });
  }
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  console.log(
    `bit flips: ${RUNS}, ${count('opened')} opened, ${count('healed')} healed, ${count('quarantined')} quarantined, ${count('restored')} restored from snapshot, ${count('refused')} refused, `
    + `0 wrong secrets (upper bound ${3 / RUNS}), seed ${SEED}`,
  );
  expect(Math.min(count('opened'), count('healed'), count('restored'))).toBeGreaterThan(0);
}, 3_600_000);
