import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { problemSchema, type Problem } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Home } from '../../homes/home.ts';
import type { Link, LinkTokens, PendingRenewal, Proof, Standing } from '../../links/link.ts';
import { Secret } from '../../oauth/secret.ts';
import { readJson, toJson } from './json.ts';
import type { Vault } from './sealing.ts';
import { rowOf, rowsOf, whole, type Preparer } from './sqlite.ts';

const noBytes = new Uint8Array();

/** A column that makes no sense falls back to something harmless; the link then shows as quarantined or as one in doubt, never as absent. */
export const linkRowSchema = z.object({
  id: z.string().catch(''),
  site_id: z.string().catch(''),
  generation: whole.catch(0),
  linked_at: whole.catch(0),
  renewed_at: whole.catch(0),
  account_label: z.string().catch(''),
  account_fingerprint: z.string().nullable().catch(null),
  // A word this program does not know is damage: say that the link is uncertain.
  condition: z.enum(['active', 'uncertain', 'suspect', 'relinkRequired']).catch('uncertain'),
  problem: z.string().nullable().catch(null),
  proof_at: whole.nullable().catch(null),
  homes_read: whole.catch(0),
  sealed: z.instanceof(Uint8Array).catch(noBytes),
  tries: whole.catch(0),
  refusals: whole.catch(0),
  refused_since: whole.nullable().catch(null),
  next_at: whole.nullable().catch(0),
});
/** One row of the table `link`. */
export type LinkRow = z.infer<typeof linkRowSchema>;

const renewalRow = z.object({ link_id: z.string(), generation: whole, started_at: whole, sealed_answer: z.instanceof(Uint8Array).nullable() });
/** One row of the table `renewal`; `sealed_answer` is an answer that could not be used. */
export type RenewalRow = z.infer<typeof renewalRow>;

const homeRow = z.object({ id: z.string(), name: z.string().nullable(), devices: z.string().nullable(), problem: z.string().nullable() });
const devicesSchema = z.array(z.object({ id: z.string(), name: z.string().nullable(), kind: z.string().nullable() }));

const sealedTokens = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: z.number(),
  refreshToken: z.string(),
  accountSubject: z.string().nullable(),
});

/** The secrets of a link as one record. */
export interface TokenRecord {
  readonly tokens: LinkTokens;
  readonly accountSubject: string | null;
}

function recordData(linkId: string, generation: number): string {
  return `link-1|${linkId}|${generation}`;
}

/** What binds an unusable answer to its link: schema, link id, generation. */
export function answerData(linkId: string, generation: number): string {
  return `answer-1|${linkId}|${generation}`;
}

/** Seals the secrets of a link; the record opens only for this link and this generation. */
export function sealTokens(vault: Vault, linkId: string, generation: number, { tokens, accountSubject }: TokenRecord): Uint8Array {
  const { accessToken, accessTokenExpiresAt, refreshToken } = tokens;
  const text = JSON.stringify({ accessToken: accessToken.reveal(), accessTokenExpiresAt, refreshToken: refreshToken.reveal(), accountSubject });
  return vault.seal(new Secret(text), recordData(linkId, generation));
}

interface SealedRow {
  readonly id: string;
  readonly generation: number;
  readonly sealed: Uint8Array;
}

/** Whether a record is exactly what was sealed for this link and generation. Ten times as fast as `openTokens`. */
export function sealFits(vault: Vault, row: SealedRow): boolean {
  return vault.open(row.sealed, recordData(row.id, row.generation)).ok;
}

/** Opens the secrets of a link; L-63 when the record is not exactly what was sealed for this link and generation. */
export function openTokens(vault: Vault, row: SealedRow): Result<TokenRecord> {
  const opened = vault.open(row.sealed, recordData(row.id, row.generation));
  if (!opened.ok) return opened;
  const record = readJson(sealedTokens, opened.value.reveal());
  if (!record) return failure({ code: 'L-63', reason: 'record' });
  const { accessToken, accessTokenExpiresAt, refreshToken, accountSubject } = record;
  return success({ tokens: { accessToken: new Secret(accessToken), accessTokenExpiresAt, refreshToken: new Secret(refreshToken) }, accountSubject });
}

/** The row of a link by its own id or by its site's; null when there is none. */
export function readLinkRow(db: Preparer, by: 'id' | 'site_id', value: string): LinkRow | null {
  const row = rowOf(db, linkRowSchema, `SELECT * FROM link WHERE ${by} = ?`, value);
  // A damaged index could lead to another link's row.
  return row?.[by] === value ? row : null;
}

