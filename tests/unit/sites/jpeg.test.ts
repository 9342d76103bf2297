import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_PHOTO, MOST_PHOTOS } from '../../../electron/contract/visit-limits.ts';
import { readJpeg } from '../../../electron/sites/jpeg.ts';
import { acceptPhoto } from '../../../electron/sites/photo.ts';
import { COMMENT, EXIF, frame, jpeg, JFIF, PROFILE, SCAN, segment, TABLES, text, XMP } from './jpeg-parts.ts';

const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => new Uint8Array(parts.flat());
const START = [0xff, 0xd8];
const END = [0xff, 0xd9];
const refusedFor = (reason: string): unknown => ({ ok: false, problem: { code: 'L-87', reason } });

describe('a file that is to be a photo', () => {
  it('is read with its size: baseline, progressive with several scans, with a colour profile', () => {
    expect(readJpeg(jpeg(1600, 900))).toEqual({ width: 1600, height: 900, fault: null });
    expect(readJpeg(bytes(START, TABLES, frame(7, 9, 0xc2), SCAN, segment(0xc4, [1]), SCAN, END))).toEqual({ width: 7, height: 9, fault: null });
    expect(readJpeg(jpeg(10, 20, { more: PROFILE }))).toMatchObject({ width: 10 });
  });

  it.each([
    ['Exif, where the place stands', jpeg(8, 8, { more: EXIF })],
    ['XMP', jpeg(8, 8, { more: XMP })],
    ['a comment', jpeg(8, 8, { more: COMMENT })],
    ['the words of an agency', jpeg(8, 8, { more: segment(0xed, [1, 2, 3]) })],
    ['a second head with a thumbnail', jpeg(8, 8, { more: segment(0xe0, text('JFXX\0')) })],
    ['something behind its end', jpeg(8, 8, { after: [1, 2, 3] })],
    ['Exif between two scans', bytes(START, JFIF, TABLES, frame(8, 8), SCAN, EXIF, SCAN, END)],
    ['a comment behind the picture data', bytes(START, JFIF, TABLES, frame(8, 8), SCAN, COMMENT, END)],
    ['a colour profile too long for one', jpeg(8, 8, { more: segment(0xe2, [...text('ICC_PROFILE\0'), ...Array.from({ length: 5000 }, () => 0)]) })],
  ])('is refused with %s', (_what, file) => {
    expect(readJpeg(file)).toEqual({ fault: 'metadata' });
    expect(acceptPhoto(file, 0)).toEqual(refusedFor('metadata'));
  });

  it.each([
    ['nothing', bytes()],
    ['text', new TextEncoder().encode('This is not a picture.')],
    ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47])],
    ['no picture data', bytes(START, JFIF, TABLES, frame(8, 8), END)],
    ['no frame', bytes(START, JFIF, TABLES, SCAN, END)],
    ['two frames', bytes(START, TABLES, frame(8, 8), frame(9, 9), SCAN, END)],
    ['no width', bytes(START, TABLES, frame(0, 8), SCAN, END)],
    ['a frame of a kind that is not written', bytes(START, TABLES, frame(8, 8, 0xc9), SCAN, END)],
    ['no end', jpeg().subarray(0, -2)],
    ['a segment that reaches beyond the end', bytes(START, [0xff, 0xdb, 0xff, 0xff, 1])],
    ['a segment shorter than its own length', bytes(START, [0xff, 0xdb, 0, 1], frame(8, 8), SCAN, END)],
    ['a second beginning', bytes(START, START, TABLES, frame(8, 8), SCAN, END)],
  ])('is no picture when it is %s', (_what, file) => {
    expect(readJpeg(file)).toEqual({ fault: 'notPicture' });
  });

  it('is judged whatever it is made of, and a file that is accepted holds none of what tells where it was taken', () => {
    const part = fc.oneof(
      fc.constantFrom(START, END, JFIF, EXIF, XMP, COMMENT, PROFILE, TABLES, frame(8, 8), frame(2000, 10), SCAN, [0xff], [0]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 12 }),
    );
    const parts = fc.array(part, { maxLength: 3 });
    let accepted = 0;
    fc.assert(
      fc.property(parts, parts, parts, fc.boolean(), (first, second, third, whole) => {
        const file = whole ? bytes(START, ...first, TABLES, ...second, frame(8, 8), SCAN, ...third, END) : bytes(...first, ...second, ...third);
        const read = readJpeg(file);
        if (read.fault) return;
        accepted += 1;
        const asText = String.fromCodePoint(...file);
        // What stands in the coded data is noise; a whole segment of metadata is not accepted.
        for (const bad of [EXIF, XMP, COMMENT]) expect(asText.includes(String.fromCodePoint(...bad))).toBe(false);
        expect(Math.min(read.width, read.height)).toBeGreaterThan(0);
      }),
      { numRuns: 20_000 },
    );
    console.log(`JPEG: 20000 files of parts and noise judged, ${accepted} accepted`);
    expect(accepted).toBeGreaterThan(100);
  });

  it('is judged when any byte of a good one is another', () => {
    const good = jpeg();
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.nat({ max: good.length }), (place, value, length) => {
        const broken = good.slice();
        broken[place] = value;
        for (const file of [broken, broken.subarray(0, length)]) expect([null, 'notPicture', 'metadata']).toContain(readJpeg(file).fault);
      }),
      { numRuns: 5000 },
    );
  });

  it('may have 1600 pixels on its long side, two megabytes, and 59 others beside it', () => {
    expect(acceptPhoto(jpeg(1600, 1), MOST_PHOTOS - 1)).toEqual({ ok: true, value: { width: 1600, height: 1 } });
    expect(acceptPhoto(jpeg(1601, 1), 0)).toEqual(refusedFor('tooLarge'));
    expect(acceptPhoto(jpeg(1, 1601), 0)).toEqual(refusedFor('tooLarge'));
    expect(acceptPhoto(new Uint8Array(LARGEST_PHOTO + 1), 0)).toEqual(refusedFor('tooLarge'));
    expect(acceptPhoto(jpeg(), MOST_PHOTOS)).toEqual(refusedFor('tooMany'));
  });
});
