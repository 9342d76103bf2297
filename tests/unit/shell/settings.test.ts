import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsChange } from '../../../electron/contract/settings.ts';
import { dress, type Wardrobe } from '../../../electron/shell/appearance.ts';
import { settingsHandlers } from '../../../electron/shell/handlers/settings.ts';
import { createPreferences, type KeyValueStoreClass, type Preferences } from '../../../electron/shell/preferences.ts';
import type { Program } from '../../../electron/shell/program.ts';

const clock = { now: () => Date.UTC(2026, 0, 2), after: () => () => undefined };
let Store: KeyValueStoreClass;
let place: string;
let preferences: Preferences;
let log: string[];

beforeAll(async () => {
  // Outside Electron its package gives the path of a binary; this keeps it from looking for one.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = tmpdir();
  Store = (await import('electron-store')).default;
});

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'liaison-settings-'));
  preferences = createPreferences(place, Store, clock, { language: 'fr', customerLanguage: 'fr' });
  log = [];
});

const wardrobe = (): Wardrobe & { readonly labels: () => readonly (string | undefined)[] } => {
  let labels: readonly (string | undefined)[] = [];
  const Menu = { buildFromTemplate: (template: readonly { label?: string }[]) => void (labels = template.map(({ label }) => label)), setApplicationMenu: () => undefined };
  return { Menu: Menu as unknown as Wardrobe['Menu'], nativeTheme: { themeSource: 'system' }, platform: 'win32', labels: () => labels };
};

function change(wanted: SettingsChange, kept: Preferences = preferences) {
  const workplace = { storageProblem: null, canSave: () => null, desk: null, profileSource: 'practice' };
  const program = {
    preferences: kept, version: '1', clock, mode: () => 'practice', notices: () => [], workplace: () => workplace, ready: { loop: { view: () => ({ step: 'idle' }) } },
    settingsChanged: () => void log.push('dressed'), changed: (topic: string) => void log.push(topic),
  } as unknown as Program;
  const answer = settingsHandlers(program)['settings.change'](wanted);
  if (answer instanceof Promise) throw new Error('answers at once');
  return answer;
}

describe('settings', () => {
  it('begin in the language of the system, for the customer too', () => {
    expect([preferences.get('language'), preferences.get('customerLanguage'), preferences.get('siteMode'), preferences.get('theme')]).toEqual(['fr', 'fr', false, 'system']);
  });

  it('change only what is named, are kept over a new start, and are told', () => {
    const answer = change({ language: 'de', siteMode: true });
    expect(answer).toMatchObject({ ok: true, value: { language: 'de', settings: { customerLanguage: 'fr', siteMode: true, theme: 'system' } } });
    expect(log).toEqual(['dressed', 'app']);
    const later = createPreferences(place, Store, clock, { language: 'fr' });
    expect([later.get('language'), later.get('siteMode'), later.get('theme')]).toEqual(['de', true, 'system']);
  });

  it('keep the person’s name, which may be taken back', () => {
    expect(preferences.get('personName')).toBe('');
    expect(change({ personName: 'Anna' })).toMatchObject({ ok: true, value: { personName: 'Anna' } });
    expect(change({ personName: '' })).toMatchObject({ ok: true, value: { personName: '' } });
  });

  it('that cannot be kept are a problem, and nothing follows', () => {
    const full: Preferences = { ...preferences, set: () => ({ ok: false, problem: { code: 'L-62', reason: 'preferences' } }) };
    expect(change({ theme: 'dark' }, full)).toEqual({ ok: false, problem: { code: 'L-62', reason: 'preferences' } });
    expect(log).toEqual([]);
  });
});

describe('what main shows', () => {
  it('follows the settings: colours, and the menu bar in the person’s language', () => {
    const parts = wardrobe();
    dress(parts, preferences, []);
    expect([parts.nativeTheme.themeSource, parts.labels()[0]]).toEqual(['system', 'Fichier']);
    change({ language: 'de', theme: 'dark' });
    dress(parts, preferences, []);
    expect([parts.nativeTheme.themeSource, parts.labels()[0]]).toEqual(['dark', 'Datei']);
  });
});
