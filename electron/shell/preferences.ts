import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { signInBrowserSchema, type SignInBrowserChoice } from '../contract/browsers.ts';
import type { Problem } from '../contract/problems.ts';
import { appLanguages } from '../contract/languages.ts';
import { MOST_RECENT } from '../contract/recent.ts';
import { failure, success, type Result } from '../contract/result.ts';
import { settingsSchema, type Settings } from '../contract/settings.ts';
import { secretReminderSchema, type SecretReminder } from '../contract/secret-reminder.ts';
import type { Clock } from '../oauth/ports.ts';
import type { ToldNotices } from '../sites/notices.ts';
import { setFileAside } from './storage/files.ts';

/** What the program remembers besides its data. Nothing here is needed to keep a link. */
export interface PreferenceValues extends Settings {
  readonly language: (typeof appLanguages)[number];
  readonly companyName: string | null;
  /** Who works with this laptop, for the history of sites; '' when nobody gave a name. */
  readonly personName: string;
  readonly firstStartDone: boolean;
  readonly mode: 'practice' | 'real';
  /** Somebody has answered whether links may be renewed in the background. */
  readonly backgroundAnswered: boolean;
  /** The reminder of the secret's age that was put away last: for the secret set then (milliseconds since 1970-01-01 UTC), at that level. */
  readonly secretReminderSeen: { readonly setAt: number; readonly level: SecretReminder['level'] } | null;
  /** What a run in the background said last, and when, so that it does not say the same every day. */
  readonly lastConcern: { readonly kind: string; readonly at: number } | null;
  /** What a notification of an ordinary run said last for each reason, and when (milliseconds since 1970-01-01 UTC). */
  readonly told: ToldNotices;
  /** What Ready for site keeps, for each mode on its own: practice proves nothing of reality. Its desk knows the shape (`readiness/stored.ts`), which no window waits for. */
  readonly readiness: { readonly practice?: unknown; readonly real?: unknown };
  /** Ids of the sites that were opened last, newest first, for each mode on its own. Names are looked up in the book: none is kept here. */
  readonly recentSites: { readonly practice?: string[] | undefined; readonly real?: string[] | undefined };
  /** Where the sign-in page opens. */
  readonly signInBrowser: SignInBrowserChoice;
  /** The company's number as it stands on papers; '' for none. */
  readonly companyPhone: string;
  /** The folder in which a paper was saved last; null: none yet. */
  readonly paperFolder: string | null;
  /** The version of an update that the person does not want to hear of any more; null: none. */
  readonly updatePutAway: string | null;
  /** In device-independent pixels. */
  readonly windowBounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

const whole = z.number().int();
const toldSchema = z.object({ at: z.number(), count: z.number() });
const recentIds = z.array(z.string().max(64)).max(MOST_RECENT);
const preferenceSchemas: { readonly [Name in keyof PreferenceValues]: z.ZodType<PreferenceValues[Name]> } = {
  ...settingsSchema.shape,
  language: z.enum(appLanguages),
  companyName: z.string().max(200).nullable(),
  personName: z.string().max(200),
  firstStartDone: z.boolean(),
  mode: z.enum(['practice', 'real']),
  backgroundAnswered: z.boolean(),
  secretReminderSeen: z.object({ setAt: z.number(), level: secretReminderSchema.shape.level }).nullable(),
  lastConcern: z.object({ kind: z.string(), at: z.number() }).nullable(),
  told: z.object({ needsYou: toldSchema.optional(), contract: toldSchema.optional(), handOver: toldSchema.optional() }),
  readiness: z.object({ practice: z.unknown().optional(), real: z.unknown().optional() }),
  recentSites: z.object({ practice: recentIds.optional(), real: recentIds.optional() }),
  signInBrowser: signInBrowserSchema,
  companyPhone: z.string().max(60),
  paperFolder: z.string().nullable(),
  updatePutAway: z.string().max(40).nullable(),
  windowBounds: z.object({ x: whole, y: whole, width: whole.positive(), height: whole.positive() }).nullable(),
};

const DEFAULTS: PreferenceValues = { language: 'en', customerLanguage: 'en', siteMode: false, theme: 'system', notices: false, eraseAskYears: 0, companyName: null, personName: '', firstStartDone: false, mode: 'practice', backgroundAnswered: false, secretReminderSeen: null, lastConcern: null, told: {}, readiness: {}, recentSites: {}, signInBrowser: 'auto', companyPhone: '', paperFolder: null, updatePutAway: null, windowBounds: null };
const NAME = 'preferences';

/** Preferences on disk. `notice`: L-63 when a damaged file was set aside, L-62 when none can be kept in this run. */
export interface Preferences {
  readonly notice: Problem | null;
  /** The stored value, or the default when there is none or it makes no sense. */
  get<Name extends keyof PreferenceValues>(name: Name): PreferenceValues[Name];
  /** Fails with L-62; the value is then not kept. */
  set<Name extends keyof PreferenceValues>(name: Name, value: PreferenceValues[Name]): Result<null>;
}

/** The part of electron-store that is used. Its class is passed in, because importing it needs Electron. */
export interface KeyValueStore {
  /** All values; read and parsed anew at every question. */
  readonly store: Readonly<Record<string, unknown>>;
  set(key: string, value: unknown): void;
}

/** How electron-store is constructed; `clearInvalidConfig` is never passed, because it deletes what it cannot read (R7). */
export type KeyValueStoreClass = new (options: { cwd: string; name: string }) => KeyValueStore;

function isReadable(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content);
  } catch {
    return false;
  }
}

