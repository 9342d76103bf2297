import { writeFile } from 'node:fs/promises';
import type { BrowserWindow, Dialog } from 'electron';
import { failure, success, type Result } from '../../contract/result.ts';

/** Makes paper of what the window shows for printing. */
export interface Sheet {
  /** Saves it as a PDF where the person chooses; false: the dialog was closed. L-70 when it cannot be made or written. */
  save(): Promise<Result<boolean>>;
  /** Opens the system's print dialog; false: the person closed it. L-70 when printing fails. */
  print(): Promise<Result<boolean>>;
}

const FAILED = { code: 'L-70' } as const;
const FILE_NAME = 'Liaison-network.pdf';

async function savePdf(window: BrowserWindow, dialog: Pick<Dialog, 'showSaveDialog'>): Promise<Result<boolean>> {
  try {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: FILE_NAME, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
    if (canceled || filePath === '') return success(false);
    await writeFile(filePath, await window.webContents.printToPDF({ pageSize: 'A4', printBackground: false, preferCSSPageSize: true }));
    return success(true);
  } catch {
    // The system's error text would name the person's folders.
    return failure(FAILED);
  }
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

/** Prints the window that is open; without one nothing is printed. */
export function createSheet(dialog: Pick<Dialog, 'showSaveDialog'>, window: () => BrowserWindow | undefined): Sheet {
  const withWindow = async (action: (open: BrowserWindow) => Promise<Result<boolean>>): Promise<Result<boolean>> => {
    const open = window();
    return open ? action(open) : failure(FAILED);
  };
  return { save: async () => withWindow(async (open) => savePdf(open, dialog)), print: async () => withWindow(printNow) };
}
