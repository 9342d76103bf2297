import type { BrowserWindow, Dialog } from 'electron';
import type { TakeoverManifest, TakeoverPreview, TakeoverSite } from '../../contract/takeover.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Preferences } from '../preferences.ts';
import type { Program } from '../program.ts';
import type { Transfer } from '../storage/transfer.ts';
import { wordsOf } from '../words/words.ts';
import { packTakeover } from './pack.ts';
import { readTakeover } from './unpack.ts';

/** Sites that go to a colleague's laptop, and come from one. */
export interface Takeover {
  /** Writes one site, or all (null), into a file the person names; the value is their number, 0: the dialog was closed. L-70 when it cannot be written. */
  give(siteId: string | null): Promise<Result<number>>;
  /** Asks for a file and looks through it; null: the dialog was closed. L-88 when it cannot be used. Nothing is taken yet. */
  look(): Promise<Result<TakeoverPreview | null>>;
  /** Takes in what was looked at, all or nothing; the value is the number of new sites. L-88, L-62. */
  take(): Promise<Result<number>>;
}

/** What it works with. `program` is called later only. */
export interface TakeoverParts {
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
    return success(await packTakeover(filePath, { madeAt: at, program: program().version, companyName: preferences.get('companyName') ?? '' }, source));
  } catch {
    // The system's error text would name the person's folders.
    return failure({ code: 'L-70' });
  }
}

async function preview(file: string, transfer: Transfer): Promise<Result<TakeoverPreview>> {
  let manifest: TakeoverManifest | null = null;
  const seen: TakeoverSite[] = [];
  const read = await readTakeover(file, { manifest: (found) => void (manifest = found), site: (site) => void seen.push(site) });
  if (!read.ok) return read;
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
  const read = await readTakeover(file, {
    site: (site) => {
      if (transfer.has(site.id)) return;
      sites.push(site);
      for (const { id } of site.photos) wanted.add(id);
    },
    photo: (id, bytes) => (wanted.has(id) ? transfer.lay(id, bytes) : success(null)),
  });
  const inserted = read.ok ? transfer.insert(sites, at, who) : read;
  if (!inserted.ok) transfer.dropLaid();
  return inserted.ok ? success(sites.length) : inserted;
}

/** A desk at which nothing was looked at yet. */
export function createTakeover(parts: TakeoverParts): Takeover {
  const { dialog, preferences, window, program } = parts;
  let looked: string | null = null;
  return {
    give: async (siteId) => give(parts, siteId),
    look: async () => {
      looked = null;
      const transfer = transferOf(parts);
      const open = window();
      if (!transfer.ok || !open) return transfer.ok ? success(null) : transfer;
      const words = wordsOf(preferences.get('language')).takeover;
      const { canceled, filePaths } = await dialog.showOpenDialog(open, { title: words.open, properties: ['openFile', 'dontAddToRecent'], filters: [{ name: words.kind, extensions: [EXTENSION] }] });
      const [file] = filePaths;
      if (canceled || file === undefined) return success(null);
      const found = await preview(file, transfer.value);
      if (found.ok) looked = file;
      return found;
    },
    take: async () => {
      const transfer = transferOf(parts);
      if (!transfer.ok) return transfer;
      if (looked === null) return failure({ code: 'L-81', reason: 'takeover' });
      const taken = await take(looked, transfer.value, program().clock.now(), preferences.get('personName'));
      looked = null;
      program().changed('sites');
      return taken;
    },
  };
}