/** The attempt row of a link; null when no renewal is under way. */
export function readRenewalRow(db: Preparer, linkId: string): RenewalRow | null {
  return rowOf(db, renewalRow, 'SELECT * FROM renewal WHERE link_id = ?', linkId);
}

function pendingFromRow(row: RenewalRow): PendingRenewal {
  return { linkId: row.link_id, generation: row.generation, startedAt: row.started_at };
}

/** Every attempt row, oldest first. */
export function readRenewals(db: Preparer): readonly PendingRenewal[] {
  return rowsOf(db, renewalRow, 'SELECT * FROM renewal ORDER BY started_at, link_id').map(pendingFromRow);
}

/** The attempt row of a link without its answer; null when no renewal is under way. */
export function readRenewal(db: Preparer, linkId: string): PendingRenewal | null {
  const row = readRenewalRow(db, linkId);
  return row && pendingFromRow(row);
}

function readHomes(db: Preparer, linkId: string): readonly Home[] {
  const rows = rowsOf(db, homeRow, 'SELECT id, name, devices, problem FROM home WHERE link_id = ? ORDER BY position', linkId);
  return rows.map(({ id, name, devices, problem }) => ({ id, name, devices: readJson(devicesSchema, devices), problem: readJson(problemSchema, problem) }));
}

/** Puts `proof` in place of the former one. Call it inside a transaction. */
export function writeProof(db: Preparer, linkId: string, proof: Proof): void {
  db.prepare('UPDATE link SET proof_at = ?, homes_read = ? WHERE id = ?').run(proof.at, proof.homes ? 1 : 0, linkId);
  db.prepare('DELETE FROM home WHERE link_id = ?').run(linkId);
  const insert = db.prepare('INSERT INTO home (link_id, position, id, name, devices, problem) VALUES (?, ?, ?, ?, ?, ?)');
  for (const [position, home] of (proof.homes ?? []).entries()) {
    insert.run(linkId, position, home.id, home.name, home.devices && JSON.stringify(home.devices), toJson(home.problem));
  }
}

const STANDING = 'condition = ?, problem = ?, tries = ?, refusals = ?, refused_since = ?, next_at = ?';

function columnsOf({ condition, problem, tries, refusals, refusedSince, nextAt }: Standing): readonly SQLInputValue[] {
  return [condition, toJson(problem), tries, refusals, refusedSince, nextAt];
}

/** Writes what is known of a link's trouble. Call it inside a transaction. */
export function writeStanding(db: Preparer, linkId: string, standing: Standing): void {
  db.prepare(`UPDATE link SET ${STANDING} WHERE id = ?`).run(...columnsOf(standing), linkId);
}

/** Puts the sealed record of the next generation in place of the former one, with the standing: one statement moves the entries of both indexes once. Call it inside a transaction. */
export function writeRenewed(db: Preparer, { id, generation, sealed }: SealedRow, at: number, standing: Standing): void {
  db.prepare(`UPDATE link SET generation = ?, sealed = ?, renewed_at = ?, ${STANDING} WHERE id = ?`).run(generation, sealed, at, ...columnsOf(standing), id);
}

/** Whether the token of a link is the newest is not known: it is presented once more, from `at` on. Call it inside a transaction. */
export function writeDoubt(db: Preparer, linkId: string, at: number): void {
  writeStanding(db, linkId, { condition: 'uncertain', problem: { code: 'L-43' }, tries: 0, refusals: 0, refusedSince: null, nextAt: at });
}

/** What a look at the sealed record (or at the lock before it) found; null: it opens. */
export type Closed = { readonly condition: 'quarantined' | 'locked'; readonly problem: Problem } | null;

/** The link of a row, its condition and problem those of `closed` whatever was stored. */
export function linkFromRow(db: Preparer, row: LinkRow, closed: Closed): Link {
  const homes = row.homes_read === 1 ? readHomes(db, row.id) : null;
  return {
    id: row.id,
    siteId: row.site_id,
    generation: row.generation,
    linkedAt: row.linked_at,
    renewedAt: row.renewed_at,
    accountLabel: row.account_label,
    condition: closed?.condition ?? row.condition,
    problem: closed?.problem ?? readJson(problemSchema, row.problem),
    proof: row.proof_at === null ? null : { at: row.proof_at, homes },
    tries: row.tries,
    refusals: row.refusals,
    refusedSince: row.refused_since,
    nextAt: row.next_at,
  };
}

/** Whether the record of a row opens; the link of one that does not is quarantined. */
export function examineRow(vault: Vault, row: LinkRow): Closed {
  const opened = openTokens(vault, row);
  return opened.ok ? null : { condition: 'quarantined', problem: opened.problem };
}