function setDamagedAside(file: string, clock: Clock): Problem | null {
  if (!existsSync(file) || isReadable(file)) return null;
  const moved = setFileAside(file, clock.now());
  return moved.ok ? { code: 'L-63', reason: 'preferences' } : moved.problem;
}

/** What a store holds, and the way to change it. */
interface Values {
  readonly get: (name: string) => unknown;
  /** Throws when it cannot be written. */
  readonly set: (name: string, value: unknown) => void;
}

/** Reads the file once: nobody else writes into it while the program runs. Without a store the values last as long as the program. */
function valuesOf(store: KeyValueStore | null): Values {
  const values = new Map(Object.entries(store?.store ?? {}));
  return {
    get: (name) => values.get(name),
    set: (name, value) => {
      store?.set(name, value);
      values.set(name, value);
    },
  };
}

function openStore(folder: string, Store: KeyValueStoreClass): Values | null {
  try {
    return valuesOf(new Store({ cwd: folder, name: NAME }));
  } catch {
    return null;
  }
}

function readValue<Name extends keyof PreferenceValues>(values: Values, name: Name): PreferenceValues[Name] | undefined {
  const parsed = preferenceSchemas[name].safeParse(values.get(name));
  return parsed.success ? parsed.data : undefined;
}

/** Opens `<folder>/preferences.json`; a damaged file is set aside with a time stamp and defaults are used. `first` goes before the program's own defaults. */
export function createPreferences(folder: string, Store: KeyValueStoreClass, clock: Clock, first: Partial<PreferenceValues> = {}): Preferences {
  const damage = setDamagedAside(join(folder, `${NAME}.json`), clock);
  const opened = damage?.code === 'L-62' ? null : openStore(folder, Store);
  const values = opened ?? valuesOf(null);
  const defaults: PreferenceValues = { ...DEFAULTS, ...first };
  return {
    notice: opened ? damage : { code: 'L-62', reason: 'preferences' },
    get: (name) => readValue(values, name) ?? defaults[name],
    set: (name, value) => {
      try {
        values.set(name, value);
        return success(null);
      } catch {
        return failure({ code: 'L-62', reason: 'preferences' });
      }
    },
  };
}
