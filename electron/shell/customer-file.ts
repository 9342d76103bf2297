import path from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { dayOf } from '../contract/calendar.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { TakeoverSite } from '../contract/takeover.ts';
import type { LinkView } from '../contract/views.ts';
import { paperFileName } from '../handover/file-name.ts';
import { linkView } from '../links/link-view.ts';
import type { Program } from './program.ts';
import type { Transfer } from './storage/transfer.ts';
import { wordsOf } from './words/words.ts';
import { readOnce, writeZip } from './zip-file.ts';

/** The file that a customer gets who asks what is kept. */
export interface CustomerFile {
  /** Saves everything about a site where the person chooses; `text`: the same in words. The value is the file's name; null: the dialog was closed. L-70, L-81. */
  save(siteId: string, text: string): Promise<Result<string | null>>;
}

/** What it works with. `program` is called later only. */
export interface CustomerFileParts {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

/** What `customer.json` holds: the site as it is kept, and of its link what the window may know. No member can hold a secret. */
export interface CustomerRecord {
  readonly format: 'liaison-customer';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly program: string;
  readonly companyName: string;
  readonly site: TakeoverSite;
  readonly link: LinkView | null;
}

/** Writes the container `file`: the words first, then the data, then the photos. Rejects with the system's error. */
export async function packCustomer(file: string, record: CustomerRecord, text: string, picture: Transfer['picture']): Promise<void> {
  const mtime = new Date(record.madeAt);
  await writeZip(file, (zip) => {
    // With the mark at its beginning every editor reads the accents right.
    zip.addBuffer(Buffer.from(`\u{FEFF}${text}`, 'utf8'), 'customer.txt', { mtime });
    zip.addBuffer(Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8'), 'customer.json', { mtime });
    for (const { id } of record.site.photos) {
      const bytes = picture(id);
      // The record still says that there was one.
      if (bytes) zip.addReadStreamLazy(`photos/${id}.jpg`, { mtime, compress: false }, (give) => give(null, readOnce(() => Buffer.from(picture(id) ?? bytes))));
    }
  });
}

function recordOf(program: Program, transfer: Transfer, siteId: string): CustomerRecord | null {
  const site = transfer.read(siteId);
  const link = program.workplace().links?.findBySite(siteId) ?? null;
  return site && {
    format: 'liaison-customer', version: 1, madeAt: new Date(program.clock.now()).toISOString(), program: program.version, companyName: program.preferences.get('companyName') ?? '', site, link: link && linkView(link),
  };
}

async function save({ dialog, window, program }: CustomerFileParts, siteId: string, text: string): Promise<Result<string | null>> {
  const { transfer, storageProblem, sites } = program().workplace();
  const open = window();
  if (!transfer || !open) return failure(storageProblem ?? { code: 'L-70' });
  const record = recordOf(program(), transfer, siteId);
  if (!record) return failure({ code: 'L-81', field: 'siteId' });
  const { name, customerLanguage } = record.site;
  const at = program().clock.now();
  const defaultPath = paperFileName(wordsOf(customerLanguage).customerFile, name, dayOf(at)).replace(/\.pdf$/u, '.zip');
  const { canceled, filePath } = await dialog.showSaveDialog(open, { defaultPath, properties: ['dontAddToRecent'], filters: [{ name: 'ZIP', extensions: ['zip'] }] });
  if (canceled || filePath === '') return success(null);
  try {
    await packCustomer(filePath, record, text, transfer.picture);
  } catch {
    // The system's error text would name the person's folders.
    return failure({ code: 'L-70' });
  }
  // The file is there: a line of the history that cannot be written is no reason to say otherwise.
  sites?.addHistory(siteId, { at, event: 'documentSaved', who: program().preferences.get('personName') });
  program().changed('sites');
  return success(path.basename(filePath));
}

/** The desk of customers' files. */
export function createCustomerFile(parts: CustomerFileParts): CustomerFile {
  return { save: async (siteId, text) => save(parts, siteId, text) };
}
