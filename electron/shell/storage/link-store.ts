import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Link, LinkStore, LinkTokens, NewLink } from '../../links/link.ts';
import type { Secret } from '../../oauth/secret.ts';
import { toJson } from './json.ts';
import {
  answerData, linkFromRow, openTokens, readLinkRow, readRenewalRow, readRenewals, sealTokens, writeProof, type LinkRow,
} from './link-rows.ts';
import type { Vault } from './sealing.ts';
import { keepAside } from './set-aside.ts';
import { transaction } from './sqlite.ts';

const STALE = failure({ code: 'L-68' });
const NO_LINK = failure({ code: 'L-81', field: 'linkId' });
const NO_SITE = failure({ code: 'L-81', field: 'siteId' });

const otherSiteRow = z.object({ name: z.string() });

interface Parts {
  readonly db: DatabaseSync;
  readonly vault: Vault;
}

function readBack({ db, vault }: Parts, linkId: string): Result<Link> {
  const row = readLinkRow(db, 'id', linkId);
  return row ? success(linkFromRow(db, vault, row)) : NO_LINK;
}

function keepAnswerAside(db: DatabaseSync, linkId: string): void {
  const renewal = readRenewalRow(db, linkId);
  if (!renewal?.sealed_answer) return;
  keepAside(db, { kind: 'answer', owner: linkId, generation: renewal.generation, at: renewal.started_at, sealed: renewal.sealed_answer });
}

/** A record that opens has done its work; one that does not is kept, because somebody may still be able to open it (R7). */
function removeLink({ db, vault }: Parts, row: LinkRow, at: number): void {
  if (!openTokens(vault, row).ok) {
    keepAside(db, { kind: 'link', owner: row.id, generation: row.generation, at, sealed: row.sealed });
    keepAnswerAside(db, row.id);
  }
  for (const table of ['home', 'renewal']) db.prepare(`DELETE FROM ${table} WHERE link_id = ?`).run(row.id);
  db.prepare('DELETE FROM link WHERE id = ?').run(row.id);
}

function insertLink({ db, vault }: Parts, link: NewLink): string {
  const id = randomUUID();
  const { siteId, at, accountLabel, accountSubject, tokens } = link;
  const sealed = sealTokens(vault, id, 1, { tokens, accountSubject });
  const fingerprint = accountSubject === null ? null : vault.fingerprint(accountSubject);
  db.prepare(
    `INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, account_fingerprint, condition, homes_read, sealed)
     VALUES (?, ?, 1, ?, ?, ?, ?, 'active', 0, ?)`,
  ).run(id, siteId, at, at, accountLabel, fingerprint, sealed);
  writeProof(db, id, link.proof);
  return id;
}

function create(parts: Parts, link: NewLink): Result<Link> {
  return transaction(parts.db, () => {
    if (!parts.db.prepare('SELECT 1 FROM site WHERE id = ?').get(link.siteId)) return NO_SITE;
    const former = readLinkRow(parts.db, 'site_id', link.siteId);
    if (former) removeLink(parts, former, link.at);
    return readBack(parts, insertLink(parts, link));
  });
}

function beginRenewal({ db }: Parts, linkId: string, generation: number, at: number): Result<null> {
  return transaction(db, () => {
    if (readLinkRow(db, 'id', linkId)?.generation !== generation) return STALE;
    // Presenting the same token again keeps what an earlier attempt left.
    db.prepare(
      `INSERT INTO renewal (link_id, generation, started_at) VALUES (?, ?, ?)
       ON CONFLICT (link_id) DO UPDATE SET generation = excluded.generation, started_at = excluded.started_at`,
    ).run(linkId, generation, at);
    return success(null);
  });
}

function completeRenewal(parts: Parts, linkId: string, generation: number, tokens: LinkTokens, at: number): Result<Link> {
  const { db, vault } = parts;
  return transaction(db, () => {
    const row = readLinkRow(db, 'id', linkId);
    if (row?.generation !== generation) return STALE;
    const former = openTokens(vault, row);
    // The tokens just received are saved in any case (R2); a record that cannot be read steps aside for them.
    if (!former.ok) keepAside(db, { kind: 'link', owner: linkId, generation, at, sealed: row.sealed });
    const sealed = sealTokens(vault, linkId, generation + 1, { tokens, accountSubject: former.ok ? former.value.accountSubject : null });
    db.prepare("UPDATE link SET generation = ?, sealed = ?, renewed_at = ?, condition = 'active', problem = NULL WHERE id = ? AND generation = ?")
      .run(generation + 1, sealed, at, linkId, generation);
    db.prepare('DELETE FROM renewal WHERE link_id = ?').run(linkId);
    return readBack(parts, linkId);
  });
}

