import type { Problem } from '../../../electron/contract/problems.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { LARGEST_PHOTO, LARGEST_SIDE, LARGEST_SOURCE_BYTES, LARGEST_SOURCE_PIXELS } from '../../../electron/contract/visit-limits.ts';
import { pictureHead } from './picture-head.ts';

/** A JPEG that holds a picture and nothing else. */
export type Jpeg = Uint8Array<ArrayBuffer>;

/** Tried one after the other until the file is small enough. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3] as const;
/** How much of a file is looked at before it is decoded: phones put large previews before the frame of a JPEG. */
const HEAD_BYTES = 1024 * 1024;

const refused = (reason: string): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: { code: 'L-87', reason } });

/** `source` on a white ground, at most as large as a kept photo may be. */
function drawn(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d', { alpha: false });
  if (context) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Encodes a picture anew: only its pixels go into the file. Sizes in pixels. */
export async function encodePhoto(source: CanvasImageSource, width: number, height: number): Promise<Result<Jpeg>> {
  const canvas = drawn(source, width, height);
  for (const quality of QUALITIES) {
    // oxlint-disable-next-line no-await-in-loop -- the next quality is needed only when this one is too large
    const file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (file.size <= LARGEST_PHOTO) return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  }
  return refused('tooLarge');
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

/** Makes a photo of a file that a person chose. L-87 with the reason when it is no picture, is too large, or cannot be read. */
export async function preparePhoto(file: Blob): Promise<Result<Jpeg>> {
  if (file.size > LARGEST_SOURCE_BYTES) return refused('tooLarge');
  const start = await file.slice(0, HEAD_BYTES).arrayBuffer().catch(() => null);
  if (!start) return refused('unreadable');
  const { isPicture, pixels } = pictureHead(new Uint8Array(start));
  if (!isPicture) return refused('notPicture');
  if (pixels !== null && pixels > LARGEST_SOURCE_PIXELS) return refused('tooLarge');
  const bitmap = await decode(file);
  if (!bitmap) return refused('unreadable');
  try {
    return bitmap.width * bitmap.height > LARGEST_SOURCE_PIXELS ? refused('tooLarge') : await encodePhoto(bitmap, bitmap.width, bitmap.height);
  } catch {
    return refused('unreadable');
  } finally {
    bitmap.close();
  }
}
