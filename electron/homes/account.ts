import { asObject, parseJson, textMember } from '../oauth/json.ts';
import type { JsonObject } from '../oauth/json.ts';
import type { Secret } from '../oauth/secret.ts';
import type { AccountIdentity } from './home.ts';

/** OpenID Connect Core §2 allows a `sub` no longer than this. */
const LONGEST_SUBJECT = 255;
const LONGEST_LABEL = 100;

/**
 * Whose account it is, read from the payloads of the tokens for display only: nothing is verified, nothing is trusted, no
 * claim is required. Order of spec 2.3: `emails[0]`, `email`, `preferred_username`, `name`, given and family name, else `…`
 * and the last four characters of the subject. The access token comes before the ID token: each renewal brings one, so the
 * subject stays comparable. Tokens that are no JWT, or say nothing, give label '' and subject null. Total.
 */
export function accountIdentity(tokens: { readonly accessToken: Secret; readonly idToken: Secret | null }): AccountIdentity {
  const payloads = [payloadOf(tokens.accessToken), payloadOf(tokens.idToken)].filter((payload) => payload !== null);
  const subject = firstOf(payloads, [(claims) => claim(claims, 'sub'), (claims) => claim(claims, 'oid')], LONGEST_SUBJECT);
  const label = firstOf(payloads, labels, LONGEST_LABEL);
  return { label: label ?? (subject === null ? '' : `…${Array.from(subject).slice(-4).join('')}`), subject };
}

type Reader = (claims: JsonObject) => string | null;

const labels: readonly Reader[] = [
  (claims) => masked(firstEmail(claims)),
  (claims) => masked(claim(claims, 'email')),
  (claims) => masked(claim(claims, 'preferred_username')),
  (claims) => personName(claim(claims, 'name')),
  (claims) => personName([claim(claims, 'given_name'), claim(claims, 'family_name')].filter((part) => part !== null).join(' ')),
];

function firstOf(payloads: readonly JsonObject[], readers: readonly Reader[], longest: number): string | null {
  const found = readers.flatMap((read) => payloads.map(read)).find((text) => text !== null && text.length <= longest);
  return found ?? null;
}

function firstEmail(claims: JsonObject): string | null {
  const emails: unknown = Object.hasOwn(claims, 'emails') ? claims['emails'] : null;
  const first: unknown = Array.isArray(emails) ? emails[0] : null;
  return typeof first === 'string' ? plain(first) : null;
}

function claim(claims: JsonObject, name: string): string | null {
  return plain(textMember(claims, name) ?? '');
}

/** Without control characters; null when nothing is left, or the engine's own word for "not told". */
function plain(text: string): string | null {
  const shown = text.toWellFormed().replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return shown === '' || shown.toLowerCase() === 'unknown' ? null : shown;
}

/** `claire.dupont@orange.fr` → `c…t@orange.fr`; up to three characters before the `@` show one at most. Never the whole. */
export function maskedAddress(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? maskedWord(text) : `${maskedWord(text.slice(0, at))}${text.slice(at)}`;
}

function masked(text: string | null): string | null {
  return text === null ? null : maskedAddress(text);
}

function maskedWord(word: string): string {
  const characters = Array.from(word);
  const first = characters.length > 1 ? characters[0] : '';
  const last = characters.length > 3 ? characters.at(-1) : '';
  return `${first ?? ''}…${last ?? ''}`;
}

/** `Claire Dupont` → `Claire D.`; some accounts carry the e-mail address as their name, which is masked. */
function personName(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (text.includes('@')) return masked(text);
  const words = text.split(' ');
  const initial = Array.from(words.at(-1) ?? '')[0] ?? '';
  return words.length < 2 ? text : `${words[0] ?? ''} ${initial}.`;
}

/** The payload of a JWT (RFC 7519 §3); null for anything else, an encrypted one included. */
function payloadOf(token: Secret | null): JsonObject | null {
  const parts = token?.reveal().split('.') ?? [];
  const payload = parts.length === 3 ? parts[1] : undefined;
  return payload === undefined ? null : asObject(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
}
