import type { MenuItemConstructorOptions } from 'electron';
import { COMMAND_CHANNEL, type Command, type PlainCommand } from '../contract/bridge.ts';
import type { RecentSite } from '../contract/recent.ts';
import { recentLines } from '../sites/recent.ts';
import type { MenuWords } from './words/words.ts';

type Item = MenuItemConstructorOptions;
/** Entries that the system carries out itself; their words are ours, because Electron's are English everywhere. */
type SystemEntry = Extract<keyof MenuWords, NonNullable<Item['role']>>;

const line: Item = { type: 'separator' };

/** Passes what was chosen to the page of the window it was chosen in. */
const asks = (wanted: Command): NonNullable<Item['click']> => (_item, window) => {
  if (window && 'webContents' in window) (window as Electron.BrowserWindow).webContents.send(COMMAND_CHANNEL, wanted);
};

const command = (name: PlainCommand, label: string, accelerator?: string): Item => ({
  id: name,
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  // Where the page hears the keys itself, it must not be told twice.
  registerAccelerator: false,
  click: asks(name),
});

/** In a menu of Windows and Linux one `&` would underline the letter after it. */
const plainLabel = (text: string, platform: NodeJS.Platform): string => (platform === 'darwin' ? text : text.replaceAll('&', '&&'));

/**
 * The sites that were opened last. This is our own list and never the system's (`recentDocuments`, jump list, Dock): what the system remembers outlives the
 * program and an erased customer.
 */
function recentMenu(platform: NodeJS.Platform, words: MenuWords, recent: readonly RecentSite[]): Item {
  const lines = recentLines(recent);
  const sites = recent.map(({ id }, index): Item => ({ label: plainLabel(lines[index] ?? '', platform), click: asks({ openSite: id }) }));
  const none: Item = { label: words.noRecent, enabled: false };
  return { label: words.recent, submenu: [...(sites.length === 0 ? [none] : sites), line, command('recent', words.showRecent, 'CmdOrCtrl+O')] };
}

/** The menu bar in a person's language: the window's commands, and the system's own entries so that copying, closing and zooming work as everywhere else. */
export function menuTemplate(platform: NodeJS.Platform, words: MenuWords, siteMode: boolean, recent: readonly RecentSite[] = []): Item[] {
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
    { label: words.file, submenu: [...journeys, line, recentMenu(platform, words, recent), line, ...papers, line, ...(mac ? system('close') : [settings, line, ...system('quit')])] },
    { label: words.edit, submenu: [...system('undo', 'redo'), line, ...system('cut', 'copy', 'paste', 'selectAll'), line, command('find', words.find, 'CmdOrCtrl+F')] },
    { label: words.view, submenu: [siteModeEntry, line, ...system('resetZoom', 'zoomIn', 'zoomOut'), line, ...system('togglefullscreen')] },
    { label: words.window, submenu: system('minimize', ...(mac ? [] : ['close' as const])) },
    { label: words.help, submenu: [command('help', words.guide, mac ? 'Cmd+?' : 'F1'), ...(mac ? [] : [line, about])] },
  ];
}
