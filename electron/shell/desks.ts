import path from 'node:path';
import type { App, BrowserWindow, Dialog, Shell } from 'electron';
import { createAbout } from './about.ts';
import type { Equipment } from './equipment.ts';
import { systemClock } from './clock.ts';
import { createCustomerFile } from './customer-file.ts';
import { createDataDesk } from './data-desk.ts';
import { createPaper } from './paper.ts';
import type { Program } from './program.ts';
import type { Launch } from './scheme.ts';
import { createSupport } from './support/desk.ts';
import { createTakeover } from './takeover/desk.ts';
import { openUpdates, type UpdateShell } from './updates/open.ts';

/** The parts of Electron that desks ask a person with. `program` is called later only. */
export interface DeskParts extends Pick<UpdateShell, 'net' | 'session' | 'squirrel'> {
  readonly app: Pick<App, 'getPath' | 'getAppPath' | 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol'> & UpdateShell['app'];
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly launch: Launch;
  readonly base: Pick<Equipment, 'preferences' | 'log' | 'calm' | 'proxyPassword'>;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

/** The desks at which files leave the program or come into it, what the program says of itself, and updates. */
export function openDesks(given: DeskParts): Pick<Program, 'about' | 'support' | 'data' | 'takeover' | 'paper' | 'customerFile' | 'updates'> {
  const parts = { ...given, ...given.base };
  const about = createAbout({ version: parts.app.getVersion(), versions: process.versions, rendererFolder: path.join(parts.app.getAppPath(), 'out/renderer') });
  return {
    about, support: createSupport(parts), data: createDataDesk(parts), takeover: createTakeover(parts), paper: createPaper(parts), customerFile: createCustomerFile(parts),
    updates: openUpdates({ ...parts, clock: systemClock, platform: given.launch.platform, isShown: () => given.window() !== undefined }),
  };
}
