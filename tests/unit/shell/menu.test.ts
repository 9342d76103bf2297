import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { appLanguages } from '../../../electron/contract/languages.ts';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { wordsOf } from '../../../electron/shell/words/words.ts';

type Item = MenuItemConstructorOptions;
const children = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const everything = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...everything(children(item))]);
const menu = (platform: NodeJS.Platform, siteMode = false): readonly Item[] => everything(menuTemplate(platform, wordsOf('fr').menu, siteMode));

describe('the menu bar', () => {
  it.each(['win32', 'darwin', 'linux'] as const)('has every command once, with its keys, and a word of ours for every entry (%s)', (platform) => {
    const items = menu(platform);
    const keys = Object.fromEntries(items.filter(({ id }) => id !== undefined).map(({ id, accelerator }) => [id, accelerator]));
    expect(keys).toEqual({
      newSite: 'CmdOrCtrl+N', dayList: undefined, document: 'CmdOrCtrl+E', print: 'CmdOrCtrl+P', link: 'CmdOrCtrl+L', find: 'CmdOrCtrl+F', recent: 'CmdOrCtrl+O', settings: 'CmdOrCtrl+,', siteMode: 'CmdOrCtrl+Shift+S', about: undefined, help: platform === 'darwin' ? 'Cmd+?' : 'F1',
    });
    expect(items.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
    expect(items.some(({ label }) => label === 'Réglages')).toBe(true);
    expect(new Set(items.filter(({ role }) => role).map(({ role }) => role)).size).toBe(items.filter(({ role }) => role).length);
  });

  it.each(['win32', 'darwin'] as const)('keeps the system’s own entries for copying, closing and zooming (%s)', (platform) => {
    const roles = menu(platform).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'selectAll', 'close', 'zoomIn', 'zoomOut', 'resetZoom', 'quit', 'minimize']));
  });

  it('passes a command to the page of the window it was chosen in, and does nothing without one', () => {
    const send = vi.fn<(channel: string, command: string) => void>();
    const help = menu('win32').find(({ id }) => id === 'help');
    const click = help?.click as ((item: unknown, window: unknown, event: unknown) => void) | undefined;
    click?.({}, { webContents: { send } }, {});
    click?.({}, undefined, {});
    expect(send.mock.calls).toEqual([['liaison:command', 'help']]);
  });

  it.each(['win32', 'darwin', 'linux'] as const)('has the sites that were opened last, asks the page for exactly the chosen one, and never fills a list of the system (%s)', (platform) => {
    const sites = [{ id: 'a', name: 'Dupont & Fils', address: 'Limoges' }, { id: 'b', name: 'Gîte', address: 'Uzès' }, { id: 'c', name: 'Gîte', address: 'Nîmes' }];
    const items = everything(menuTemplate(platform, wordsOf('fr').menu, false, sites));
    const recent = items.find(({ label }) => label === 'Chantiers récents');
    const [first, ...others] = recent ? children(recent) : [];
    expect([first, ...others].map((item) => item?.label)).toEqual([platform === 'darwin' ? 'Dupont & Fils' : 'Dupont && Fils', 'Gîte, Uzès', 'Gîte, Nîmes', undefined, 'Afficher les chantiers récents']);
    const send = vi.fn<(channel: string, command: unknown) => void>();
    (others[1]?.click as ((item: unknown, window: unknown, event: unknown) => void) | undefined)?.({}, { webContents: { send } }, {});
    expect(send.mock.calls).toEqual([['liaison:command', { openSite: 'c' }]]);
    expect(items.filter(({ role }) => role === 'recentDocuments' || role === 'clearRecentDocuments')).toEqual([]);
  });

  it('says so while no site was opened', () => {
    expect(menu('win32').find(({ label }) => label === 'Aucun pour l’instant')?.enabled).toBe(false);
  });

  it('marks site mode while it is on', () => {
    const checked = (on: boolean): unknown => menu('win32', on).find(({ id }) => id === 'siteMode')?.checked;
    expect([checked(false), checked(true)]).toEqual([false, true]);
  });

  it.each(appLanguages)('names no two entries of one menu the same (%s)', (language) => {
    for (const top of menuTemplate('win32', wordsOf(language).menu, false)) {
      const labels = children(top).flatMap(({ label }) => label ?? []);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
