import { readFile, stat } from 'node:fs/promises';
import type { BrowserWindow, Dialog } from 'electron';
import type { AppLanguage } from '../contract/languages.ts';
import { failure, success, type Result } from '../contract/result.ts';
import { wordsOf } from './words/words.ts';

/** Bytes. A company file is below 2 KB. */
const LARGEST_FILE = 64 * 1024;

async function readSmallFile(file: string): Promise<Result<string>> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) return failure({ code: 'L-80', reason: 'tooLarge' });
    return success(await readFile(file, 'utf8'));
  } catch {
    // The system's error text would name the person's folders.
    return failure({ code: 'L-80', reason: 'unreadable' });
  }
}

/** Asks, in the person's language, for the company's file with the system's dialog and reads it. Null: the dialog was closed, or there is no window to ask in. L-80: too large or unreadable. */
export async function chooseCompanyFile(dialog: Pick<Dialog, 'showOpenDialog'>, window: BrowserWindow | undefined, language: AppLanguage): Promise<Result<string | null>> {
  if (!window) return success(null);
  const { title, kind } = wordsOf(language).companyFile;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: [{ name: kind, extensions: ['liaison', 'json'] }],
  });
  const file = filePaths[0];
  return canceled || file === undefined ? success(null) : readSmallFile(file);
}
