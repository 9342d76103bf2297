import { asObject, parseJson, textMember } from './json.ts';

/**
 * Finds a refresh token in any answer: the top-level member, else one anywhere inside the JSON, else a whole
 * `"refresh_token":"…"` in text that is no JSON (cut, or wrapped in something). A token whose closing quote is missing is
 * itself cut and is not returned: saving half a token would cost the good one. Null when there is none. Total.
 * `json` is the parsed body, undefined when it could not be parsed.
 */
export function findRefreshToken(body: string, json: unknown): string | null {
  return json === undefined ? findInText(body) : findInside(json);
}

/** From the top member down, without recursion: 64 KB of brackets must not exhaust the stack. */
function findInside(json: unknown): string | null {
  const waiting: unknown[] = [json];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const object = asObject(next);
    const found = object && textMember(object, 'refresh_token');
    if (found) return found;
    for (const member of Object.values(next)) waiting.push(member);
  }
  return null;
}

/** The last one wins, as it would in whole JSON. A backslash before the name means that we are inside another text. */
function findInText(body: string): string | null {
  const members = body.matchAll(/(?<!\\)"refresh_token"\s*:\s*("(?:[^"\\]|\\.)*")/g);
  const texts = [...members].map(([, quoted]) => parseJson(quoted ?? ''));
  return texts.findLast((text): text is string => typeof text === 'string' && text !== '') ?? null;
}
