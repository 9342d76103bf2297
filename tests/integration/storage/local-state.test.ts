import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure, success } from '../../../electron/contract/result.ts';
import { keepLocalState, restoreLocalState } from '../../../electron/shell/storage/local-state.ts';
import { NOW, temporaryFolder } from './support.ts';

const KEY = { audit_enabled: true, encrypted_key: 'RFBBUEkBAAAA', app_bound_encrypted_key: 'QVBQQgEAAAA=' };
const STATE = { os_crypt: KEY, uninstall_metrics: { installation_date2: '1' } };

function laptop(platform: NodeJS.Platform = 'win32') {
  const folder = temporaryFolder();
  const state = join(folder, 'Local State');
  const place = { folder, platform, at: NOW };
  return {
    folder, state,
    put: (content: unknown) => writeFileSync(state, typeof content === 'string' ? content : JSON.stringify(content)),
    read: (name = 'Local State'): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')),
    names: () => readdirSync(folder).toSorted(),
    keep: () => keepLocalState(place),
    restore: () => restoreLocalState(place),
  };
}

/** A laptop whose key was copied, and then this became of the file. */
function after(content: unknown): ReturnType<typeof laptop> {
  const here = laptop();
  here.put(STATE);
  expect(here.keep()).toEqual(success(null));
  here.put(content);
  return here;
}

test.each([
  ['cut in the middle', '{"os_crypt":{"encrypted_', { os_crypt: KEY }],
  ['empty', '', { os_crypt: KEY }],
  ['no object', '[1]', { os_crypt: KEY }],
  ['without the member', { other: 1 }, { other: 1, os_crypt: KEY }],
  ['with a member that makes no sense', { other: 1, os_crypt: 'x' }, { other: 1, os_crypt: KEY }],
  ['without the key', { other: 1, os_crypt: { audit_enabled: false, later: 2 } }, { other: 1, os_crypt: { later: 2, ...KEY } }],
  ['with an empty key', { os_crypt: { encrypted_key: '' } }, { os_crypt: KEY }],
])('a file that is %s gets its key back, and the rest of it stays', (_name, content, expected) => {
  const here = after(content);
  expect(here.restore()).toBe('restored');
  expect(here.read()).toEqual(expected);
  const aside = here.names().filter((name) => name.includes('.damaged-'));
  expect(aside.map((name) => readFileSync(join(here.folder, name), 'utf8'))).toEqual(typeof content === 'string' ? [content] : []);
  expect(here.restore()).toBe('nothingToDo');
});

test('a file that is missing is written, and nothing is done without a copy or on another system', () => {
  const here = laptop();
  here.put(STATE);
  here.keep();
  const gone = laptop();
  writeFileSync(join(gone.folder, 'local-state-copy.json'), readFileSync(join(here.folder, 'local-state-copy.json')));
  expect([gone.restore(), gone.read()]).toEqual(['restored', { os_crypt: KEY }]);
  const empty = laptop();
  expect([empty.restore(), empty.keep(), empty.names()]).toEqual(['nothingToDo', success(null), []]);
  for (const platform of ['darwin', 'linux'] as const) {
    const other = laptop(platform);
    other.put(STATE);
    expect([other.keep(), other.restore(), other.names()]).toEqual([success(null), 'nothingToDo', ['Local State']]);
  }
});

test('a file with another key is never changed, and the copies of both keys are kept', () => {
  const other = { os_crypt: { encrypted_key: 'b3RoZXI=' } };
  const here = after(other);
  expect([here.restore(), here.read()]).toEqual(['other', other]);
  expect(here.read('local-state-copy.json')).toEqual({ version: 1, os_crypt: KEY });
  expect(here.keep()).toEqual(success(null));
  expect(here.names()).toEqual(['Local State', 'local-state-copy.json', 'local-state-copy.json.former-20260102T030405678Z']);
  expect(here.read('local-state-copy.json')).toEqual({ version: 1, ...other });
  expect(here.read('local-state-copy.json.former-20260102T030405678Z')).toEqual({ version: 1, os_crypt: KEY });
});

test('a key of a later kind is added to the copy; a damaged copy is no copy; a folder in the way is told', () => {
  const here = after({ os_crypt: { ...KEY, later_key: 'x' } });
  here.keep();
  expect([here.read('local-state-copy.json'), here.names().length]).toEqual([{ version: 1, os_crypt: { ...KEY, later_key: 'x' } }, 2]);
  writeFileSync(join(here.folder, 'local-state-copy.json'), '{"version":1');
  here.put('');
  expect(here.restore()).toBe('nothingToDo');
  here.put(STATE);
  expect([here.keep(), here.names().filter((name) => name.includes('former')).length]).toEqual([success(null), 1]);
  const blocked = laptop();
  blocked.put(STATE);
  mkdirSync(join(blocked.folder, 'local-state-copy.json.new', 'in the way'), { recursive: true });
  expect(blocked.keep()).toEqual(failure({ code: 'L-62' }));
});
