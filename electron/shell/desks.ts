import path from 'node:path';
import type { App, BrowserWindow, Dialog, Shell } from 'electron';
import { createAbout } from './about.ts';
import { createCustomerFile } from './customer-file.ts';
import { createDataDesk } from './data-desk.ts';
import { createPaper } from './paper.ts';
import type { Preferences } from './preferences.ts';
import type { Program } from './program.ts';
import type { Launch } from './scheme.ts';
import { createSupport } from './support/desk.ts';
import { createTakeover } from './takeover/desk.ts';

/** The parts of Electron that desks ask a person with. `program` is called later only. */
export interface DeskParts {
  readonly app: Pick<App, 'getPath' | 'getAppPath' | 'getVersion' | 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol' | 'isPackaged'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly launch: Launch;
  readonly preferences: Preferences;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

/** The desks at which files leave the program or come into it, and what the program says of itself. */
export function openDesks(parts: DeskParts): Pick<Program, 'about' | 'support' | 'data' | 'takeover' | 'paper' | 'customerFile'> {
  const about = createAbout({ version: parts.app.getVersion(), versions: process.versions, rendererFolder: path.join(parts.app.getAppPath(), 'out/renderer') });
  return { about, support: createSupport(parts), data: createDataDesk(parts), takeover: createTakeover(parts), paper: createPaper(parts), customerFile: createCustomerFile(parts) };
}
