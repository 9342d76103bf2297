import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

test('a key store that gives back another text than it was given is no key store', async () => {
  const here = place();
  const wrapper = fakeWrapper('anna');
  const forgetful = { ...wrapper, unwrap: async (blob: Buffer) => ({ ...(await wrapper.unwrap(blob)), text: 'another text' }) };
  expect(await openVault(here.db, forgetful, here.sideFile, clock)).toEqual(failure({ code: 'L-60' }));
  expect(here.keys()).toEqual([[], false]);
});

test('no key is used of which the second copy could not be written', async () => {
  const here = place();
  expect(await openVault(here.db, fakeWrapper('anna'), join(here.sideFile, 'no folder', 'data-key'), clock)).toMatchObject({ ok: false, problem: { code: 'L-62' } });
  expect(here.keys()).toEqual([[], false]);
});

test('something else than a key, well wrapped, is not taken for one', async () => {
  const here = place();
  value(await here.open({}));
  const wrapper = fakeWrapper('anna');
  const cut = { ...wrapper, unwrap: async (blob: Buffer) => {
    const { text, ...rest } = await wrapper.unwrap(blob);
    return { ...rest, text: text.endsWith('=') ? 'AAAA' : text };
  } };
  expect(await openVault(here.db, cut, here.sideFile, clock)).toEqual(failure({ code: 'L-61' }));
});

test('a side file of another folder opens no vault here, whoever wrote it', async () => {
  const [here, other] = [place(), place()];
  value(await here.open({}));
  value(await other.open({}));
  cpSync(other.sideFile, here.sideFile);
  here.db.exec("UPDATE data_key SET wrapped = x'00'");
  const before = here.keys();
  expect(await here.open({})).toEqual(failure({ code: 'L-61' }));
  expect(here.keys()).toEqual(before);
});

test('damage to every proof of a key is told, never thrown', async () => {
  const here = place();
  value(await here.open({}));
  writeFileSync(here.sideFile, 'damaged');
  here.db.exec("UPDATE data_key SET canary = x'00'");
  expect(await here.open({})).toEqual(failure({ code: 'L-61' }));
  here.db.exec('DELETE FROM data_key');
  expect(await here.open({})).toEqual(failure({ code: 'L-61' }));
});

test('a new wrapping that the key store asks for and then refuses changes nothing', async () => {
  const here = place();
  value(await here.open({}));
  const before = here.keys();
  expect((await here.open({ renew: true, denied: 'wrap' })).ok).toBe(true);
  expect(here.keys()).toEqual(before);
});

test('two sound copies are left alone', async () => {
  const here = place();
  value(await here.open({}));
  const before = [here.keys(), statSync(here.sideFile).ino];
  value(await here.open({}));
  expect([here.keys(), statSync(here.sideFile).ino]).toEqual(before);
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
