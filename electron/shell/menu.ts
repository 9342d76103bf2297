import type { MenuItemConstructorOptions } from 'electron';
import { COMMAND_CHANNEL, type Command } from '../contract/bridge.ts';
import type { MenuWords } from './words/words.ts';

type Item = MenuItemConstructorOptions;
/** Entries that the system carries out itself; their words are ours, because Electron's are English everywhere. */
type SystemEntry = Extract<keyof MenuWords, NonNullable<Item['role']>>;

const line: Item = { type: 'separator' };

/** Passes what was chosen to the page of the window it was chosen in. */
const command = (name: Command, label: string, accelerator?: string): Item => ({
  id: name,
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  // Where the page hears the keys itself, it must not be told twice.
  registerAccelerator: false,
  click: (_item, window) => {
    if (window && 'webContents' in window) (window as Electron.BrowserWindow).webContents.send(COMMAND_CHANNEL, name);
  },
});

/** The menu bar in a person's language: the window's commands, and the system's own entries so that copying, closing and zooming work as everywhere else. */
export function menuTemplate(platform: NodeJS.Platform, words: MenuWords, siteMode: boolean): Item[] {
  const mac = platform === 'darwin';
  const system = (...roles: readonly SystemEntry[]): Item[] => roles.map((role) => ({ role, label: words[role] }));
  const settings = command('settings', words.settings, 'CmdOrCtrl+,');
  const about = command('about', words.about);
  const siteModeEntry: Item = { ...command('siteMode', words.siteMode, 'CmdOrCtrl+Shift+S'), type: 'checkbox', checked: siteMode };
  const app: Item = { label: 'Liaison', submenu: [about, line, settings, line, ...system('services', 'hide', 'hideOthers', 'unhide'), line, ...system('quit')] };
  const journeys = [command('newSite', words.newSite, 'CmdOrCtrl+N'), command('dayList', words.dayList), command('link', words.link, 'CmdOrCtrl+L')];
  const papers = [command('document', words.document, 'CmdOrCtrl+E'), command('print', words.print, 'CmdOrCtrl+P')];
  return [
    ...(mac ? [app] : []),
    { label: words.file, submenu: [...journeys, line, ...papers, line, ...(mac ? system('close') : [settings, line, ...system('quit')])] },
    { label: words.edit, submenu: [...system('undo', 'redo'), line, ...system('cut', 'copy', 'paste', 'selectAll'), line, command('find', words.find, 'CmdOrCtrl+F')] },
    { label: words.view, submenu: [siteModeEntry, line, ...system('resetZoom', 'zoomIn', 'zoomOut'), line, ...system('togglefullscreen')] },
    { label: words.window, submenu: system('minimize', ...(mac ? [] : ['close' as const])) },
    { label: words.help, submenu: [command('help', words.guide, mac ? 'Cmd+?' : 'F1'), ...(mac ? [] : [line, about])] },
  ];
}
