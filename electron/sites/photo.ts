import { LARGEST_PHOTO, LARGEST_SIDE, MOST_PHOTOS } from '../contract/visit-limits.ts';
import type { PhotoView } from '../contract/visit.ts';
import { failure, success, type Result } from '../contract/result.ts';
import { readJpeg } from './jpeg.ts';

/** A photo of a site, as the book knows it; its picture lies in a file named after `id`. `at` in milliseconds since 1970-01-01 UTC, sizes in pixels and bytes. */
export interface Photo extends Omit<PhotoView, 'isMissing'> {
  readonly siteId: string;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** Where photos live. Changes are on disk, synced, when a method returns success; else L-62. */
export interface PhotoStore {
  /** Oldest first. */
  list(siteId: string): readonly PhotoView[];
  /** Keeps a picture; L-87 with the reason when it may not be kept, L-81 for an unknown site. When it fails nothing is left of it. */
  add(siteId: string, jpeg: Uint8Array, at: number): Result<null>;
  /** L-81 when the site has no such photo. */
  setCaption(siteId: string, photoId: string, caption: string): Result<null>;
  /** Forgets a photo and deletes its file; L-81 when the site has no such photo. */
  remove(siteId: string, photoId: string): Result<null>;
  /** The picture of a photo that the book knows; null: there is none, or its file is gone. */
  picture(photoId: string): Uint8Array<ArrayBuffer> | null;
}

/** The size in pixels of a picture that may be kept as one more of a site that has `count`; L-87 with the reason else. */
export function acceptPhoto(jpeg: Uint8Array, count: number): Result<{ readonly width: number; readonly height: number }> {
  const refused = (reason: string): Result<never> => failure({ code: 'L-87', reason });
  if (count >= MOST_PHOTOS) return refused('tooMany');
  if (jpeg.byteLength > LARGEST_PHOTO) return refused('tooLarge');
  const read = readJpeg(jpeg);
  if (read.fault) return refused(read.fault);
  const { width, height } = read;
  return Math.max(width, height) > LARGEST_SIDE ? refused('tooLarge') : success({ width, height });
}
