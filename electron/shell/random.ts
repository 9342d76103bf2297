import { randomBytes } from 'node:crypto';
import type { Random } from '../oauth/ports.ts';

/** Unpredictable bytes from the operating system. */
export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };
