import { beforeEach, describe, expect, it } from 'vitest';
import type { RecentSite } from '../../../electron/contract/recent.ts';
import type { PreferenceValues } from '../../../electron/shell/preferences.ts';
import type { Program } from '../../../electron/shell/program.ts';
import { forgetRecent, forgetSite, menuThatFollows, noteOpened, recentSites } from '../../../electron/shell/recent.ts';
import { sourcesUnder } from '../house/sources.ts';

let names: Map<string, string>;
let kept: PreferenceValues['recentSites'];
let mode: 'practice' | 'real';
let isOpen: boolean;

const program = {
  preferences: { get: () => kept, set: (_name: string, value: PreferenceValues['recentSites']) => ((kept = value), { ok: true, value: null }) },
  mode: () => mode,
  workplace: () => ({ sites: isOpen ? { find: (id: string) => (names.has(id) ? { id, name: names.get(id), address: '' } : null) } : null }),
} as unknown as Program;
const listed = (): readonly string[] => recentSites(program).map(({ name }) => name);

beforeEach(() => {
  names = new Map([['a', 'Dupont'], ['b', 'Rossi']]);
  kept = {};
  mode = 'real';
  isOpen = true;
});

describe('the sites that were opened last', () => {
  it('are remembered by their ids alone, for practice and reality apart', () => {
    noteOpened(program, 'a');
    noteOpened(program, 'b');
    mode = 'practice';
    expect(listed()).toEqual([]);
    noteOpened(program, 'a');
    expect(kept).toEqual({ real: ['b', 'a'], practice: ['a'] });
    expect(JSON.stringify(kept)).not.toContain('Dupont');
  });

  it('have no place for a site that nobody knows', () => {
    expect(noteOpened(program, 'x')).toEqual({ ok: false, problem: { code: 'L-81', field: 'siteId' } });
    isOpen = false;
    expect(noteOpened(program, 'a').ok).toBe(false);
    expect(kept).toEqual({});
  });

  it('lose an erased site at once, and all of this mode when a person wants that', () => {
    for (const id of ['a', 'b']) noteOpened(program, id);
    names.delete('b');
    expect(listed()).toEqual(['Dupont']);
    forgetSite(program, 'b');
    expect(kept).toEqual({ real: ['a'] });
    kept = { real: ['a'], practice: ['b'] };
    forgetRecent(program);
    expect(kept).toEqual({ real: [], practice: ['b'] });
  });
});

describe('the menu bar', () => {
  it('is made anew when a site in it is gone or is called otherwise, and for nothing else that a hint is about', () => {
    const dressed: (readonly RecentSite[])[] = [];
    const hints: string[] = [];
    noteOpened(program, 'a');
    const { changed, settingsChanged } = menuThatFollows((recent) => void dressed.push(recent), (topic) => void hints.push(topic), () => program);
    settingsChanged();
    for (const topic of ['sites', 'renewals', 'app'] as const) changed(topic);
    expect(dressed).toHaveLength(1);
    names.set('a', 'Durand');
    changed('renewals');
    expect(dressed).toHaveLength(1);
    changed('sites');
    mode = 'practice';
    changed('app');
    expect(dressed.map((recent) => recent.map(({ name }) => name))).toEqual([['Dupont'], ['Durand'], []]);
    expect(hints).toEqual(['sites', 'renewals', 'app', 'renewals', 'sites', 'app']);
  });

  it('is the only place outside the window where they stand: no list of the system is ever filled', () => {
    const filled = sourcesUnder('electron').filter(({ text }) => /addRecentDocument|setJumpList|setUserTasks|'recentDocuments'|dock\.setMenu/u.test(text)).map(({ file }) => file);
    expect(filled).toEqual([]);
  });
});
