import type { z } from 'zod';

/** What `text` holds, or null when it is null, no JSON or not of this shape: a damaged detail never hides the rest of a row. */
export function readJson<Value>(schema: z.ZodType<Value>, text: string | null): Value | null {
  if (text === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The text kept in a column for `value`; null stays null. */
export function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
