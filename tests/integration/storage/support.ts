import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Completion, NewLink, Standing } from '../../../electron/links/link.ts';
import type { Result } from '../../../electron/contract/result.ts';
import type { Clock } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { KeyWrapper } from '../../../electron/shell/storage/vault.ts';

export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
export const DAY = 24 * 60 * 60 * 1000;
export const clock: Clock = { now: () => NOW, after: () => () => undefined };

export const company: CompanyProfile = {
  authorizationServer: 'https://login.example.org', clientId: 'client', clientSecret: new Secret('MARK-client-secret'), redirectUri: 'liaison://auth',
  subscriptionKey: new Secret('MARK-subscription-key'), homesServer: 'https://homes.example.org', pkce: 'auto', prompt: 'on', tokenRedirectUri: 'off',
};

/** A key store that really encrypts, for one invented computer account. `state` may be changed while it is in use. */
export function fakeWrapper(account: string, state: { locked?: boolean; available?: boolean; renew?: boolean; denied?: 'wrap' | 'unwrap' } = {}): KeyWrapper {
  const key = createHash('sha256').update(account).digest();
  const guard = (what: 'wrap' | 'unwrap'): void => {
    if (state.locked || state.denied === what) throw new Error('locked');
  };
  return {
    backend: () => 'fake',
    isAvailable: async () => state.available ?? true,
    wrap: async (text) => {
      guard('wrap');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unwrap: async (blob) => {
      guard('unwrap');
      const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(blob.subarray(12, 28));
      const text = Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]).toString('utf8');
      return { text, shouldReEncrypt: state.renew ?? false };
    },
  };
}

const folders: string[] = [];
// Each opened workspace keeps a ballast: a few runs would fill the disk. The maker of fixtures and second processes have no test runner.
if (process.env['VITEST']) {
  const { afterAll } = await import('vitest');
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
}

/** A folder that is there until the tests of the file have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-storage-'));
  folders.push(folder);
  return folder;
}

export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`unexpected ${result.problem.code}`);
  return result.value;
}

export function present<Value>(thing: Value | null | undefined): Value {
  if (thing === null || thing === undefined) throw new Error('nothing there');
  return thing;
}

/** Every file of a folder but the lock: opening that one would drop the lock. */
export function allBytes(folder: string): Buffer {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name !== 'lock.db');
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}

export function newLink(siteId: string, mark = 'one'): NewLink {
  const home = { id: `home-${mark}`, name: 'Casa', devices: [{ id: 'd1', name: 'Lamp', kind: null }], problem: null };
  return {
    siteId,
    at: NOW,
    tokens: tokens(mark),
    accountLabel: 'c…t@example.org',
    accountSubject: `subject-${mark}`,
    proof: { at: NOW, homes: [home] },
    nextAt: NOW + 30 * DAY,
  };
}

export function tokens(mark: string): NewLink['tokens'] {
  return { accessToken: new Secret(`MARK-access-${mark}`), accessTokenExpiresAt: NOW + 1, refreshToken: new Secret(`MARK-refresh-${mark}`) };
}

/** The standing of a link without trouble, with a few changes. */
export function standing(change: Partial<Standing> = {}): Standing {
  return { condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: NOW + 30 * DAY, ...change };
}

export function completion(mark: string, at = NOW, change: Partial<Standing> = {}): Completion {
  return { tokens: tokens(mark), at, standing: standing(change) };
}
