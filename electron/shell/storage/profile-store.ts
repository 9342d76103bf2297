import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import { profileTestSchema, switchSchema, type ProfileTest } from '../../contract/views.ts';
import type { CompanyProfile } from '../../oauth/company-profile.ts';
import type { Clock } from '../../oauth/ports.ts';
import type { Secret } from '../../oauth/secret.ts';
import { readJson, toJson } from './json.ts';
import type { Vault } from './sealing.ts';
import { keepAside } from './set-aside.ts';
import { rowOf, transaction, whole } from './sqlite.ts';

/** The company's credentials as stored. `clientSecretSetAt` in milliseconds since 1970-01-01 UTC: the secret dies after a year. */
export interface StoredProfile {
  readonly profile: CompanyProfile;
  readonly clientSecretSetAt: number;
  readonly lastTest: ProfileTest | null;
}

/** Where the company's credentials live; secrets are sealed. Changes are on disk, synced, when a method returns success; else L-62. */
export interface ProfileStore {
  /** Null: none were stored yet. L-63: a sealed secret does not open. */
  load(): Result<StoredProfile | null>;
  /** The age of the secret starts anew only when the secret is another one; the last test stays only for the same client at the same server. */
  save(profile: CompanyProfile): Result<null>;
  /** Puts a new client secret in place of the old one; nothing else changes. L-67 when there is no profile. */
  replaceSecret(secret: Secret): Result<null>;
  /** L-67 when there is no profile. */
  saveTest(test: ProfileTest): Result<null>;
}

const NO_PROFILE = failure({ code: 'L-67' });
const SECRET_DATA = 'profile-1|clientSecret|1';
const KEY_DATA = 'profile-1|subscriptionKey|1';

const profileRow = z.object({
  authorization_server: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  homes_server: z.string(),
  pkce: switchSchema.catch('auto'),
  prompt: switchSchema.catch('auto'),
  token_redirect_uri: switchSchema.catch('auto'),
  sealed_client_secret: z.instanceof(Uint8Array),
  client_secret_set_at: whole,
  sealed_subscription_key: z.instanceof(Uint8Array).nullable(),
  last_test: z.string().nullable(),
});
type ProfileRow = z.infer<typeof profileRow>;

/** Whether a column of the table `profile` is a client secret that this vault opens. */
export function isReadableSecret(vault: Vault, sealed: unknown): boolean {
  return sealed instanceof Uint8Array && vault.open(sealed, SECRET_DATA).ok;
}

interface Parts {
  readonly db: DatabaseSync;
  readonly vault: Vault;
  readonly clock: Clock;
}

function readRow(db: DatabaseSync): ProfileRow | null {
  return rowOf(db, profileRow, 'SELECT * FROM profile');
}

function openKey(vault: Vault, row: ProfileRow): Result<Secret | null> {
  return row.sealed_subscription_key ? vault.open(row.sealed_subscription_key, KEY_DATA) : success(null);
}

function load({ db, vault }: Parts): Result<StoredProfile | null> {
  const row = readRow(db);
  if (!row) return success(null);
  const clientSecret = vault.open(row.sealed_client_secret, SECRET_DATA);
  if (!clientSecret.ok) return clientSecret;
  const subscriptionKey = openKey(vault, row);
  if (!subscriptionKey.ok) return subscriptionKey;
  const profile: CompanyProfile = {
    authorizationServer: row.authorization_server,
    clientId: row.client_id,
    clientSecret: clientSecret.value,
    redirectUri: row.redirect_uri,
    subscriptionKey: subscriptionKey.value,
    homesServer: row.homes_server,
    pkce: row.pkce,
    prompt: row.prompt,
    tokenRedirectUri: row.token_redirect_uri,
  };
  return success({ profile, clientSecretSetAt: row.client_secret_set_at, lastTest: readJson(profileTestSchema, row.last_test) });
}

/** Sealed secrets that do not open give way to new ones but are kept (R7). */
function keepUnreadable({ db, vault, clock }: Parts, row: ProfileRow, which: 'clientSecret' | 'subscriptionKey'): void {
  const sealed = which === 'clientSecret' ? row.sealed_client_secret : row.sealed_subscription_key;
  const data = which === 'clientSecret' ? SECRET_DATA : KEY_DATA;
  if (sealed && !vault.open(sealed, data).ok) keepAside(db, { kind: which, owner: 'profile', generation: 1, at: clock.now(), sealed });
}

function secretAge({ vault, clock }: Parts, former: ProfileRow | null, secret: Secret): number {
  const opened = former && vault.open(former.sealed_client_secret, SECRET_DATA);
  return opened?.ok && opened.value.reveal() === secret.reveal() ? former?.client_secret_set_at ?? clock.now() : clock.now();
}

function testStillFits(former: ProfileRow, profile: CompanyProfile): boolean {
  return former.authorization_server === profile.authorizationServer && former.client_id === profile.clientId;
}

function writeRow({ db, vault }: Parts, profile: CompanyProfile, setAt: number, lastTest: string | null): void {
  const { authorizationServer, clientId, redirectUri, homesServer, pkce, prompt, tokenRedirectUri, clientSecret, subscriptionKey } = profile;
  db.exec('DELETE FROM profile');
  db.prepare(
    `INSERT INTO profile (id, authorization_server, client_id, redirect_uri, homes_server, pkce, prompt, token_redirect_uri,
       sealed_client_secret, client_secret_set_at, sealed_subscription_key, last_test) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    authorizationServer, clientId, redirectUri, homesServer, pkce, prompt, tokenRedirectUri,
    vault.seal(clientSecret, SECRET_DATA), setAt, subscriptionKey && vault.seal(subscriptionKey, KEY_DATA), lastTest,
  );
}

function save(parts: Parts, profile: CompanyProfile): Result<null> {
  return transaction(parts.db, () => {
    const former = readRow(parts.db);
    const setAt = secretAge(parts, former, profile.clientSecret);
    if (former) {
      keepUnreadable(parts, former, 'clientSecret');
      keepUnreadable(parts, former, 'subscriptionKey');
    }
    writeRow(parts, profile, setAt, former && testStillFits(former, profile) ? former.last_test : null);
    return success(null);
  });
}

function replaceSecret(parts: Parts, secret: Secret): Result<null> {
  const { db, vault } = parts;
  return transaction(db, () => {
    const former = readRow(db);
    if (!former) return NO_PROFILE;
    const setAt = secretAge(parts, former, secret);
    keepUnreadable(parts, former, 'clientSecret');
    db.prepare('UPDATE profile SET sealed_client_secret = ?, client_secret_set_at = ?').run(vault.seal(secret, SECRET_DATA), setAt);
    return success(null);
  });
}

function saveTest({ db }: Parts, test: ProfileTest): Result<null> {
  return transaction(db, () => {
    if (!readRow(db)) return NO_PROFILE;
    db.prepare('UPDATE profile SET last_test = ?').run(toJson(test));
    return success(null);
  });
}

/** The company's credentials in the database, its secrets sealed by `vault`. */
export function createProfileStore(db: DatabaseSync, vault: Vault, clock: Clock): ProfileStore {
  const parts: Parts = { db, vault, clock };
  return {
    load: () => load(parts),
    save: (profile) => save(parts, profile),
    replaceSecret: (secret) => replaceSecret(parts, secret),
    saveTest: (test) => saveTest(parts, test),
  };
}
