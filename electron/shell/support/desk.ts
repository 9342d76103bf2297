import path from 'node:path';
import os from 'node:os';
import type { App, BrowserWindow, Dialog } from 'electron';
import { failure, success, type Result } from '../../contract/result.ts';
import { APP_SCHEME } from '../../oauth/redirect-uri.ts';
import type { Program } from '../program.ts';
import { freeBytesAt } from '../readiness/local-probes.ts';
import { schemeStatus, type Launch } from '../scheme.ts';
import { dataPlace } from '../storage/data-place.ts';
import { writeDurably } from '../storage/files.ts';
import { supportFacts, type SystemFacts } from './facts.ts';
import { logTail } from './log-tail.ts';
import { eventsOf, supportText } from './support-file.ts';

/** The support file: looked at first, then saved letter by letter as it was seen. */
export interface Support {
  /** Makes the file anew and keeps it for `save`. L-81 when it would say more than is allowed. */
  preview(): Promise<Result<{ readonly text: string }>>;
  /** Saves what was previewed last where the person chooses; false: the dialog was closed. L-70 when it cannot be written. */
  save(): Promise<Result<boolean>>;
}

/** What it is made from. `program` is called later only. */
export interface SupportParts {
  readonly app: Pick<App, 'getPath' | 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol' | 'isPackaged'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly launch: Launch;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

const DAY_DIGITS = 10;

async function systemFacts({ app, launch }: SupportParts): Promise<SystemFacts> {
  return {
    platform: launch.platform, architecture: process.arch, systemVersion: os.release(), versions: process.versions, packaged: app.isPackaged,
    freeBytes: freeBytesAt(dataPlace(app.getPath('userData')).folder),
    owner: (await schemeStatus(app, APP_SCHEME, launch)).kind,
  };
}

async function make(parts: SupportParts): Promise<Result<string>> {
  const events = eventsOf(logTail(path.join(parts.app.getPath('userData'), 'logs', 'liaison.log')));
  return supportText(supportFacts(parts.program(), await systemFacts(parts), events));
}

async function saveText({ dialog, window, program }: SupportParts, text: string): Promise<Result<boolean>> {
  const open = window();
  if (!open) return failure({ code: 'L-70' });
  const defaultPath = `Liaison-support-${new Date(program().clock.now()).toISOString().slice(0, DAY_DIGITS)}.txt`;
  const { canceled, filePath } = await dialog.showSaveDialog(open, { defaultPath, filters: [{ name: 'TXT', extensions: ['txt'] }] });
  if (canceled || filePath === '') return success(false);
  return writeDurably(filePath, text).ok ? success(true) : failure({ code: 'L-70' });
}

/** A desk that has made no file yet. */
export function createSupport(parts: SupportParts): Support {
  let seen: string | null = null;
  return {
    preview: async () => {
      const made = await make(parts);
      seen = made.ok ? made.value : null;
      return made.ok ? success({ text: made.value }) : made;
    },
    save: async () => (seen === null ? failure({ code: 'L-81', reason: 'support' }) : saveText(parts, seen)),
  };
}
