import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import { captionSchema, photoIdSchema, photoViewSchema, type PhotoView } from '../../contract/visit.ts';
import { acceptPhoto, type Photo, type PhotoStore } from '../../sites/photo.ts';
import type { PhotoFiles } from './photo-files.ts';
import type { Space } from './space.ts';
import { rowOf, rowsOf, transaction, whole } from './sqlite.ts';

const { width, height } = photoViewSchema.shape;
// What a damaged row says of its picture must not hide it.
const photoRow = z.object({ id: photoIdSchema, at: whole, caption: captionSchema.catch(''), width: whole.pipe(width).catch(1), height: whole.pipe(height).catch(1) });
const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: whole });

const NO_PHOTO = failure({ code: 'L-81', field: 'photoId' });

interface Place {
  readonly db: DatabaseSync;
  readonly files: PhotoFiles;
  readonly space: Pick<Space, 'hasRoomFor'>;
}

function list({ db, files }: Place, siteId: string): readonly PhotoView[] {
  const rows = rowsOf(db, photoRow, 'SELECT id, at, caption, width, height FROM photo WHERE site_id = ? ORDER BY at, id', siteId);
  return rows.map((row) => ({ ...row, isMissing: !files.has(row.id) }));
}

function insert(db: DatabaseSync, photo: Photo): Result<null> {
  return transaction(db, () => {
    if (!db.prepare('SELECT 1 FROM site WHERE id = ?').get(photo.siteId)) return failure({ code: 'L-81', field: 'siteId' });
    db.prepare('INSERT INTO photo (id, site_id, at, caption, width, height, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(photo.id, photo.siteId, photo.at, photo.caption, photo.width, photo.height, photo.bytes, photo.sha256);
    return success(null);
  });
}

/** The file is on the disk, synced, before the book knows of the photo. */
function add({ db, files, space }: Place, siteId: string, jpeg: Uint8Array, at: number): Result<null> {
  const count = rowOf(db, countRow, 'SELECT count(*) AS count FROM photo WHERE site_id = ?', siteId)?.count ?? 0;
  const accepted = acceptPhoto(jpeg, count);
  if (!accepted.ok) return accepted;
  // Room that a received token needs is not given to photos.
  if (!space.hasRoomFor(jpeg.byteLength)) return failure({ code: 'L-62', reason: 'lowSpace' });
  const id = randomUUID();
  const written = files.write(id, jpeg);
  if (!written.ok) return written;
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  const kept = insert(db, { id, siteId, at, caption: '', ...accepted.value, bytes: jpeg.byteLength, sha256 });
  if (kept.ok) files.settle(id);
  else files.discard(id);
  return kept;
}

function change(db: DatabaseSync, siteId: string, photoId: string, sql: string, ...values: readonly string[]): Result<null> {
  return transaction(db, () => (db.prepare(sql).run(...values, photoId, siteId).changes === 0 ? NO_PHOTO : success(null)));
}

/** Deleted is a photo when the book has deleted it; its file bears a mark before, so that it goes even when the program ends in between. */
function remove({ db, files }: Place, siteId: string, photoId: string): Result<null> {
  if (!rowOf(db, idRow, 'SELECT id FROM photo WHERE id = ? AND site_id = ?', photoId, siteId)) return NO_PHOTO;
  const withdrawn = files.withdraw(photoId);
  if (!withdrawn.ok) return withdrawn;
  const removed = change(db, siteId, photoId, 'DELETE FROM photo WHERE id = ? AND site_id = ?');
  if (removed.ok) files.drop(photoId);
  else files.restore(photoId);
  return removed;
}

const isInBook = (db: DatabaseSync, id: string): boolean => rowOf(db, idRow, 'SELECT id FROM photo WHERE id = ?', id) !== null;

/** Photos in the database and their files. See PhotoStore for what each method promises. */
export function createPhotoStore(db: DatabaseSync, files: PhotoFiles, space: Pick<Space, 'hasRoomFor'>): PhotoStore {
  const place = { db, files, space };
  return {
    list: (siteId) => list(place, siteId),
    add: (siteId, jpeg, at) => add(place, siteId, jpeg, at),
    setCaption: (siteId, photoId, caption) => change(db, siteId, photoId, 'UPDATE photo SET caption = ? WHERE id = ? AND site_id = ?', caption),
    remove: (siteId, photoId) => remove(place, siteId, photoId),
    picture: (id) => (isInBook(db, id) ? files.read(id) : null),
  };
}

/** Brings the files in line with the book, once at the start; see `PhotoFiles.tidy`. */
export function tidyPhotos(db: DatabaseSync, files: PhotoFiles): void {
  const known = new Set(rowsOf(db, idRow, 'SELECT id FROM photo').map(({ id }) => id));
  files.tidy((id) => known.has(id));
}
