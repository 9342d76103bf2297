/** A picture of `size` × `size` pixels as a PNG file. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

const ICO_HEADER = 6;
const ICO_ENTRY = 16;

function icoEntry({ size, png }: Picture, offset: number): Buffer {
  const entry = Buffer.alloc(ICO_ENTRY);
  // 0 means 256.
  entry.writeUInt8(size % 256, 0);
  entry.writeUInt8(size % 256, 1);
  entry.writeUInt16LE(1, 4);
  entry.writeUInt16LE(32, 6);
  entry.writeUInt32LE(png.length, 8);
  entry.writeUInt32LE(offset, 12);
  return entry;
}

/** A Windows icon: a table, then the PNG files as they are. No picture may be larger than 256 pixels. */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = ICO_HEADER + ICO_ENTRY * pictures.length;
  const entries = pictures.map((picture) => {
    const entry = icoEntry(picture, offset);
    offset += picture.png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** The kinds of a macOS icon that hold PNG files, with their pixels: ic11 to ic14 are the double resolutions of 16, 32, 128 and 256 points. */
const ICNS_KINDS: Readonly<Record<string, number>> = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

function icnsBlock(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'ascii');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

/** A macOS icon. Throws when one of its sizes is missing. */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const pngOf = (size: number): Buffer => {
    const found = pictures.find((picture) => picture.size === size);
    if (!found) throw new Error(`no picture of ${String(size)} pixels`);
    return found.png;
  };
  return icnsBlock('icns', Buffer.concat(Object.entries(ICNS_KINDS).map(([kind, size]) => icnsBlock(kind, pngOf(size)))));
}
