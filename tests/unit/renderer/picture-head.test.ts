import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHead } from '../../../renderer/screens/site/picture-head.ts';
import { EXIF, jpeg } from '../sites/jpeg-parts.ts';

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(24);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('the first bytes of a file', () => {
  it('say how large a JPEG or PNG will be before it is decoded', () => {
    expect(pictureHead(jpeg(4000, 3000, { more: EXIF }))).toEqual({ isPicture: true, pixels: 12_000_000 });
    expect(pictureHead(png(30_000, 30_000))).toEqual({ isPicture: true, pixels: 900_000_000 });
  });

  it.each([['GIF89a'], ['RIFF\0\0\0\0WEBPVP8 '], ['\0\0\0\u0020ftypheic'], ['BM\0\0'], ['II*\0'], ['MM\0*']])('know a picture of another kind: %j', (start) => {
    expect(pictureHead(text(start))).toEqual({ isPicture: true, pixels: null });
  });

  it.each([[''], ['This is a text.'], ['%PDF-1.7'], ['RIFF\0\0\0\0WAVE'], ['<svg xmlns="http://www.w3.org/2000/svg"/>']])('know what is no picture: %j', (start) => {
    expect(pictureHead(text(start)).isPicture).toBe(false);
  });

  it('are judged whatever they are', () => {
    const starts = fc.constantFrom([], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff], [0xff, 0xd8, 0xff, 0xe0, 0, 0]);
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 60 }), (start, rest) => {
        const { pixels } = pictureHead(new Uint8Array([...start, ...rest]));
        expect(pixels === null || pixels >= 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
