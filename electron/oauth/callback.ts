import { createHash, timingSafeEqual } from 'node:crypto';
import type { Discovery } from './discovery.ts';
import { correlationIdOf } from './errors.ts';
import { formDecode } from './form.ts';
import { Secret } from './secret.ts';

/** Why an address that is ours cannot be read. */
export type MalformedReason = 'tooLong' | 'fragment' | 'characters' | 'encoding' | 'duplicate' | 'empty' | 'codeAndError' | 'neitherCodeNorError' | 'missingState';

/** What a string that claims to be a return means (RFC 6749 §4.1.2, §4.1.2.1; `issuer` is `iss` of RFC 9207). */
export type CallbackResult =
  | { readonly kind: 'code'; readonly code: Secret; readonly state: Secret; readonly issuer: string | null }
  | {
      readonly kind: 'error';
      readonly error: string;
      /** Text of the server: for `problemFromOAuthError` only, never shown or logged. */
      readonly description: string | null;
      readonly correlationId: string | null;
      readonly state: Secret | null;
      readonly issuer: string | null;
    }
  | { readonly kind: 'notOurs' }
  | { readonly kind: 'malformed'; readonly reason: MalformedReason };

const MAXIMUM_BYTES = 8 * 1024;
const knownNames = new Set(['code', 'state', 'error', 'iss', 'error_description']);

type Reading = { readonly values: ReadonlyMap<string, string> } | { readonly reason: MalformedReason };

/**
 * Reads any string as a return to one of `acceptedUris`. Total: never throws. The part before the query must be one of
 * them letter by letter (RFC 9700 §2.1), else it is not ours; parameters may come in any order, unknown ones are ignored,
 * known ones must be there at most once. Whether the return belongs to the attempt is for `matchState` to say.
 */
export function parseCallback(raw: string, acceptedUris: readonly string[]): CallbackResult {
  const base = /^[^?#]*/.exec(raw)?.[0] ?? '';
  if (base === '' || !acceptedUris.includes(base)) return { kind: 'notOurs' };
  const fault = shapeFault(raw);
  if (fault) return malformed(fault);
  const reading = readParameters(raw.slice(base.length + 1));
  return 'reason' in reading ? malformed(reading.reason) : meaningOf(reading.values);
}

function shapeFault(raw: string): MalformedReason | null {
  if (raw.length > MAXIMUM_BYTES || Buffer.byteLength(raw) > MAXIMUM_BYTES) return 'tooLong';
  if (raw.includes('#')) return 'fragment';
  return /[\s\p{Cc}\p{Cs}]/u.test(raw) ? 'characters' : null;
}

function readParameters(query: string): Reading {
  const values = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name, value] = splitPair(pair);
    if (name === null || !knownNames.has(name)) continue;
    const fault = values.has(name) ? 'duplicate' : valueFault(name, value);
    if (fault || value === null) return { reason: fault ?? 'encoding' };
    values.set(name, value);
  }
  return { values };
}

/** Names are decoded before they are compared, so that `c%6fde` cannot hide a second `code`. */
function splitPair(pair: string): readonly [name: string | null, value: string | null] {
  const equals = pair.indexOf('=');
  if (equals < 0) return [formDecode(pair), ''];
  return [formDecode(pair.slice(0, equals)), formDecode(pair.slice(equals + 1))];
}

/** A description is free text and may be empty or hold line breaks (spec 2.3); the other members may not. */
function valueFault(name: string, value: string | null): MalformedReason | null {
  if (value === null) return 'encoding';
  if (name === 'error_description') return null;
  if (value === '') return 'empty';
  return /\p{Cc}/u.test(value) ? 'characters' : null;
}

function meaningOf(values: ReadonlyMap<string, string>): CallbackResult {
  const code = values.get('code');
  const error = values.get('error');
  if (code !== undefined && error !== undefined) return malformed('codeAndError');
  if (error !== undefined) return errorReturn(error, values);
  return code === undefined ? malformed('neitherCodeNorError') : codeReturn(code, values);
}

function codeReturn(code: string, values: ReadonlyMap<string, string>): CallbackResult {
  const state = values.get('state');
  if (state === undefined) return malformed('missingState');
  return { kind: 'code', code: new Secret(code), state: new Secret(state), issuer: values.get('iss') ?? null };
}

function errorReturn(error: string, values: ReadonlyMap<string, string>): CallbackResult {
  const state = values.get('state');
  const description = values.get('error_description') ?? null;
  return {
    kind: 'error',
    error,
    description,
    correlationId: correlationIdOf(description),
    state: state === undefined ? null : new Secret(state),
    issuer: values.get('iss') ?? null,
  };
}

function malformed(reason: MalformedReason): CallbackResult {
  return { kind: 'malformed', reason };
}

/** True when the returned `state` is the expected one. Takes the same time wherever the first difference is; a missing state never matches. */
export function matchState(expected: Secret, actual: Secret | null): boolean {
  return actual !== null && timingSafeEqual(digest(expected), digest(actual));
}

/** Both sides become 32 bytes, so that not even the length can be measured. UTF-16 keeps lone surrogates apart. */
function digest(secret: Secret): Buffer {
  return createHash('sha256').update(secret.reveal(), 'utf16le').digest();
}

/**
 * True unless the return names another issuer than the discovery document does (RFC 9207 §2.4, plain comparison). Without
 * `iss` or without a known issuer there is nothing to compare: discovery is optional, and its issuer may be on another host (spec 2.4).
 */
export function matchIssuer(issuer: string | null, discovery: Discovery | null): boolean {
  const expected = discovery?.issuer ?? null;
  return issuer === null || expected === null || issuer === expected;
}
