import { createHash } from 'node:crypto';
import { z } from 'zod';
import { callNames, type CallName } from '../contract/call-names.ts';
import { problemCodes } from '../contract/problems.ts';

/** Everything the log can say happened. */
export const logEvents = [
  'program.ready', 'program.quit',
  'call.senderRefused', 'call.callRefused', 'call.callFailed', 'call.answerRefused',
  'return.accepted', 'return.refused', 'attempt.changed', 'link.stored', 'link.renewed', 'link.uncertain', 'link.ended', 'link.unlinked',
  'power.suspend', 'power.resume', 'background.begun', 'background.failed', 'background.ended', 'notices.failed', 'storage.opened', 'storage.setAside', 'storage.problem',
  'storage.untended', 'storage.noThread',
  'update.failed', 'update.ready', 'update.installing',
] as const;
/** The name of an event. */
export type LogEvent = (typeof logEvents)[number];

const knownCalls: ReadonlySet<unknown> = new Set(callNames);

/** Words a field may hold, besides problem codes and the names of calls. */
export const logWords = {
  source: ['argv', 'second-instance', 'open-url', 'loopback', 'pasted'],
  route: ['scheme', 'bounce', 'loopback'],
  mode: ['practice', 'real'],
  step: ['idle', 'preparing', 'signingOut', 'waiting', 'exchanging', 'readingHomes', 'confirming', 'storing', 'stored', 'ended'],
  outcome: [
    'tokens', 'unusable', 'invalidGrant', 'companyRefused', 'refused', 'nothingSent', 'uncertain', 'backOff',
    'homes', 'noKey', 'unauthorized', 'problem', 'answered', 'silent', 'failed', 'ok',
  ],
  failure: ['offline', 'dns', 'refused', 'proxy', 'tls', 'timeout', 'reset', 'redirected', 'tooLarge', 'stopped', 'other'],
  condition: ['active', 'uncertain', 'suspect', 'relinkRequired', 'quarantined'],
  platform: ['windows', 'mac', 'linux'],
  backend: ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown', 'win32', 'darwin'],
} as const;

declare const masked: unique symbol;
/** An id of ours shortened beyond recovery; only `maskId` makes one. */
export type MaskedId = string & { readonly [masked]: true };

/** The first 8 hexadecimal digits of the id's SHA-256: enough to follow one link through a log, too little to be the id. */
export function maskId(id: string): MaskedId {
  return maskedSchema.parse(`#${createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 8)}`);
}

const maskedSchema = z.custom<MaskedId>((value) => typeof value === 'string' && /^#[0-9a-f]{8}$/.test(value));
const number = z.number();

/** Every field and what it may hold: numbers, booleans, problem codes, words of a list, masked ids. Never free text. */
const fieldSchemas = {
  code: z.enum(problemCodes),
  call: z.custom<CallName>((value) => knownCalls.has(value)),
  link: maskedSchema,
  site: maskedSchema,
  attempt: maskedSchema,
  source: z.enum(logWords.source),
  route: z.enum(logWords.route),
  mode: z.enum(logWords.mode),
  step: z.enum(logWords.step),
  outcome: z.enum(logWords.outcome),
  failure: z.enum(logWords.failure),
  condition: z.enum(logWords.condition),
  platform: z.enum(logWords.platform),
  backend: z.enum(logWords.backend),
  ok: z.boolean(),
  cold: z.boolean(),
  packaged: z.boolean(),
  status: number,
  port: number,
  count: number,
  generation: number,
  milliseconds: number,
} as const;
const fields: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(fieldSchemas));

/** The fields of one line; all optional. */
export type LogFields = { readonly [Name in keyof typeof fieldSchemas]?: z.infer<(typeof fieldSchemas)[Name]> };

/** Takes finished lines, without a time stamp. */
export interface LogSink {
  write(line: string): void;
}

/** The log. It never throws and lets nothing through that is not on its lists. */
export interface Log {
  write(event: LogEvent, details?: LogFields): void;
}

/** What stands in place of anything that is not allowed. */
export const REFUSED = '[refused]';

function allowed(name: string, value: unknown): readonly [string, unknown] {
  const schema = fields.get(name);
  // The name of an unknown field could itself be a secret.
  if (!schema) return [REFUSED, REFUSED];
  const parsed = schema.safeParse(value);
  return [name, parsed.success ? parsed.data : REFUSED];
}

function lineOf(event: unknown, details: object): string {
  const known = logEvents.find((name) => name === event) ?? REFUSED;
  const entries = Object.entries(details).filter(([, value]) => value !== undefined);
  return JSON.stringify({ event: known, ...Object.fromEntries(entries.map(([name, value]) => allowed(name, value))) });
}

/** A log into `sink`. The types leave no room for free text; at run time whatever slips past them becomes `[refused]`. */
export function createLog(sink: LogSink): Log {
  return {
    write: (event, details = {}) => {
      try {
        sink.write(lineOf(event, details));
      } catch {
        // A log that cannot be written must not stop the program.
      }
    },
  };
}

const LINE = /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)) (?<entry>\{.*\})$/u;
const entrySchema = z.looseObject({ event: z.enum(logEvents) });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * One line of the log file as `time event name=value …`, made anew out of what is on the lists; null for a line that is not of this log. A
 * file can be changed by anybody, so nothing is taken over as it stands.
 */
export function readLogLine(line: string): string | null {
  const { time, entry } = LINE.exec(line)?.groups ?? {};
  const read = entrySchema.safeParse(jsonOf(entry ?? ''));
  if (time === undefined || !read.success) return null;
  const { event, ...details } = read.data;
  const words = Object.entries(details).map(([name, value]) => allowed(name, value)).map(([name, value]) => `${name}=${String(value)}`);
  return [time, event, ...words].join(' ').slice(0, 400);
}
