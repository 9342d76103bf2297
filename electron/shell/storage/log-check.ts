import { existsSync, readFileSync } from 'node:fs';

/** The format of a write-ahead log: sqlite.org/fileformat2.html#walformat. Sizes in bytes. */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x37_7f_06_82;
/** SQLite's usual size of a page, ours too: used when the header cannot be believed. */
const PAGE = 4096;

type Sums = readonly [number, number];

/** SQLite's cumulative checksum over `bytes`, whose length is a multiple of 8. */
function sum(bytes: DataView, start: number, end: number, littleEndian: boolean, [first, second]: Sums): Sums {
  let [one, two] = [first, second];
  for (let place = start; place < end; place += 8) {
    one = (one + bytes.getUint32(place, littleEndian) + two) >>> 0;
    two = (two + bytes.getUint32(place + 4, littleEndian) + one) >>> 0;
  }
  return [one, two];
}

function sumsAt(bytes: DataView, place: number): Sums {
  return [bytes.getUint32(place), bytes.getUint32(place + 4)];
}

const same = ([one, two]: Sums, [first, second]: Sums): boolean => one === first && two === second;

interface Log {
  readonly bytes: DataView;
  readonly littleEndian: boolean;
  readonly frameSize: number;
  readonly isHeaderSound: boolean;
}

function readLog(file: string): Log | null {
  const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  if (content.length <= HEADER + FRAME_HEADER) return null;
  const bytes = new DataView(content.buffer, content.byteOffset, content.length);
  const littleEndian = (bytes.getUint32(0) & 1) === 0;
  const isHeaderSound = bytes.getUint32(0) >>> 1 === MAGIC >>> 1 && same(sum(bytes, 0, HEADER - 8, littleEndian, [0, 0]), sumsAt(bytes, HEADER - 8));
  return { bytes, littleEndian, frameSize: FRAME_HEADER + (isHeaderSound ? bytes.getUint32(8) : PAGE), isHeaderSound };
}

/** Where the frames that SQLite accepts end: at the first one whose salt or checksum does not fit. */
function endOfSoundFrames({ bytes, littleEndian, frameSize }: Log): number {
  let sums = sumsAt(bytes, HEADER - 8);
  let place = HEADER;
  for (; place + frameSize <= bytes.byteLength; place += frameSize) {
    sums = sum(bytes, place, place + 8, littleEndian, sums);
    sums = sum(bytes, place + FRAME_HEADER, place + frameSize, littleEndian, sums);
    if (!same(sumsAt(bytes, place + 8), sumsAt(bytes, 16)) || !same(sums, sumsAt(bytes, place + 16))) break;
  }
  return place;
}

/** How many transactions of the round with this salt end in the frames from `start` on. Frames left over from an earlier round have another one. */
function commitsFrom({ bytes, frameSize }: Log, start: number, salt: Sums): number {
  let commits = 0;
  for (let place = start; place + frameSize <= bytes.byteLength; place += frameSize) {
    if (same(sumsAt(bytes, place + 8), salt) && bytes.getUint32(place + 4) > 0) commits += 1;
  }
  return commits;
}

/**
 * Whether the write-ahead log of a database lost something that was acknowledged. SQLite drops everything from the first damaged
 * frame on without a word. A power cut may leave the last transaction half written, and it alone: it is synced before
 * the next one begins. So two or more that end behind the damage mean that one of them was acknowledged.
 */
export function logWasCut(file: string): boolean {
  const log = readLog(file);
  if (!log) return false;
  const { bytes, isHeaderSound } = log;
  const commits = isHeaderSound ? commitsFrom(log, endOfSoundFrames(log), sumsAt(bytes, 16)) : commitsFrom(log, HEADER, sumsAt(bytes, HEADER + 8));
  return commits > 1;
}
