import type { App, BrowserWindow, Dialog, Shell } from 'electron';
import { createDataDesk } from './data-desk.ts';
import { createPaper } from './paper.ts';
import type { Preferences } from './preferences.ts';
import type { Program } from './program.ts';
import type { Launch } from './scheme.ts';
import { createSupport } from './support/desk.ts';
import { createTakeover } from './takeover/desk.ts';

/** The parts of Electron that desks ask a person with. `program` is called later only. */
export interface DeskParts {
  readonly app: Pick<App, 'getPath' | 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol' | 'isPackaged'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly launch: Launch;
  readonly preferences: Preferences;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

/** The desks at which files leave the program or come into it: papers, the support file, the data folder, sites of colleagues. */
export function openDesks(parts: DeskParts): Pick<Program, 'support' | 'data' | 'takeover' | 'paper'> {
  return { support: createSupport(parts), data: createDataDesk(parts), takeover: createTakeover(parts), paper: createPaper(parts) };
}
