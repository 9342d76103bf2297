import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { problemSchema } from '../../contract/problems.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Home } from '../../homes/home.ts';
import type { Link, LinkTokens, PendingRenewal, Proof } from '../../links/link.ts';
import { Secret } from '../../oauth/secret.ts';
import { readJson, toJson } from './json.ts';
import type { Vault } from './sealing.ts';

const linkRow = z.object({
  id: z.string(),
  site_id: z.string(),
  generation: z.number(),
  linked_at: z.number(),
  renewed_at: z.number(),
  account_label: z.string(),
  account_fingerprint: z.string().nullable(),
  // A word this program does not know is damage or a later program's: say that the link is uncertain.
  condition: z.enum(['active', 'uncertain', 'suspect', 'relinkRequired', 'quarantined']).catch('uncertain'),
  problem: z.string().nullable(),
  proof_at: z.number().nullable(),
  homes_read: z.number(),
  sealed: z.instanceof(Uint8Array),
});
/** One row of the table `link`. */
export type LinkRow = z.infer<typeof linkRow>;

const renewalRow = z.object({ link_id: z.string(), generation: z.number(), started_at: z.number(), sealed_answer: z.instanceof(Uint8Array).nullable() });
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

/** Opens the secrets of a link; L-63 when the record is not exactly what was sealed for this link and generation. */
export function openTokens(vault: Vault, row: LinkRow): Result<TokenRecord> {
  const opened = vault.open(row.sealed, recordData(row.id, row.generation));
  if (!opened.ok) return opened;
  const record = readJson(sealedTokens, opened.value.reveal());
  if (!record) return failure({ code: 'L-63', reason: 'record' });
  const { accessToken, accessTokenExpiresAt, refreshToken, accountSubject } = record;
  return success({ tokens: { accessToken: new Secret(accessToken), accessTokenExpiresAt, refreshToken: new Secret(refreshToken) }, accountSubject });
}

/** The row of a link by its own id or by its site's; null when there is none. */
export function readLinkRow(db: DatabaseSync, by: 'id' | 'site_id', value: string): LinkRow | null {
  return linkRow.nullable().parse(db.prepare(`SELECT * FROM link WHERE ${by} = ?`).get(value) ?? null);
}

/** The attempt row of a link; null when no renewal is under way. */
export function readRenewalRow(db: DatabaseSync, linkId: string): RenewalRow | null {
  return renewalRow.nullable().parse(db.prepare('SELECT * FROM renewal WHERE link_id = ?').get(linkId) ?? null);
}

/** Every attempt row, oldest first. */
export function readRenewals(db: DatabaseSync): readonly PendingRenewal[] {
  const rows = renewalRow.array().parse(db.prepare('SELECT * FROM renewal ORDER BY started_at, link_id').all());
  return rows.map((row) => ({ linkId: row.link_id, generation: row.generation, startedAt: row.started_at }));
}

function readHomes(db: DatabaseSync, linkId: string): readonly Home[] {
  const rows = homeRow.array().parse(db.prepare('SELECT id, name, devices, problem FROM home WHERE link_id = ? ORDER BY position').all(linkId));
  return rows.map(({ id, name, devices, problem }) => ({ id, name, devices: readJson(devicesSchema, devices), problem: readJson(problemSchema, problem) }));
}

/** Puts `proof` in place of the former one. Call it inside a transaction. */
export function writeProof(db: DatabaseSync, linkId: string, proof: Proof): void {
  db.prepare('UPDATE link SET proof_at = ?, homes_read = ? WHERE id = ?').run(proof.at, proof.homes ? 1 : 0, linkId);
  db.prepare('DELETE FROM home WHERE link_id = ?').run(linkId);
  const insert = db.prepare('INSERT INTO home (link_id, position, id, name, devices, problem) VALUES (?, ?, ?, ?, ?, ?)');
  for (const [position, home] of (proof.homes ?? []).entries()) {
    insert.run(linkId, position, home.id, home.name, home.devices && JSON.stringify(home.devices), toJson(home.problem));
  }
}

/** The link of a row. Its condition is `quarantined` whenever the sealed record does not open, whatever was stored. */
export function linkFromRow(db: DatabaseSync, vault: Vault, row: LinkRow): Link {
  const opened = openTokens(vault, row);
  const homes = row.homes_read === 1 ? readHomes(db, row.id) : null;
  return {
    id: row.id,
    siteId: row.site_id,
    generation: row.generation,
    linkedAt: row.linked_at,
    renewedAt: row.renewed_at,
    accountLabel: row.account_label,
    condition: opened.ok ? row.condition : 'quarantined',
    problem: opened.ok ? readJson(problemSchema, row.problem) : opened.problem,
    proof: row.proof_at === null ? null : { at: row.proof_at, homes },
  };
}
