/** Name and value pairs in the order in which they are sent. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/**
 * Encodes pairs for a query or a form body (RFC 6749 appendix B). Only unreserved characters stay as they are, so that
 * secrets with quotes, braces, `+` or `$` survive every server (spec 2.3); a lone surrogate becomes U+FFFD, never an exception.
 */
export function formEncode(parameters: Parameters): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}

/** Encodes one text as a path segment or value: everything but `A–Z a–z 0–9 - . _ ~` (RFC 3986 §2.3). Total. */
export function percentEncode(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed());
  return encoded.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Decodes one name or value of a query (RFC 6749 appendix B: `+` is a blank); null when the percent encoding is damaged. */
export function formDecode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