function abandonRenewal({ db }: Parts, linkId: string): Result<null> {
  return transaction(db, () => {
    keepAnswerAside(db, linkId);
    db.prepare('DELETE FROM renewal WHERE link_id = ?').run(linkId);
    return success(null);
  });
}

function keepUnusableAnswer({ db, vault }: Parts, linkId: string, raw: Secret): Result<null> {
  return transaction(db, () => {
    const renewal = readRenewalRow(db, linkId);
    const generation = renewal?.generation ?? readLinkRow(db, 'id', linkId)?.generation ?? 0;
    const sealed = vault.seal(raw, answerData(linkId, generation));
    // An earlier answer may hold the newest token: it is kept too.
    keepAnswerAside(db, linkId);
    if (renewal) db.prepare('UPDATE renewal SET sealed_answer = ? WHERE link_id = ?').run(sealed, linkId);
    else keepAside(db, { kind: 'answer', owner: linkId, generation, at: null, sealed });
    return success(null);
  });
}

function changeLink({ db }: Parts, linkId: string, change: () => void): Result<null> {
  return transaction(db, () => {
    if (!readLinkRow(db, 'id', linkId)) return NO_LINK;
    change();
    return success(null);
  });
}

function nameOfOther(db: DatabaseSync, condition: string, values: readonly string[]): string | null {
  const sql = `SELECT site.name AS name FROM link JOIN site ON site.id = link.site_id WHERE link.site_id <> ? AND ${condition} ORDER BY link.linked_at DESC LIMIT 1`;
  return otherSiteRow.nullable().parse(db.prepare(sql).get(...values) ?? null)?.name ?? null;
}

function findOtherSite({ db, vault }: Parts, ...[siteId, homeIds, accountSubject]: Parameters<LinkStore['findOtherSite']>): ReturnType<LinkStore['findOtherSite']> {
  const homesText = JSON.stringify(homeIds);
  const byHome = nameOfOther(db, 'link.id IN (SELECT link_id FROM home WHERE id IN (SELECT value FROM json_each(?)))', [siteId, homesText]);
  if (byHome !== null) return { siteName: byHome, what: 'home' };
  if (accountSubject === null) return null;
  const byAccount = nameOfOther(db, 'link.account_fingerprint = ?', [siteId, vault.fingerprint(accountSubject)]);
  return byAccount === null ? null : { siteName: byAccount, what: 'account' };
}

/** Links in the database, their secrets sealed by `vault`. See LinkStore for what each method promises; an unknown link gives L-81. */
export function createLinkStore(db: DatabaseSync, vault: Vault): LinkStore {
  const parts: Parts = { db, vault };
  const linkBy = (by: 'id' | 'site_id', value: string): Link | null => {
    const row = readLinkRow(db, by, value);
    return row && linkFromRow(db, vault, row);
  };
  return {
    findBySite: (siteId) => linkBy('site_id', siteId),
    find: (linkId) => linkBy('id', linkId),
    readTokens: (linkId) => {
      const row = readLinkRow(db, 'id', linkId);
      if (!row) return NO_LINK;
      const opened = openTokens(vault, row);
      return opened.ok ? success(opened.value.tokens) : opened;
    },
    create: (link) => create(parts, link),
    beginRenewal: (linkId, generation, at) => beginRenewal(parts, linkId, generation, at),
    completeRenewal: (linkId, generation, tokens, at) => completeRenewal(parts, linkId, generation, tokens, at),
    abandonRenewal: (linkId) => abandonRenewal(parts, linkId),
    keepUnusableAnswer: (linkId, raw) => keepUnusableAnswer(parts, linkId, raw),
    pendingRenewals: () => readRenewals(db),
    setCondition: (linkId, condition, problem) =>
      changeLink(parts, linkId, () => db.prepare('UPDATE link SET condition = ?, problem = ? WHERE id = ?').run(condition, toJson(problem), linkId)),
    saveProof: (linkId, proof) => changeLink(parts, linkId, () => writeProof(db, linkId, proof)),
    findOtherSite: (...question) => findOtherSite(parts, ...question),
  };
}
