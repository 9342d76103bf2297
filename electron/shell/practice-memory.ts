import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { PracticeMemory, PracticeState } from '../practice/authority.ts';

/** The file of the practice authority in the folder of practice. */
export const AUTHORITY_MEMORY = 'practice-authority.json';

const stateSchema = z.object({
  families: z.array(
    z.object({ id: z.string(), subject: z.string(), tokens: z.array(z.object({ hash: z.string(), issuedAt: z.number(), replacedAt: z.number().nullable() })) }),
  ),
});

/** What the file holds; null when there is none, or it is damaged: practice then begins afresh, and invented links ask for a new sign-in. */
export function authorityState(file: string): PracticeState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** What the practice authority remembers between two runs: hashes only, so that a practice link survives a restart. */
export function fileMemory(file: string): PracticeMemory {
  return { load: () => authorityState(file), save: (state) => writeFileSync(file, JSON.stringify(state)) };
}
