import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App, BrowserWindow, Dialog, Shell } from 'electron';
import type { DataFolderView } from '../contract/data-folder.ts';
import { failure, success, type Result } from '../contract/result.ts';
import { systemClock } from './clock.ts';
import { moveData, type MoveParts } from './move-data.ts';
import type { Preferences } from './preferences.ts';
import type { Program } from './program.ts';
import { freeBytesAt } from './readiness/local-probes.ts';
import { dataPlace } from './storage/data-place.ts';
import { checkFolder } from './storage/folder-check.ts';
import { wordsOf } from './words/words.ts';

/** Where the data lie, and how they get elsewhere. */
export interface DataDesk {
  view(): DataFolderView;
  /** Moves the data to the recommended place, or to a folder that the person chooses; false: the dialog was closed. See `moveData` for what can go wrong; L-81 in practice. */
  move(to: 'home' | 'chosen'): Promise<Result<boolean>>;
  /** Shows the data folder, or that of the log, in the system's own program. L-81 when the system does not. */
  show(what: 'data' | 'log'): Promise<Result<null>>;
}

/** The parts of Electron it is made of. `program` is called later only. */
export interface DataDeskParts {
  readonly app: Pick<App, 'getPath'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly preferences: Preferences;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

/** The folder that is made in the one a person chooses: data never lie loose among other files. */
const FOLDER_NAME = 'Liaison';

const surroundings = { platform: process.platform, environment: process.env };

function moveParts(home: string, program: () => Program): MoveParts {
  return {
    home, clock: systemClock, surroundings, freeBytes: freeBytesAt,
    reopen: async (change) => program().reopen(change),
    storageProblem: () => program().workplace().storageProblem,
  };
}

async function choose({ dialog, preferences, window }: DataDeskParts): Promise<string | null> {
  const open = window();
  if (!open) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(open, { title: wordsOf(preferences.get('language')).dataFolder, properties: ['openDirectory', 'createDirectory'] });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return null;
  return path.basename(folder) === FOLDER_NAME ? folder : path.join(folder, FOLDER_NAME);
}

/** The desk of the data folder. */
export function createDataDesk(parts: DataDeskParts): DataDesk {
  const { app, shell, program } = parts;
  const home = (): string => app.getPath('userData');
  return {
    view: () => {
      const { folder, isHome, problem } = dataPlace(home());
      return { path: folder, isHome, problem: problem ?? checkFolder(folder, surroundings) };
    },
    move: async (to) => {
      if (program().mode() === 'practice') return failure({ code: 'L-81', reason: 'practice' });
      const place = to === 'home' ? home() : await choose(parts);
      if (place === null) return success(false);
      const moved = await moveData(moveParts(home(), program), place);
      program().changed('app');
      return moved.ok ? success(true) : moved;
    },
    show: async (what) => {
      const folder = what === 'log' ? path.join(home(), 'logs') : dataPlace(home()).folder;
      if (what === 'log') mkdirSync(folder, { recursive: true });
      return (await shell.openPath(folder)) === '' ? success(null) : failure({ code: 'L-81', reason: 'openFolder' });
    },
  };
}
