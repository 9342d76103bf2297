import logger from 'electron-log/node';
import type { LogSink } from './log.ts';

/** When the file is larger it becomes `<name>.old.log`, so that the two together stay below 2 MB. */
const MAXIMUM_BYTES = 1024 * 1024;

/** Writes lines with a time stamp to `file` (for the program `<userData>/logs/liaison.log`) and nowhere else. */
export function createLogFile(file: string): LogSink {
  const writer = logger.create({ logId: file });
  const { transports } = writer;
  transports.file.resolvePathFn = () => file;
  transports.file.maxSize = MAXIMUM_BYTES;
  transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms}{z} {text}';
  transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  transports.console.level = false;
  // The library reports its own trouble through the console whatever the level is.
  transports.console.writeFn = () => undefined;
  return { write: (line) => writer.info(line) };
}
