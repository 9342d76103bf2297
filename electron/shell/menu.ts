import type { MenuItemConstructorOptions } from 'electron';

/** The menu bar: the system's own entries, so that copying, pasting and closing work by keyboard as everywhere else. */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions[] = [{ role: 'editMenu' }, { role: 'windowMenu' }];
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...edit] : [{ role: 'fileMenu' }, ...edit];
}
