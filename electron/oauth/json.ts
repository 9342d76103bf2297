/** A JSON object whose members are still unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON (RFC 8259), a leading byte order mark tolerated; undefined when it is damaged. Total. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** The value itself when it is a JSON object (no array, no null), else null. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The object's own member as a text with at least one character, else null. */
export function textMember(object: JsonObject, name: string): string | null {
  const value = Object.hasOwn(object, name) ? object[name] : null;
  return typeof value === 'string' && value !== '' ? value : null;
}
