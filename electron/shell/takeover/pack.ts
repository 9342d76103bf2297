import { createHash } from 'node:crypto';
import type { ZipFile } from 'yazl';
import { TAKEOVER_FORMAT, TAKEOVER_VERSION, type TakeoverManifest, type TakeoverSite } from '../../contract/takeover.ts';
import { readOnce, writeZip } from '../zip-file.ts';

/** Where the sites come from. */
export interface TakeoverSource {
  readonly ids: readonly string[];
  /** Null: it is gone meanwhile. */
  read(siteId: string): TakeoverSite | null;
  /** Null: the file of the photo is gone. */
  picture(photoId: string): Uint8Array | null;
}

/** What the file says of itself; `madeAt` in milliseconds since 1970-01-01 UTC. */
export interface TakeoverHead {
  readonly madeAt: number;
  readonly program: string;
  readonly companyName: string;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
type Listed = TakeoverManifest['files'];

/** The site without the photos whose files are gone or are not what the book says. */
function sound(site: TakeoverSite, { picture }: TakeoverSource): TakeoverSite {
  const photos = site.photos.filter(({ id, sha256 }) => {
    const bytes = picture(id);
    return bytes !== null && hashOf(bytes) === sha256;
  });
  return { ...site, photos };
}

function listed(sites: ReadonlyMap<string, Buffer>, photos: readonly TakeoverSite['photos'][number][]): Listed {
  return [
    ...[...sites].map(([id, text]) => ({ name: `sites/${id}.json`, bytes: text.byteLength, sha256: hashOf(text) })),
    ...photos.map(({ id, bytes, sha256 }) => ({ name: `photos/${id}.jpg`, bytes, sha256 })),
  ];
}

/** Fills the container: the list first, so that whoever reads it knows what must come. Photos are read one by one. */
function fill(zip: ZipFile, head: TakeoverHead, source: TakeoverSource): number {
  const sites = source.ids.flatMap((id) => source.read(id) ?? []).map((site) => sound(site, source));
  const texts = new Map(sites.map((site) => [site.id, Buffer.from(JSON.stringify(site), 'utf8')]));
  const photos = sites.flatMap((site) => site.photos);
  const mtime = new Date(head.madeAt);
  const manifest: TakeoverManifest = {
    format: TAKEOVER_FORMAT, version: TAKEOVER_VERSION, madeAt: mtime.toISOString(), program: head.program, companyName: head.companyName, files: listed(texts, photos),
  };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest), 'utf8'), 'manifest.json', { mtime });
  for (const [id, text] of texts) zip.addBuffer(text, `sites/${id}.json`, { mtime });
  for (const { id } of photos) {
    const read = (): Buffer => Buffer.from(source.picture(id) ?? []);
    // A photo is compressed already.
    zip.addReadStreamLazy(`photos/${id}.jpg`, { mtime, compress: false }, (give) => give(null, readOnce(read)));
  }
  return sites.length;
}

/**
 * Writes `file` whole or not at all, synced; an older one is replaced only by a whole one. The value is the number of sites in it. Rejects
 * with the system's error.
 */
export async function packTakeover(file: string, head: TakeoverHead, source: TakeoverSource): Promise<number> {
  return writeZip(file, (zip) => fill(zip, head, source));
}
