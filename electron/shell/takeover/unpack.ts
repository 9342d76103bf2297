import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { z } from 'zod';
import { takeoverManifestSchema, takeoverSiteSchema, TAKEOVER_FORMAT, TAKEOVER_VERSION, type TakeoverManifest, type TakeoverSite } from '../../contract/takeover.ts';
import { LARGEST_PHOTO } from '../../contract/visit-limits.ts';
import { failure, success, type Result } from '../../contract/result.ts';

/** Hears what is in a file, in its order: all sites before the first photo. */
export interface TakeoverReader {
  manifest?(manifest: TakeoverManifest): void;
  site?(site: TakeoverSite): void;
  /** Called for photos of sites that were read; the bytes are those that the site says. */
  photo?(id: string, bytes: Uint8Array): Result<null>;
}

const LARGEST_MANIFEST = 64 * 1024 * 1024;
const LARGEST_SITE = 16 * 1024 * 1024;

const refused = (reason: 'notOurs' | 'newer' | 'damaged'): Result<never> => failure({ code: 'L-88', reason });

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

async function bytesOf(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null;
  const open = promisify<Entry, NodeJS.ReadableStream>((wanted, give) => zip.openReadStream(wanted, (error, stream) => give(error, stream)));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await open(entry)) {
    size += part.length;
    // The library holds an entry to the size it announces; nobody here has to trust that.
    if (size > most) return null;
    parts.push(Buffer.from(part as Uint8Array));
  }
  return Buffer.concat(parts);
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one entry after the other
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.once('entry', resolve).once('end', () => resolve(null)).once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
    if (!entry) return;
    yield entry;
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function manifestOf(bytes: Buffer): Result<TakeoverManifest> {
  const read = jsonOf(bytes);
  const { format, version } = typeof read === 'object' && read !== null ? (read as { readonly format?: unknown; readonly version?: unknown }) : {};
  if (format !== TAKEOVER_FORMAT) return refused('notOurs');
  if (typeof version === 'number' && version > TAKEOVER_VERSION) return refused('newer');
  const manifest = takeoverManifestSchema.safeParse(read);
  const names = manifest.data?.files.map(({ name }) => name) ?? [];
  return manifest.success && new Set(names).size === names.length ? success(manifest.data) : refused('damaged');
}

type Listed = TakeoverManifest['files'][number];
type Photo = TakeoverSite['photos'][number];

/** One entry after the list: it must be on the list, whole, and what it says it is. */
class Contents {
  readonly #reader: TakeoverReader;
  readonly #missing: Map<string, Listed>;
  readonly #photos = new Map<string, Photo>();

  constructor(manifest: TakeoverManifest, reader: TakeoverReader) {
    this.#reader = reader;
    this.#missing = new Map(manifest.files.map((file) => [file.name, file]));
  }

  most(name: string): number {
    return name.startsWith('photos/') ? LARGEST_PHOTO : LARGEST_SITE;
  }

  take(name: string, bytes: Buffer): Result<null> {
    const expected = this.#missing.get(name);
    if (!expected || expected.bytes !== bytes.byteLength || createHash('sha256').update(bytes).digest('hex') !== expected.sha256) return refused('damaged');
    this.#missing.delete(name);
    return name.startsWith('sites/') ? this.#site(name, bytes) : this.#photo(name, bytes, expected.sha256);
  }

  isWhole(): boolean {
    return this.#missing.size === 0;
  }

  #site(name: string, bytes: Buffer): Result<null> {
    const site: z.ZodSafeParseResult<TakeoverSite> = takeoverSiteSchema.safeParse(jsonOf(bytes));
    if (!site.success || name !== `sites/${site.data.id}.json` || site.data.photos.some(({ id }) => this.#photos.has(id))) return refused('damaged');
    for (const photo of site.data.photos) this.#photos.set(photo.id, photo);
    this.#reader.site?.(site.data);
    return success(null);
  }

  #photo(name: string, bytes: Buffer, sha256: string): Result<null> {
    const id = name.slice('photos/'.length, -'.jpg'.length);
    return this.#photos.get(id)?.sha256 === sha256 ? (this.#reader.photo?.(id, bytes) ?? success(null)) : refused('damaged');
  }
}

async function readEntries(zip: ZipFile, reader: TakeoverReader): Promise<Result<null>> {
  let contents: Contents | null = null;
  for await (const entry of entriesOf(zip)) {
    if (!contents && entry.fileName !== 'manifest.json') return refused('notOurs');
    const bytes = await bytesOf(zip, entry, contents?.most(entry.fileName) ?? LARGEST_MANIFEST);
    if (!bytes) return refused('damaged');
    if (contents) {
      const taken = contents.take(entry.fileName, bytes);
      if (!taken.ok) return taken;
      continue;
    }
    const manifest = manifestOf(bytes);
    if (!manifest.ok) return manifest;
    reader.manifest?.(manifest.value);
    contents = new Contents(manifest.value, reader);
  }
  if (!contents) return refused('notOurs');
  return contents.isWhole() ? success(null) : refused('damaged');
}

/**
 * Reads a takeover file from its beginning to its end, trusting nothing in it: each entry must be on the list, of the size and the
 * SHA-256 that the list says, and of the shape of the format. L-88 with the reason: `notOurs`, `newer` (made by a newer program), `damaged`.
 */
export async function readTakeover(file: string, reader: TakeoverReader): Promise<Result<null>> {
  let zip: ZipFile | null = null;
  try {
    zip = await openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true });
  } catch {
    return refused('notOurs');
  }
  try {
    return await readEntries(zip, reader);
  } catch {
    return refused('damaged');
  } finally {
    zip.close();
  }
}
