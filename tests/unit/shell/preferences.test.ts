import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createPreferences, type KeyValueStoreClass, type Preferences } from '../../../electron/shell/preferences.ts';

const clock = { now: () => Date.UTC(2026, 0, 2), after: () => () => undefined };
let Store: KeyValueStoreClass;

beforeAll(async () => {
  // Outside Electron its package gives the path of a binary; this keeps it from looking for one.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = tmpdir();
  Store = (await import('electron-store')).default;
});

function folder(content?: string): string {
  const made = mkdtempSync(join(tmpdir(), 'liaison-preferences-'));
  if (content !== undefined) writeFileSync(join(made, 'preferences.json'), content);
  return made;
}

const open = (place: string): Preferences => createPreferences(place, Store, clock);

test('preferences start with defaults and are remembered', () => {
  const place = folder();
  const first = open(place);
  expect([first.notice, first.get('language'), first.get('companyName'), first.get('firstStartDone'), first.get('mode'), first.get('windowBounds')])
    .toEqual([null, 'en', null, false, 'practice', null]);
  const windowBounds = { x: -5, y: 0, width: 800, height: 600 };
  expect([first.set('mode', 'real').ok, first.set('windowBounds', windowBounds).ok, first.set('companyName', 'Rossi').ok]).toEqual([true, true, true]);
  const second = open(place);
  expect([second.get('mode'), second.get('windowBounds'), second.get('companyName')]).toEqual(['real', windowBounds, 'Rossi']);
});

test('a damaged file is set aside unchanged, told, and defaults are used', () => {
  for (const content of ['', '{"mode":', '[1]', 'null']) {
    const place = folder(content);
    const preferences = open(place);
    expect([preferences.notice, preferences.get('mode')]).toEqual([{ code: 'L-63', reason: 'preferences' }, 'practice']);
    expect(readFileSync(join(place, 'preferences.json.damaged-20260102T000000000Z'), 'utf8')).toBe(content);
    expect(preferences.set('mode', 'real').ok).toBe(true);
    expect(open(place).get('mode')).toBe('real');
  }
});

test('a value that makes no sense counts as the default and the others stay', () => {
  const place = folder('{"mode":"other","companyName":"Rossi","windowBounds":{"x":1}}');
  const preferences = open(place);
  expect([preferences.get('mode'), preferences.get('windowBounds'), preferences.get('companyName')]).toEqual(['practice', null, 'Rossi']);
  expect(readdirSync(place)).toEqual(['preferences.json']);
});

test('what one mode keeps of Ready for site is not lost with what the other cannot read', () => {
  const preferences = open(folder('{"readiness":{"practice":"nonsense","real":{"stamp":null}}}'));
  expect(preferences.get('readiness')).toEqual({ practice: 'nonsense', real: { stamp: null } });
  expect(open(folder('{"readiness":{"real":{"stamp":null}}}')).get('readiness')).toEqual({ real: { stamp: null } });
  expect(open(folder('{"readiness":7}')).get('readiness')).toEqual({});
});
