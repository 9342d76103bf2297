import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { success, type Result } from '../../contract/result.ts';
import { transaction } from './sqlite.ts';

/** Brings a database from one version to the next. It runs inside a transaction together with the new version number. */
export type Migration = (db: DatabaseSync) => void;

/** Everything a first installation needs. Times are milliseconds since 1970-01-01 UTC, `sealed` is always a sealed record of the vault. */
const VERSION_1 = `
CREATE TABLE data_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  wrapped BLOB NOT NULL,
  canary BLOB NOT NULL
) STRICT;
CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  customer_language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  folded_name TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX site_by_name ON site (folded_name, id);
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES site (id),
  at INTEGER NOT NULL,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_site ON history (site_id, at, id);
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES site (id),
  at INTEGER NOT NULL,
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  text_version TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;
CREATE INDEX consent_by_site ON consent (site_id, at);
CREATE TABLE link (
  id TEXT PRIMARY KEY,
  site_id TEXT NOT NULL UNIQUE REFERENCES site (id),
  generation INTEGER NOT NULL CHECK (generation >= 1),
  linked_at INTEGER NOT NULL,
  renewed_at INTEGER NOT NULL,
  account_label TEXT NOT NULL,
  account_fingerprint TEXT,
  condition TEXT NOT NULL,
  problem TEXT,
  proof_at INTEGER,
  homes_read INTEGER NOT NULL CHECK (homes_read IN (0, 1)),
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX link_by_account ON link (account_fingerprint);
CREATE TABLE renewal (
  link_id TEXT PRIMARY KEY REFERENCES link (id),
  generation INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  sealed_answer BLOB
) STRICT;
CREATE TABLE home (
  link_id TEXT NOT NULL REFERENCES link (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  devices TEXT,
  problem TEXT,
  PRIMARY KEY (link_id, position)
) STRICT;
CREATE INDEX home_by_id ON home (id);
CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  authorization_server TEXT NOT NULL,
  client_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  homes_server TEXT NOT NULL,
  pkce TEXT NOT NULL,
  prompt TEXT NOT NULL,
  token_redirect_uri TEXT NOT NULL,
  sealed_client_secret BLOB NOT NULL,
  client_secret_set_at INTEGER NOT NULL,
  sealed_subscription_key BLOB,
  last_test TEXT
) STRICT;
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  generation INTEGER NOT NULL,
  at INTEGER,
  sealed BLOB NOT NULL
) STRICT;
`;

/**
 * What renewals that survive anything need to know of a link. Times as above.
 * A link of version 1 is presented 30 days after its last renewal, as if it had been planned then; one in doubt (uncertain or
 * suspect) at once, because version 1 only tried when somebody asked; one that ended never. `quarantined` is found by opening
 * a record and no longer stored.
 * Both indexes hold all that the planner asks for, so that ten thousand links are planned without reading a single record.
 */
const VERSION_2 = `
ALTER TABLE link ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN refused_since INTEGER;
ALTER TABLE link ADD COLUMN next_at INTEGER;
UPDATE link SET condition = 'uncertain' WHERE condition NOT IN ('active', 'uncertain', 'suspect', 'relinkRequired');
UPDATE link SET next_at = CASE condition WHEN 'relinkRequired' THEN NULL WHEN 'active' THEN renewed_at + 2592000000 ELSE 0 END;
CREATE INDEX link_by_next ON link (next_at, renewed_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX link_by_condition ON link (condition, renewed_at, id);
`;

/**
 * What a consent record says besides: how the laptop's clock stood, whose consent it was, to whom, and the homes that were seen (JSON).
 * Null where an older program wrote it.
 */
const VERSION_3 = `
ALTER TABLE consent ADD COLUMN clock TEXT;
ALTER TABLE consent ADD COLUMN customer_name TEXT;
ALTER TABLE consent ADD COLUMN company_name TEXT;
ALTER TABLE consent ADD COLUMN homes TEXT;
`;

/**
 * The site book: what is known of a visit and of the end of a contract, checklists, photos, and who did what.
 * `visit` and `contract_ends_on` are days of the calendar as the contract writes them, '' for none; `who` is '' where the program did it
 * by itself. A checklist item without a title is one of those the program brings along, in words of the language it is read in.
 * `photo` holds what is in the files of the photo folder, which are named after `id`.
 */
const VERSION_4 = `
ALTER TABLE site ADD COLUMN visit TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN contract_ends_on TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN handed_over_at INTEGER;
ALTER TABLE site ADD COLUMN ended_at INTEGER;
ALTER TABLE site ADD COLUMN guest_removed_at INTEGER;
ALTER TABLE history ADD COLUMN who TEXT NOT NULL DEFAULT '';
CREATE TABLE template_item (
  position INTEGER PRIMARY KEY,
  item TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  criterion TEXT NOT NULL
) STRICT;
CREATE TABLE check_item (
  site_id TEXT NOT NULL REFERENCES site (id),
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  title TEXT NOT NULL,
  criterion TEXT NOT NULL,
  verdict TEXT NOT NULL,
  at INTEGER,
  who TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (site_id, item)
) STRICT;
CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES site (id),
  at INTEGER NOT NULL,
  caption TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX photo_by_site ON photo (site_id, at, id);
`;

/** All migrations; the one at index n leads from version n to version n + 1. Entries are never changed once shipped, only added. */
export const migrations: readonly Migration[] = [(db) => db.exec(VERSION_1), (db) => db.exec(VERSION_2), (db) => db.exec(VERSION_3), (db) => db.exec(VERSION_4)];

const versionRow = z.object({ user_version: z.number().int() });

/** The version a database says it has; 0 for a new one. */
export function versionOf(db: DatabaseSync): number {
  return versionRow.parse(db.prepare('PRAGMA user_version').get()).user_version;
}

/** Runs what is missing, one transaction per step. Fails with L-62 and then leaves the last version that was complete. */
export function migrate(db: DatabaseSync, steps: readonly Migration[]): Result<null> {
  for (let version = versionOf(db); version < steps.length; version += 1) {
    const done = transaction(db, () => {
      steps[version]?.(db);
      db.exec(`PRAGMA user_version = ${version + 1}`);
      return success(null);
    });
    if (!done.ok) return done;
  }
  return success(null);
}
