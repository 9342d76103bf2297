/*
 * Structured-clone values as JSON text and back. Used in Node and, as source text, in the page:
 * every function stands in `codecFunctions` and uses only these, so that their `toString()` is complete.
 */

/** A value that JSON cannot say, by kind. */
interface Tagged {
  readonly $: 'undefined' | 'number' | 'bigint' | 'date' | 'map' | 'set' | 'regexp' | 'buffer' | 'view' | 'error' | 'object';
  readonly v?: unknown;
  readonly view?: string;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCodePoint(...bytes.subarray(start, start + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.codePointAt(index) ?? 0;
  return bytes;
}

function encodeObject(value: object): unknown {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (Array.isArray(value)) return value.map((member: unknown) => encodeValue(member));
  if (kind === 'Date') return { $: 'date', v: (value as Date).getTime() };
  if (kind === 'Map') return { $: 'map', v: [...(value as Map<unknown, unknown>)].map((entry) => encodeValue(entry)) };
  if (kind === 'Set') return { $: 'set', v: [...(value as Set<unknown>)].map((member) => encodeValue(member)) };
  if (kind === 'RegExp') return { $: 'regexp', v: [(value as RegExp).source, (value as RegExp).flags] };
  if (kind === 'ArrayBuffer') return { $: 'buffer', v: toBase64(new Uint8Array(value as ArrayBuffer)) };
  if (ArrayBuffer.isView(value)) return { $: 'view', view: kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (kind === 'Error') return { $: 'error', v: [(value as Error).name, (value as Error).message, (value as Error).stack] };
  const entries = Object.entries(value).map(([key, member]: [string, unknown]) => [key, encodeValue(member)] as const);
  return '$' in value ? { $: 'object', v: entries } : Object.fromEntries(entries);
}

function encodeValue(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
  return typeof value === 'object' && value !== null ? encodeObject(value) : value;
}

function decodeView(name: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  if (name === 'Uint8Array') return bytes;
  const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[name];
  return View === undefined ? undefined : new View(bytes.buffer);
}

function decodeError([name, message, stack]: readonly [string, string, string]): Error {
  return Object.assign(new Error(message), { name, stack });
}

function decodeTagged({ $: kind, v, view }: Tagged): unknown {
  const list = (): unknown[] => (v as unknown[]).map((member) => decodeValue(member));
  if (kind === 'undefined') return undefined;
  if (kind === 'number') return Number(v);
  if (kind === 'bigint') return BigInt(v as string);
  if (kind === 'date') return new Date(v as number);
  if (kind === 'map') return new Map(list() as [unknown, unknown][]);
  if (kind === 'set') return new Set(list());
  if (kind === 'regexp') return new RegExp((v as string[])[0] ?? '', (v as string[])[1]);
  if (kind === 'buffer') return fromBase64(v as string).buffer;
  if (kind === 'view') return decodeView(String(view), fromBase64(v as string));
  if (kind === 'error') return decodeError(v as [string, string, string]);
  return Object.fromEntries((v as [string, unknown][]).map(([key, member]) => [key, decodeValue(member)]));
}

function decodeValue(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((member: unknown) => decodeValue(member));
  if ('$' in value) return decodeTagged(value as Tagged);
  return Object.fromEntries(Object.entries(value).map(([key, member]: [string, unknown]) => [key, decodeValue(member)]));
}

/** The text of a value; throws `An object could not be cloned.` as structured clone does. */
export function encode(value: unknown): string {
  return JSON.stringify(encodeValue(structuredClone(value)));
}

/** The value of a text. */
export function decode(text: string): unknown {
  return decodeValue(JSON.parse(text));
}

/** All of the above, for injection. */
export const codecFunctions: readonly ((...parameters: never[]) => unknown)[] = [
  toBase64, fromBase64, encodeObject, encodeValue, decodeView, decodeError, decodeTagged, decodeValue, encode, decode,
];
