/** What the first bytes of a file say: whether it is a picture at all, and how large it will be, before anything is decoded. */
export interface PictureHead {
  readonly isPicture: boolean;
  /** Null where the head does not say. */
  readonly pixels: number | null;
}

const ascii = (bytes: Uint8Array, start: number, length: number): string => String.fromCodePoint(...bytes.subarray(start, start + length));

/** The pixels of a JPEG by its first frame header (ITU-T T.81, annex B); null when that is not within `bytes`. */
function jpegPixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let place = 2; place + 9 <= bytes.length;) {
    const marker = bytes[place + 1] ?? 0;
    if (bytes[place] !== 0xff) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(place + 5) * view.getUint16(place + 7);
    place += 2 + Math.max(2, view.getUint16(place + 2));
  }
  return null;
}

/** The pixels of a PNG (its IHDR stands first). */
function pngPixels(bytes: Uint8Array): number | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(16) * view.getUint32(20);
}

/** Reads the head of a file. Total: any bytes give an answer. */
export function pictureHead(bytes: Uint8Array): PictureHead {
  if (ascii(bytes, 0, 3) === 'ÿØÿ') return { isPicture: true, pixels: jpegPixels(bytes) };
  if (ascii(bytes, 1, 3) === 'PNG') return { isPicture: true, pixels: pngPixels(bytes) };
  const isRiff = ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP';
  // AVIF and the HEIC of phones share a container; which of them can be decoded is found out by trying.
  const isContainer = ascii(bytes, 4, 4) === 'ftyp';
  const isOther = ['GIF8', 'II*\0', 'MM\0*'].includes(ascii(bytes, 0, 4)) || ascii(bytes, 0, 2) === 'BM';
  return { isPicture: isRiff || isContainer || isOther, pixels: null };
}
