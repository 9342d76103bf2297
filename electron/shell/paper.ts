import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { failure, success, type Result } from '../contract/result.ts';
import type { Preferences } from './preferences.ts';
import { openSavedFile } from './browser.ts';

/** Makes paper of what the window shows for printing. */
export interface Paper {
  /**
   * Saves it as a PDF where the person chooses; `fileName` is what is suggested, in the folder used last. The value is the name of the file
   * that was written, null when the dialog was closed. L-70 when it cannot be made or written; then a file that was there before is as it was.
   */
  save(fileName: string): Promise<Result<string | null>>;
  /** Opens the system's print dialog; false: the person closed it. L-70 when printing fails. */
  print(): Promise<Result<boolean>>;
  /** Opens the PDF that was saved last in this run. L-70 with reason `open` when there is none any more or nothing opens it. */
  openSaved(): Promise<Result<null>>;
}

/** What it is made of. `window`: the one that is open. */
export interface PaperParts {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly preferences: Pick<Preferences, 'get' | 'set'>;
  readonly window: () => BrowserWindow | undefined;
}

const FAILED = { code: 'L-70' } as const;

async function writeSynced(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes beside `file` and renames: a full disk, or a file that is open elsewhere, leaves nothing half-written and the former file whole. Rejects then. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const fresh = path.join(path.dirname(file), `.liaison-${randomUUID()}.part`);
  try {
    await writeSynced(fresh, content);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A tagged PDF, so that a screen reader can read it aloud; margins and footer are those of the style sheet, the same as on a printer. */
async function pdfOf(window: BrowserWindow): Promise<Uint8Array> {
  return window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true });
}

async function printNow(window: BrowserWindow): Promise<Result<boolean>> {
  return new Promise((resolve) => {
    try {
      // Electron's own word for a dialog that was closed (electron.d.ts, `print`): everything else is a failure.
      window.webContents.print({ pageSize: 'A4' }, (done, reason) => resolve(done || /cancel/iu.test(reason) ? success(done) : failure(FAILED)));
    } catch {
      resolve(failure(FAILED));
    }
  });
}

class PaperDesk implements Paper {
  readonly #parts: PaperParts;
  #saved: string | null = null;

  constructor(parts: PaperParts) {
    this.#parts = parts;
  }

  async save(fileName: string): Promise<Result<string | null>> {
    const window = this.#parts.window();
    if (!window) return failure(FAILED);
    try {
      const file = await this.#ask(window, fileName);
      if (file === null) return success(null);
      await writeWhole(file, await pdfOf(window));
      this.#saved = file;
      // Where the next one is suggested; without it the system's own folder is.
      this.#parts.preferences.set('paperFolder', path.dirname(file));
      return success(path.basename(file));
    } catch {
      // The system's error text would name the person's folders.
      return failure(FAILED);
    }
  }

  async print(): Promise<Result<boolean>> {
    const window = this.#parts.window();
    return window ? printNow(window) : failure(FAILED);
  }

  async openSaved(): Promise<Result<null>> {
    return this.#saved === null ? failure({ ...FAILED, reason: 'open' }) : openSavedFile(this.#parts.shell, this.#saved);
  }

  async #ask(window: BrowserWindow, fileName: string): Promise<string | null> {
    const folder = this.#parts.preferences.get('paperFolder');
    const defaultPath = folder !== null && existsSync(folder) ? path.join(folder, fileName) : fileName;
    const { canceled, filePath } = await this.#parts.dialog.showSaveDialog(window, { defaultPath, properties: ['dontAddToRecent'], filters: [{ name: 'PDF', extensions: ['pdf'] }] });
    return canceled || filePath === '' ? null : filePath;
  }
}

/** Prints the window that is open; without one nothing is printed. */
export function createPaper(parts: PaperParts): Paper {
  return new PaperDesk(parts);
}
