import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Completion, Link, LinkStore, NewLink, Standing } from '../../links/link.ts';
import type { Secret } from '../../oauth/secret.ts';
import { writeHistory } from './history-rows.ts';
import { createLinkQueries } from './link-queries.ts';
import {
  answerData, examineRow, linkFromRow, openTokens, readLinkRow, readRenewal, readRenewalRow, readRenewals, sealTokens, writeProof, writeRenewed, writeStanding, type LinkRow,
} from './link-rows.ts';
import { makeRoomInLog } from './log-room.ts';
import { otherSiteWithAccount, otherSiteWithHome, type OtherSite } from './other-site.ts';
import type { Vault } from './sealing.ts';
import { forgetAnswers, keepAside } from './set-aside.ts';
import { unlimitedSpace, type Space } from './space.ts';
import { emptyLog, keepStatements, transaction, type Preparer } from './sqlite.ts';

const STALE = failure({ code: 'L-68' });
const NO_LINK = failure({ code: 'L-81', field: 'linkId' });
const NO_SITE = failure({ code: 'L-81', field: 'siteId' });
/** How many links are looked at to find one whose record opens. */
const CONTROL_CANDIDATES = 20;

/** What looks after the files of the store: the room on the disk, and the copies of the database. */
export interface Upkeep {
  readonly space: Space;
  /** Takes what belongs to a site's links out of every copy. */
  forgetInCopies(siteId: string): void;
}

const NO_UPKEEP: Upkeep = { space: unlimitedSpace, forgetInCopies: () => undefined };

interface Parts extends Upkeep {
  readonly db: DatabaseSync;
  /** The same database, for statements that every renewal runs. */
  readonly kept: Preparer;
  readonly vault: Vault;
}

function linkBy({ kept, vault }: Parts, by: 'id' | 'site_id', value: string): Link | null {
  const row = readLinkRow(kept, by, value);
  return row && linkFromRow(kept, row, examineRow(vault, row));
}

function readBack(parts: Parts, linkId: string): Result<Link> {
  const link = linkBy(parts, 'id', linkId);
  return link ? success(link) : NO_LINK;
}

/** What lies in the row after a renewal. A record that is byte for byte the one just sealed need not be opened to know that it opens. */
function readRenewed({ kept, vault }: Parts, linkId: string, sealed: Uint8Array): Result<Link> {
  const row = readLinkRow(kept, 'id', linkId);
  if (!row) return NO_LINK;
  return success(linkFromRow(kept, row, Buffer.compare(row.sealed, sealed) === 0 ? null : examineRow(vault, row)));
}

function keepAnswerAside(db: Preparer, linkId: string): void {
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
    `INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, account_fingerprint, condition, homes_read, sealed, next_at)
     VALUES (?, ?, 1, ?, ?, ?, ?, 'active', 0, ?, ?)`,
  ).run(id, siteId, at, at, accountLabel, fingerprint, sealed, link.nextAt);
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

function beginRenewal({ db, kept, space }: Parts, linkId: string, generation: number, at: number): Result<null> {
  // A token that could not be saved must not be asked for.
  const problem = space.problem();
  if (problem) return failure(problem);
  return transaction(db, () => {
    if (readLinkRow(kept, 'id', linkId)?.generation !== generation) return STALE;
    makeRoomInLog(db, space.hasRoomFor);
    // Presenting the same token again keeps what an earlier attempt left.
    kept.prepare(
      `INSERT INTO renewal (link_id, generation, started_at) VALUES (?, ?, ?)
       ON CONFLICT (link_id) DO UPDATE SET generation = excluded.generation, started_at = excluded.started_at`,
    ).run(linkId, generation, at);
    return success(null);
  });
}

function writeCompletion(parts: Parts, row: LinkRow, { tokens, at, standing }: Completion): Result<Link> {
  const { kept, vault } = parts;
  const { id, generation } = row;
  const former = openTokens(vault, row);
  // The tokens just received are saved in any case (R2); a record that cannot be read steps aside for them.
  if (!former.ok) keepAside(kept, { kind: 'link', owner: id, generation, at, sealed: row.sealed });
  const sealed = sealTokens(vault, id, generation + 1, { tokens, accountSubject: former.ok ? former.value.accountSubject : null });
  writeRenewed(kept, { id, generation: generation + 1, sealed }, at, standing);
  kept.prepare('DELETE FROM renewal WHERE link_id = ?').run(id);
  return readRenewed(parts, id, sealed);
}

function saveCompletion(parts: Parts, linkId: string, generation: number, completion: Completion, inHistory: boolean): Result<Link> {
  const { db, kept } = parts;
  return transaction(db, () => {
    const row = readLinkRow(kept, 'id', linkId);
    if (row?.generation !== generation) return STALE;
    if (inHistory) writeHistory(kept, row.site_id, { at: completion.at, event: 'renewed' });
    return writeCompletion(parts, row, completion);
  });
}

