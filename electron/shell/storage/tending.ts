import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../oauth/ports.ts';
import type { FileWork } from './file-work.ts';
import { healLinks } from './heal.ts';
import type { Vault } from './sealing.ts';
import { snapshotIfDue } from './snapshots.ts';
import type { Space } from './space.ts';
import { sqliteCode } from './sqlite.ts';

/** What tending came to. `changed`: the list shows something else now. `doubtful`: the database should be examined at the next opening. */
export interface Tended {
  readonly changed: boolean;
  readonly doubtful: boolean;
}

/** Looks after an open database while the program works with it. */
export interface Tending {
  /** Looks at every record, heals what does not open, and then makes the copy of the day. Whoever asks while that goes on waits for the same. */
  tend(): Promise<Tended>;
  /** Ends it at its next step. To be awaited before the database is closed. */
  settle(): Promise<void>;
  /** Ids of the links whose record does not open, as last looked through; another list when it changed. */
  unreadable(): readonly string[];
  /** Something was taken out of the database and of every copy for good. */
  removed(): void;
}

/** What is looked after: `file` is the database, `snapshots` the folder of its copies. */
export interface TendingParts {
  readonly db: DatabaseSync;
  readonly vault: Vault;
  readonly file: string;
  readonly snapshots: string;
  readonly clock: Clock;
  readonly space: Pick<Space, 'hasRoomFor'>;
  readonly work: Pick<FileWork, 'copy'>;
}

const NOTHING: Tended = { changed: false, doubtful: false };

const areSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((id, index) => id === other[index]);

class OpenTending implements Tending {
  readonly #parts: TendingParts;
  #unreadable: readonly string[] = [];
  #removals = 0;
  #isEnding = false;
  #running: Promise<Tended> | null = null;

  constructor(parts: TendingParts) {
    this.#parts = parts;
  }

  unreadable = (): readonly string[] => this.#unreadable;

  removed = (): void => {
    this.#removals += 1;
  };

  tend = async (): Promise<Tended> => {
    this.#running ??= this.#once().finally(() => (this.#running = null));
    return this.#running;
  };

  settle = async (): Promise<void> => {
    this.#isEnding = true;
    await this.#running;
  };

  async #once(): Promise<Tended> {
    if (this.#isEnding) return NOTHING;
    const looked = await this.#lookThrough();
    if (looked === 'ended') return NOTHING;
    const { snapshots: folder, ...parts } = this.#parts;
    const made = looked === 'failed' ? 'failed' : await snapshotIfDue({ ...parts, folder, removals: () => this.#removals });
    return { changed: looked === 'changed', doubtful: made === 'failed' };
  }

  async #lookThrough(): Promise<'changed' | 'same' | 'ended' | 'failed'> {
    const { db, vault, snapshots, clock } = this.#parts;
    try {
      const mayGoOn = async (): Promise<boolean> => {
        await nextTurn();
        return !this.#isEnding;
      };
      const looked = await healLinks({ db, vault, snapshots, at: clock.now(), mayGoOn });
      return looked ? this.#learn(looked.closed, looked.healed) : 'ended';
    } catch (error) {
      // A damaged page: the next opening examines the file, and nothing is copied over sound copies.
      if (sqliteCode(error) === null) throw error;
      return 'failed';
    }
  }

  #learn(closed: readonly string[], healed: boolean): 'changed' | 'same' {
    const isKnown = areSame(closed, this.#unreadable);
    if (!isKnown) this.#unreadable = closed;
    return isKnown && !healed ? 'same' : 'changed';
  }
}

/** Looks after the database of an open workspace. */
export function createTending(parts: TendingParts): Tending {
  return new OpenTending(parts);
}
