import { randomBytes } from 'node:crypto';
import { startPracticeAuthority, type PracticeAuthority, type PracticeMemory, type PracticeOptions, type PracticeState } from '../../electron/practice/authority.ts';
import { systemClock } from './clock.ts';

/** Begins every marker, so that a scan for it finds every secret of every run. */
export const MARK_PREFIX = 'CANARY';

/** A new marker: base64url characters only, different in every run. */
export function newMark(): string {
  return `${MARK_PREFIX}${randomBytes(6).toString('hex')}-`;
}

/** A memory that lasts as long as the test; `state()` is what was saved last. */
export interface TestMemory extends PracticeMemory {
  state(): PracticeState | null;
}

/** An empty memory. */
export function createMemory(): TestMemory {
  let kept: PracticeState | null = null;
  return {
    load: () => kept,
    save: (state) => {
      kept = structuredClone(state);
    },
    state: () => kept,
  };
}

/** A running practice authority and the company's data that are registered there. */
export interface TestAuthority {
  readonly authority: PracticeAuthority;
  readonly options: PracticeOptions & { readonly memory: PracticeMemory; readonly mark: string };
  readonly memory: TestMemory;
  /** The address of the sign-in page with the mandatory parameters and `more`. */
  authorizeUrl(more?: Readonly<Record<string, string>>): string;
  /** POST /token with the company's credentials in the body and `more`; a member set to null is left out. */
  token(more: Readonly<Record<string, string | null>>, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A GET of the homes service with both headers. */
  homes(path: string, accessToken: string): Promise<Response>;
}

function testOptions(overrides: Partial<PracticeOptions>, memory: TestMemory) {
  const mark = overrides.mark ?? newMark();
  return {
    redirectUri: 'liaison://auth/callback', clientId: 'test-company',
    // Real secrets hold such characters (spec 2.3): an unencoded body breaks on them.
    clientSecret: `${mark}a"{b}/>$ +&=%c`, subscriptionKey: `${mark}key`,
    rotation: 'strict' as const, clock: systemClock, memory, ...overrides, mark,
  };
}

function formOf(members: Readonly<Record<string, string | null>>): URLSearchParams {
  return new URLSearchParams(Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Starts a practice authority with marked random secrets and a memory of its own. Close it with `authority.close()`. */
export async function startTestAuthority(overrides: Partial<PracticeOptions> = {}, port = 0): Promise<TestAuthority> {
  const memory = createMemory();
  const options = testOptions(overrides, memory);
  const authority = await startPracticeAuthority(options, port);
  const { clientId, clientSecret, redirectUri, subscriptionKey } = options;
  return {
    authority, options, memory,
    authorizeUrl: (more = {}) => `${authority.origin}/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state: 'a-state', ...more }).toString()}`,
    token: async (more, headers = {}) =>
      fetch(`${authority.origin}/token`, { method: 'POST', redirect: 'manual', headers, body: formOf({ client_id: clientId, client_secret: clientSecret, ...more }) }),
    homes: async (path, accessToken) =>
      fetch(`${authority.origin}${path}`, { headers: { authorization: `Bearer ${accessToken}`, 'ocp-apim-subscription-key': subscriptionKey } }),
  };
}
