import type { App, BrowserWindow, Dialog } from 'electron';
import type { TakeoverManifest, TakeoverPreview, TakeoverSite } from '../../contract/takeover.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Preferences } from '../preferences.ts';
import type { Program } from '../program.ts';
import type { Transfer } from '../storage/transfer.ts';
import { wordsOf } from '../words/words.ts';
import { createReceived, type Received } from './received.ts';
import type { readTakeover } from './unpack.ts';

/** Sites that go to a colleague's laptop, and come from one. */
export interface Takeover {
  /** Writes one site, or all (null), into a file the person names; the value is their number, 0: the dialog was closed. L-70 when it cannot be written. */
  give(siteId: string | null): Promise<Result<number>>;
  /** Asks for a file and looks through it; null: the dialog was closed. L-88 when it cannot be used. Nothing is taken yet. */
  look(): Promise<Result<TakeoverPreview | null>>;
  /** Takes a piece of a file that was dropped onto the window; see `Received`. */
  receive(bytes: Uint8Array, isFirst: boolean): Result<null>;
  /** Looks through the file whose pieces came. L-88. */
  lookReceived(): Promise<Result<TakeoverPreview>>;
  /** Takes in what was looked at, all or nothing; the value is the number of new sites. L-88, L-62. */
  take(): Promise<Result<number>>;
}

/** What it works with. `program` is called later only. */
export interface TakeoverParts {
  readonly app: Pick<App, 'getPath'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly preferences: Preferences;
  readonly window: () => BrowserWindow | undefined;
  readonly program: () => Program;
}

const EXTENSION = 'liaison-sites';
const DAY_DIGITS = 10;
const NAMES = 12;

function transferOf({ program }: TakeoverParts): Result<Transfer> {
  const { transfer, storageProblem } = program().workplace();
  return transfer ? success(transfer) : failure(storageProblem ?? { code: 'L-63' });
}

async function give(parts: TakeoverParts, siteId: string | null): Promise<Result<number>> {
  const { dialog, preferences, window, program } = parts;
  const transfer = transferOf(parts);
  const open = window();
  if (!transfer.ok || !open) return transfer.ok ? success(0) : transfer;
  const at = program().clock.now();
  const words = wordsOf(preferences.get('language')).takeover;
  const { canceled, filePath } = await dialog.showSaveDialog(open, {
    title: words.save, defaultPath: `Liaison-${new Date(at).toISOString().slice(0, DAY_DIGITS)}.${EXTENSION}`, filters: [{ name: words.kind, extensions: [EXTENSION] }], properties: ['dontAddToRecent'],
  });
  if (canceled || filePath === '') return success(0);
  try {
    const source = { ids: siteId === null ? transfer.value.ids() : [siteId], read: transfer.value.read, picture: transfer.value.picture };
    const { packTakeover } = await import('./pack.ts');
    return success(await packTakeover(filePath, { madeAt: at, program: program().version, companyName: preferences.get('companyName') ?? '' }, source));
  } catch {
    // The system's error text would name the person's folders.
    return failure({ code: 'L-70' });
  }
}

/** The reader of zip files comes from the disk when there is one to read. */
const read: typeof readTakeover = async (...rest) => (await import('./unpack.ts')).readTakeover(...rest);

async function preview(file: string, transfer: Transfer): Promise<Result<TakeoverPreview>> {
  let manifest: TakeoverManifest | null = null;
  const seen: TakeoverSite[] = [];
  const looked = await read(file, { manifest: (found) => void (manifest = found), site: (site) => void seen.push(site) });
  if (!looked.ok) return looked;
  const { madeAt, companyName } = manifest ?? { madeAt: '', companyName: '' };
  return success({
    madeAt: Date.parse(madeAt), companyName, sites: seen.length,
    known: seen.filter(({ id }) => transfer.has(id)).length,
    photos: seen.reduce((sum, { photos }) => sum + photos.length, 0),
    names: seen.slice(0, NAMES).map(({ name }) => name),
  });
}

async function take(file: string, transfer: Transfer, at: number, who: string): Promise<Result<number>> {
  const sites: TakeoverSite[] = [];
  const wanted = new Set<string>();
  const looked = await read(file, {
    site: (site) => {
      if (transfer.has(site.id)) return;
      sites.push(site);
      for (const { id } of site.photos) wanted.add(id);
    },
    photo: (id, bytes) => (wanted.has(id) ? transfer.lay(id, bytes) : success(null)),
  });
  const inserted = looked.ok ? transfer.insert(sites, at, who) : looked;
  if (!inserted.ok) transfer.dropLaid();
  return inserted.ok ? success(sites.length) : inserted;
}

/** The file that the person chooses; null: the dialog was closed. */
async function choose({ dialog, preferences, window }: TakeoverParts): Promise<string | null> {
  const open = window();
  if (!open) return null;
  const words = wordsOf(preferences.get('language')).takeover;
  const { canceled, filePaths } = await dialog.showOpenDialog(open, { title: words.open, properties: ['openFile', 'dontAddToRecent'], filters: [{ name: words.kind, extensions: [EXTENSION] }] });
  return canceled ? null : (filePaths[0] ?? null);
}

class TakeoverDesk implements Takeover {
  readonly #parts: TakeoverParts;
  readonly #received: Received;
  #looked: string | null = null;

  constructor(parts: TakeoverParts) {
    this.#parts = parts;
    this.#received = createReceived(parts.app.getPath('userData'));
  }

  give = async (siteId: string | null): Promise<Result<number>> => give(this.#parts, siteId);

  look = async (): Promise<Result<TakeoverPreview | null>> => {
    this.#looked = null;
    this.#received.drop();
    const transfer = transferOf(this.#parts);
    if (!transfer.ok) return transfer;
    const file = await choose(this.#parts);
    return file === null ? success(null) : this.#lookAt(file);
  };

  receive = (bytes: Uint8Array, isFirst: boolean): Result<null> => {
    this.#looked = null;
    return this.#received.add(bytes, isFirst);
  };

  lookReceived = async (): Promise<Result<TakeoverPreview>> => {
    const found = await this.#lookAt(this.#received.file);
    if (!found.ok) this.#received.drop();
    return found;
  };

  take = async (): Promise<Result<number>> => {
    const { program, preferences } = this.#parts;
    const transfer = transferOf(this.#parts);
    if (!transfer.ok) return transfer;
    if (this.#looked === null) return failure({ code: 'L-81', reason: 'takeover' });
    const taken = await take(this.#looked, transfer.value, program().clock.now(), preferences.get('personName'));
    this.#looked = null;
    this.#received.drop();
    program().changed('sites');
    return taken;
  };

  async #lookAt(file: string): Promise<Result<TakeoverPreview>> {
    this.#looked = null;
    const transfer = transferOf(this.#parts);
    const found = transfer.ok ? await preview(file, transfer.value) : transfer;
    if (found.ok) this.#looked = file;
    return found;
  }
}

/** A desk at which nothing was looked at yet. */
export function createTakeover(parts: TakeoverParts): Takeover {
  return new TakeoverDesk(parts);
}
