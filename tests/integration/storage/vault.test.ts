import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { failure } from '../../../electron/contract/result.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { openDatabase } from '../../../electron/shell/storage/database.ts';
import { openVault, type Vault } from '../../../electron/shell/storage/vault.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { clock, fakeWrapper, temporaryFolder, value } from './support.ts';

type State = NonNullable<Parameters<typeof fakeWrapper>[1]>;

function place(): { readonly db: DatabaseSync; readonly sideFile: string; open(state: State, account?: string): Promise<Result<Vault>>; keys(): unknown } {
  const folder = temporaryFolder();
  const { db } = value(openDatabase(join(folder, 'liaison.db'), clock));
  const sideFile = join(folder, 'data-key');
  return {
    db, sideFile,
    open: async (state, account = 'anna') => openVault(db, fakeWrapper(account, state), sideFile, clock),
    keys: () => [db.prepare('SELECT hex(wrapped) AS w, hex(canary) AS c FROM data_key').all().map((row) => ({ ...row })), existsSync(sideFile) && readFileSync(sideFile, 'hex')],
  };
}

const denials: readonly State[] = [{ locked: true }, { denied: 'unwrap' }];

test('a denial at any point writes nothing, before there is a key and after', async () => {
  const fresh = place();
  for (const denial of [...denials, { available: false }, { denied: 'wrap' as const }]) {
    expect(await fresh.open(denial)).toEqual(failure({ code: 'L-60' }));
    expect(fresh.keys()).toEqual([[], false]);
  }
  const used = place();
  value(await used.open({}));
  const before = used.keys();
  for (const denial of denials) {
    expect(await used.open(denial)).toEqual(failure({ code: 'L-60' }));
    expect(used.keys()).toEqual(before);
  }
  expect(await used.open({}, 'bert')).toEqual(failure({ code: 'L-61' }));
  expect(used.keys()).toEqual(before);
});

test('once the key store is unlocked, the vault of a database that stayed open can be opened', async () => {
  const here = place();
  const sealed = value(await here.open({})).seal(new Secret('kept'), 'test');
  expect((await here.open({ locked: true })).ok).toBe(false);
  expect(value(value(await here.open({})).open(sealed, 'test')).reveal()).toBe('kept');
});

test('a key store that is unlocked in the middle of opening is not taken for a foreign one', async () => {
  const here = place();
  value(await here.open({}));
  const state: State = { denied: 'unwrap' };
  const wrapper = fakeWrapper('anna', state);
  const opened = await openVault(here.db, { ...wrapper, isAvailable: async () => { delete state.denied; return true; } }, here.sideFile, clock);
  expect(opened.ok).toBe(true);
});
