/** Invented JPEG files, part by part (ITU-T T.81, annex B). */

export const text = (content: string): number[] => [...new TextEncoder().encode(content)];
const word = (number: number): number[] => [number >> 8, number & 0xff];

/** A segment: marker, length, content. */
export function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...word(content.length + 2), ...content];
}

export const JFIF = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
/** A place on earth, as a phone writes it. */
export const EXIF = segment(0xe1, [...text('Exif\0\0MM'), 0, 42, ...text('GPSLatitude 45.8336')]);
export const XMP = segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<GPS/>'));
export const COMMENT = segment(0xfe, text('taken in Limoges'));
export const PROFILE = segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, 0, 0]);
export const TABLES = [...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]), ...segment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)])];

export function frame(width: number, height: number, marker = 0xc0): number[] {
  return segment(marker, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]);
}

/** The head of a scan and its data, with a stuffed zero and a restart marker in it. */
export const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56];

/** A whole file with `more` behind its head and `after` behind its end. */
export function jpeg(width = 1600, height = 1200, { more = [], after = [] }: { readonly more?: readonly number[]; readonly after?: readonly number[] } = {}): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0xff, 0xd8, ...JFIF, ...more, ...TABLES, ...frame(width, height), ...SCAN, 0xff, 0xd9, ...after]);
}
