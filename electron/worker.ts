import { parentPort, workerData } from 'node:worker_threads';
import { answerTask, type FileTask } from './shell/storage/file-thread.ts';

// The program of the threads that examine and copy the database: see `workBeside`, which gives them their task.

function isTask(value: unknown): value is FileTask {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' && 'to' in value && (value.to === null || typeof value.to === 'string');
}

const given: unknown = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
if (isTask(given)) void answerTask(given).then((answer) => parentPort?.postMessage(answer));
