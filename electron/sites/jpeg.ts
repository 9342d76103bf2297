/**
 * What is looked at before a photo is kept. The window encodes every picture anew, which leaves the picture and nothing of where and when
 * it was taken; main takes nobody's word for it and walks through the file (ITU-T T.81, annex B).
 */

/** Why a file is not kept. `notPicture`: no whole JPEG. `metadata`: more than a picture is in it. */
export type JpegFault = 'notPicture' | 'metadata';

/** What a JPEG says of itself, in pixels; or what is wrong with it. */
export type Jpeg = { readonly width: number; readonly height: number; readonly fault: null } | { readonly fault: JpegFault };

const MARKER = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Frames that Chromium writes and reads: baseline, extended, progressive. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Tables and the restart interval: DHT, DQT, DRI. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);
const APP0 = 0xe0;
const APP2 = 0xe2;
/** Application segments (Exif, XMP, maker notes, thumbnails) and comments. */
const isApplication = (marker: number): boolean => (marker >= APP0 && marker <= 0xef) || marker === 0xfe;
const LONGEST_PROFILE = 4096;
const JFIF = new TextEncoder().encode('JFIF\0');
const ICC_PROFILE = new TextEncoder().encode('ICC_PROFILE\0');

const NO_PICTURE: Jpeg = { fault: 'notPicture' };
const METADATA: Jpeg = { fault: 'metadata' };

const startsWith = (content: Uint8Array, word: Uint8Array): boolean => word.every((byte, index) => content[index] === byte);

/** The plain JFIF head without a thumbnail, and a short colour profile: neither says anything of where or when. */
function isHarmless(marker: number, content: Uint8Array): boolean {
  if (marker === APP0) return content.length === 14 && startsWith(content, JFIF);
  return marker === APP2 && content.length <= LONGEST_PROFILE && startsWith(content, ICC_PROFILE);
}

/** Where the coded picture data that begin at `start` end: at the next marker that is none of theirs. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let place = bytes.indexOf(MARKER, start); place !== -1; place = bytes.indexOf(MARKER, place + 1)) {
    const next = bytes[place + 1] ?? 0;
    // A stuffed zero, or a restart marker.
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return place;
  }
  return bytes.length;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size that a frame header says, or null. */
function sizeIn(content: Uint8Array): Size | null {
  if (content.length < 6) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const size = { height: view.getUint16(1), width: view.getUint16(3) };
  return size.width > 0 && size.height > 0 ? size : null;
}

interface Segment {
  readonly marker: number;
  readonly content: Uint8Array;
  /** Where the next one begins. */
  readonly next: number;
}

/** The segment that begins at `place`; null when there is no whole one. */
function segmentAt(bytes: Uint8Array, place: number): Segment | null {
  const marker = bytes[place + 1];
  if (bytes[place] !== MARKER || marker === undefined) return null;
  if (marker === EOI) return { marker, content: bytes.subarray(0, 0), next: place + 2 };
  const length = (bytes[place + 2] ?? 0) * 256 + (bytes[place + 3] ?? 0);
  const end = place + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  return { marker, content: bytes.subarray(place + 4, end), next: marker === SOS ? endOfScan(bytes, end) : end };
}

/** Judges a whole file. Total: any bytes give an answer. */
export function readJpeg(bytes: Uint8Array): Jpeg {
  if (bytes[0] !== MARKER || bytes[1] !== SOI) return NO_PICTURE;
  let size: Size | null = null;
  let hasScan = false;
  for (let place = 2; place < bytes.length;) {
    const segment = segmentAt(bytes, place);
    if (!segment) return NO_PICTURE;
    const { marker, content, next } = segment;
    // Whatever comes after the end is not of the picture.
    if (marker === EOI) return !size || !hasScan ? NO_PICTURE : next === bytes.length ? { ...size, fault: null } : METADATA;
    if (isApplication(marker) && !isHarmless(marker, content)) return METADATA;
    if (FRAMES.has(marker)) {
      // A second frame could be another picture.
      if (size) return NO_PICTURE;
      size = sizeIn(content);
      if (!size) return NO_PICTURE;
    } else if (marker === SOS) hasScan = size !== null;
    else if (!TABLES.has(marker) && !isApplication(marker)) return NO_PICTURE;
    place = next;
  }
  return NO_PICTURE;
}