/** Null: it threw, which is a fault of the program or of the tables. */
function unlessThrown<Value>(act: () => Result<Value>): Result<Value> | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** The entry of the history goes with the tokens. Where that is refused, for whatever reason, the tokens go without it (R2). */
function completeRenewal(parts: Parts, linkId: string, generation: number, completion: Completion): Result<Link> {
  const both = unlessThrown(() => saveCompletion(parts, linkId, generation, completion, true));
  return both?.ok ? both : saveCompletion(parts, linkId, generation, completion, false);
}

function settleRenewal({ db }: Parts, linkId: string, generation: number, standing: Standing, keepAttempt: boolean): Result<null> {
  return transaction(db, () => {
    if (readLinkRow(db, 'id', linkId)?.generation !== generation) return STALE;
    writeStanding(db, linkId, standing);
    if (keepAttempt) return success(null);
    keepAnswerAside(db, linkId);
    db.prepare('DELETE FROM renewal WHERE link_id = ?').run(linkId);
    return success(null);
  });
}

function keepUnusableAnswer({ db, vault }: Parts, linkId: string, raw: Secret): Result<null> {
  return transaction(db, () => {
    const link = readLinkRow(db, 'id', linkId);
    // Whoever was unlinked while the answer was under way left no permission to keep anything.
    if (!link) return NO_LINK;
    const renewal = readRenewalRow(db, linkId);
    const generation = renewal?.generation ?? link.generation;
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

function remove(parts: Parts, linkId: string, at: number): Result<null> {
  const { db, vault } = parts;
  const removed = transaction(db, () => {
    const row = readLinkRow(db, 'id', linkId);
    if (!row) return NO_LINK;
    removeLink(parts, row, at);
    forgetAnswers(db, linkId, ({ generation, sealed }) => vault.open(sealed, answerData(linkId, generation)).ok);
    return success(row.site_id);
  });
  if (!removed.ok) return removed;
  // Frames of the log still hold the record; the database's own pages are overwritten by secure_delete.
  emptyLog(db);
  parts.forgetInCopies(removed.value);
  return success(null);
}

function findOtherSite({ db, vault }: Parts, siteId: string, homeIds: readonly string[], accountSubject: string | null): OtherSite {
  const byHome = otherSiteWithHome(db, siteId, homeIds);
  return byHome ?? (accountSubject === null ? null : otherSiteWithAccount(db, siteId, vault.fingerprint(accountSubject)));
}

function compareAccount({ db, vault }: Parts, siteId: string, accountSubject: string | null): ReturnType<LinkStore['compareAccount']> {
  const stored = readLinkRow(db, 'site_id', siteId)?.account_fingerprint ?? null;
  if (stored === null || accountSubject === null) return 'unknown';
  return stored === vault.fingerprint(accountSubject) ? 'same' : 'other';
}

/** Links in the database, their secrets sealed by `vault`. See LinkStore for what each method promises; an unknown link gives L-81. */
export function createLinkStore(db: DatabaseSync, vault: Vault, upkeep: Upkeep = NO_UPKEEP): LinkStore {
  const kept = keepStatements(db);
  const parts: Parts = { db, kept, vault, ...upkeep };
  const { saving } = upkeep.space;
  const { controls, ...queries } = createLinkQueries(kept);
  return {
    ...queries,
    findBySite: (siteId) => linkBy(parts, 'site_id', siteId),
    find: (linkId) => linkBy(parts, 'id', linkId),
    readTokens: (linkId) => {
      const row = readLinkRow(kept, 'id', linkId);
      if (!row) return NO_LINK;
      const opened = openTokens(vault, row);
      return opened.ok ? success(opened.value.tokens) : opened;
    },
    create: (link) => saving(() => create(parts, link)),
    beginRenewal: (linkId, generation, at) => beginRenewal(parts, linkId, generation, at),
    completeRenewal: (linkId, generation, completion) => saving(() => completeRenewal(parts, linkId, generation, completion)),
    settleRenewal: (linkId, generation, standing, keepAttempt) => settleRenewal(parts, linkId, generation, standing, keepAttempt),
    keepUnusableAnswer: (linkId, raw) => saving(() => keepUnusableAnswer(parts, linkId, raw)),
    pendingRenewals: () => readRenewals(kept),
    pendingRenewal: (linkId) => readRenewal(kept, linkId),
    setStanding: (linkId, standing) => changeLink(parts, linkId, () => writeStanding(db, linkId, standing)),
    saveProof: (linkId, proof) => changeLink(parts, linkId, () => writeProof(db, linkId, proof)),
    remove: (linkId, at) => remove(parts, linkId, at),
    findOtherSite: (siteId, homeIds, accountSubject) => findOtherSite(parts, siteId, homeIds, accountSubject),
    compareAccount: (siteId, accountSubject) => compareAccount(parts, siteId, accountSubject),
    // A link whose record does not open proves nothing about the company's credentials.
    control: (linkId) => controls(linkId, CONTROL_CANDIDATES).find((id) => linkBy(parts, 'id', id)?.condition === 'active') ?? null,
  };
}
