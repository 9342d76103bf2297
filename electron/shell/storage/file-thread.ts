import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { workHere, type FileWork } from './file-work.ts';

/** What a thread is started for: to examine `file`, or to copy it when there is a `to`. */
export interface FileTask {
  readonly file: string;
  readonly to: string | null;
}

/** How it ended. `refused`: a damaged page or the disk. */
export type FileAnswer = 'sound' | 'damaged' | 'copied' | 'refused';

const answers: ReadonlySet<unknown> = new Set<FileAnswer>(['sound', 'damaged', 'copied', 'refused']);
const isAnswer = (value: unknown): value is FileAnswer => answers.has(value);

/** The program of the thread. */
export async function answerTask({ file, to }: FileTask): Promise<FileAnswer> {
  try {
    if (to === null) return (await workHere.isSound(file)) ? 'sound' : 'damaged';
    await workHere.copy(file, to);
    return 'copied';
  } catch {
    return 'refused';
  }
}

async function run(script: string, task: FileTask): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.once('message', (answer: unknown) => (isAnswer(answer) ? resolve(answer) : reject(new Error('What the thread answers makes no sense.'))));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });
}

/** Bytes that are worked through faster than a thread is started: some ten milliseconds. */
const SMALL = 2 * 2 ** 20;

const isSmall = (file: string, small: number): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < small;

const refused = (): never => {
  throw new Error('The file could not be read, or the copy not be written.');
};

/**
 * Does the work on a thread of its own, whose program is the file `script`, so that a large book does not hold the window up; files below `small` bytes are
 * not worth one. Where the system starts no thread the work is done here all the same, and `noThread` is told.
 */
export function workBeside(script: string, noThread: () => void, small = SMALL): FileWork {
  const answer = async (task: FileTask): Promise<FileAnswer> => {
    if (isSmall(task.file, small)) return answerTask(task);
    return run(script, task).catch(async () => {
      noThread();
      return answerTask(task);
    });
  };
  return {
    isSound: async (file) => {
      const found = await answer({ file, to: null });
      return found === 'refused' ? refused() : found === 'sound';
    },
    copy: async (file, to) => void ((await answer({ file, to })) === 'copied' || refused()),
  };
}
