import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** What a later instance tells the first one. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** One instance per data folder: a file with the process id, and a mailbox folder for the arguments of later instances. */
export class SingleInstanceLock {
  private readonly lockFile: string;
  private readonly mailbox: string;
  private watcher: FSWatcher | undefined;

  constructor(folder: string) {
    this.lockFile = path.join(folder, 'StandinLock');
    this.mailbox = path.join(folder, 'StandinMailbox');
  }

  /** True: this process is the first. False: `message` was handed to the first. */
  acquire(message: SecondInstance, onSecond: (message: SecondInstance) => void): boolean {
    mkdirSync(this.mailbox, { recursive: true });
    for (;;) {
      if (this.tryLock()) break;
      const pid = Number(readText(this.lockFile) ?? 0);
      if (pid > 0 && isAlive(pid)) {
        this.deliver(message);
        return false;
      }
      // Its owner was killed, or is just writing it; an empty file is tried again.
      if (pid > 0) rmSync(this.lockFile, { force: true });
    }
    for (const name of readdirSync(this.mailbox)) rmSync(path.join(this.mailbox, name), { force: true });
    this.watcher = watch(this.mailbox, () => this.collect(onSecond)).unref();
    return true;
  }

  release(): void {
    this.watcher?.close();
    rmSync(this.lockFile, { force: true });
  }

  private tryLock(): boolean {
    try {
      writeFileSync(this.lockFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    }
  }

  /** Written under another name first, so that the reader never sees half a message. */
  private deliver(message: SecondInstance): void {
    const file = path.join(this.mailbox, `${String(Date.now())}-${String(process.pid)}`);
    writeFileSync(`${file}.tmp`, JSON.stringify(message));
    renameSync(`${file}.tmp`, `${file}.json`);
  }

  private collect(onSecond: (message: SecondInstance) => void): void {
    if (!existsSync(this.mailbox)) return;
    for (const name of readdirSync(this.mailbox).filter((each) => each.endsWith('.json')).toSorted()) {
      const text = readText(path.join(this.mailbox, name));
      rmSync(path.join(this.mailbox, name), { force: true });
      if (text !== undefined) onSecond(JSON.parse(text) as SecondInstance);
    }
  }
}
