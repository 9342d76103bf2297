import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PracticeFault } from '../contract/practice-faults.ts';
import { AUTHORITY_MEMORY, authorityState } from './practice-memory.ts';
import { listSnapshots } from './storage/snapshots.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Faults of time: how many days pass when they are switched on. */
const DAYS: Readonly<Partial<Record<PracticeFault, number>>> = { 'time.days_61_offline': 61, 'time.days_83_offline': 83, 'time.days_95': 95 };

const named = z.object({ name: z.string(), type: z.string().optional() });
const isTime = (name: string): boolean => /^(?:.+_)?(?:at|since)$/u.test(name);

function namesOf(db: DatabaseSync, sql: string, ...values: readonly string[]): readonly z.infer<typeof named>[] {
  return db.prepare(sql).all(...values).map((row) => named.parse(row));
}

/** Every column that holds a moment, in whatever table: they are named `at`, `…_at` or `…_since`. */
function age(db: DatabaseSync, milliseconds: number): void {
  for (const table of namesOf(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
    for (const { name, type } of namesOf(db, 'SELECT name, type FROM pragma_table_info(?)', table.name)) {
      if (type === 'INTEGER' && isTime(name)) db.prepare(`UPDATE "${table.name}" SET "${name}" = max(0, "${name}" - ?)`).run(milliseconds);
    }
  }
}

function ageAuthority(file: string, milliseconds: number): void {
  const state = authorityState(file);
  if (!state) return;
  const families = state.families.map((family) => ({
    ...family,
    tokens: family.tokens.map((token) => ({ ...token, issuedAt: token.issuedAt - milliseconds, replacedAt: token.replacedAt === null ? null : token.replacedAt - milliseconds })),
  }));
  writeFileSync(file, JSON.stringify({ families }));
}

function withDatabase(folder: string, action: (db: DatabaseSync) => void): void {
  const file = path.join(folder, 'liaison.db');
  if (!existsSync(file)) return;
  const db = new DatabaseSync(file);
  try {
    action(db);
  } finally {
    db.close();
  }
}

/** Lets `days` pass: everything in the folder of practice becomes that much older, in the book and at the authority alike. */
function letDaysPass(folder: string, days: number): void {
  withDatabase(folder, (db) => age(db, days * DAY));
  ageAuthority(path.join(folder, AUTHORITY_MEMORY), days * DAY);
}

/** Makes a last good copy, and then damages the book so that it must be used. */
function damage(folder: string, now: number): void {
  const snapshots = path.join(folder, 'snapshots');
  withDatabase(folder, (db) => {
    mkdirSync(snapshots, { recursive: true, mode: 0o700 });
    const number = (listSnapshots(snapshots)[0]?.number ?? 0) + 1;
    db.prepare('VACUUM INTO ?').run(path.join(snapshots, `liaison-${String(number).padStart(6, '0')}-${now}.db`));
  });
  const file = path.join(folder, 'liaison.db');
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  writeSync(handle, 'Damaged in practice.', 0);
  closeSync(handle);
}

/** What a fault does to the folder of practice while that is closed. Nothing of it reaches the folder of reality. `now` in milliseconds since 1970-01-01 UTC. */
export function changePracticeFolder(folder: string, fault: PracticeFault, now: number): void {
  const days = DAYS[fault];
  if (days !== undefined) letDaysPass(folder, days);
  if (fault === 'laptop.damaged_data') damage(folder, now);
}

/** Faults for which the workplace is opened anew: it meets them, or loses them again, only then. */
const OPENING: ReadonlySet<PracticeFault> = new Set<PracticeFault>([
  'laptop.open_twice', 'laptop.key_store_locked', 'laptop.other_user', 'laptop.synchronised_folder', 'laptop.newer_data', 'laptop.damaged_data',
  'time.days_61_offline', 'time.days_83_offline', 'time.days_95',
]);

/** Whether going from one fault to the other opens the workplace anew. */
export function needsOpening(before: PracticeFault, after: PracticeFault): boolean {
  return before !== after && (OPENING.has(before) || OPENING.has(after));
}
