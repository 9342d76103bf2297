import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Kinds of processors, as Windows numbers them. */
export const MACHINES = { x64: 0x86_64, arm64: 0xaa_64 } as const;

const ENGLISH = { lang: 1033, codepage: 1200 } as const;
/** An empty executable of resedit has its first section here. */
const FIRST_ADDRESS = 0x10_00;
const EXPORT_DIRECTORY = 0;

function withVersion(executable: NtExecutable, product: string, version: string): void {
  const resource = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.setFileVersion(version, ENGLISH.lang);
  info.setProductVersion(version, ENGLISH.lang);
  info.setStringValues(ENGLISH, { ProductName: product, FileDescription: product, CompanyName: 'Nobody', OriginalFilename: 'electron.exe' });
  info.outputToResourceEntries(resource.entries);
  resource.outputResource(executable);
}

/** A program for Windows that holds `payload` and version strings and does nothing. */
export function emptyProgram(machine: number, product: string, version: string, payload: Buffer): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  executable.newHeader.fileHeader.machine = machine;
  withVersion(executable, product, version);
  return Buffer.concat([Buffer.from(executable.generate()), payload]);
}

interface Table {
  readonly names: readonly string[];
  readonly base: number;
}

const DIRECTORY_SIZE = 40;

/** Addresses of functions (all the same, never called), of names, and the ordinals, then the names themselves. */
function exportTable(library: string, { names, base }: Table): Buffer {
  const sorted = names.toSorted();
  const tables = sorted.length * 10;
  const texts = [library, ...sorted].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const data = Buffer.concat([Buffer.alloc(DIRECTORY_SIZE + tables), ...texts]);
  const functions = DIRECTORY_SIZE;
  const pointers = functions + sorted.length * 4;
  const ordinals = pointers + sorted.length * 4;
  let text = DIRECTORY_SIZE + tables;
  const head = [[12, base + text], [16, 1], [20, sorted.length], [24, sorted.length], [28, base + functions], [32, base + pointers], [36, base + ordinals]] as const;
  for (const [offset, value] of head) data.writeUInt32LE(value, offset);
  for (const [index, length] of texts.slice(0, -1).map((each) => each.length).entries()) {
    text += length;
    data.writeUInt32LE(base, functions + index * 4);
    data.writeUInt32LE(base + text, pointers + index * 4);
    data.writeUInt16LE(index, ordinals + index * 2);
  }
  return data;
}

/** A 32-bit library for Windows that names `names` and can do none of it. */
export function emptyLibrary(library: string, names: readonly string[]): Buffer {
  const executable = NtExecutable.createEmpty(true, true);
  const data = exportTable(library, { names, base: FIRST_ADDRESS });
  executable.setSectionByEntry(EXPORT_DIRECTORY, {
    info: {
      name: '.edata', virtualSize: data.length, virtualAddress: FIRST_ADDRESS, sizeOfRawData: data.length, pointerToRawData: 0,
      pointerToRelocations: 0, pointerToLineNumbers: 0, numberOfRelocations: 0, numberOfLineNumbers: 0, characteristics: 0x40_00_00_40,
    },
    data: new Uint8Array(data).buffer,
  });
  return Buffer.from(executable.generate());
}

/** What a Windows executable says of itself. */
export interface ProgramFacts {
  readonly machine: number;
  readonly strings: Readonly<Record<string, string>>;
  readonly icons: number;
  /** What Electron compares the archive with, as JSON. Undefined: nothing. */
  readonly integrity: string | undefined;
}

/** Reads version strings, the number of pictures in the first icon, and the checksum of the archive. Throws when it is no executable. */
export function readProgram(file: Buffer): ProgramFacts {
  const executable = NtExecutable.from(file, { ignoreCert: true });
  const { entries } = NtExecutableResource.from(executable, true);
  const [info] = Resource.VersionInfo.fromEntries(entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  return {
    machine: executable.newHeader.fileHeader.machine,
    strings: info && language ? info.getStringValues(language) : {},
    icons: Resource.IconGroupEntry.fromEntries(entries)[0]?.icons.length ?? 0,
    integrity: integrity && Buffer.from(integrity.bin).toString('utf8'),
  };
}
