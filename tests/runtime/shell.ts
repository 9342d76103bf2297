import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type * as Electron from 'electron';
import { complete, mustBeReplaced } from './not-implemented.ts';
import { debug } from './settings.ts';

type ShellPart = Pick<Electron.Shell, 'openExternal' | 'openPath' | 'trashItem' | 'showItemInFolder' | 'beep'>;

function find(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, program)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** As Electron on Linux: `xdg-open` is started and nobody waits for it. Rejects where there is none. */
async function openExternal(url: string): Promise<void> {
  const address = new URL(url).href;
  const opener = process.platform === 'darwin' ? '/usr/bin/open' : find('xdg-open');
  if (opener === undefined) throw new Error('Failed to open: there is no xdg-open');
  await new Promise<void>((resolve, reject) => {
    const child = spawn(opener, [address], { detached: true, stdio: 'ignore' });
    child.on('spawn', resolve);
    child.on('error', reject);
    child.unref();
  });
}

/** Electron's `shell`. */
export const shell: ShellPart = complete('shell', {
  openExternal,
  openPath: mustBeReplaced('shell.openPath'),
  trashItem: mustBeReplaced('shell.trashItem'),
  showItemInFolder: (file: string) => debug('shell.showItemInFolder', file),
  beep: () => undefined,
});
