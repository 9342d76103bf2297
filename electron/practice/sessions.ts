import { randomBytes } from 'node:crypto';

/** A checked request of GET /authorize (RFC 6749 §4.1.1). */
export interface AuthorizeRequest {
  readonly state: string | null;
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
}

/** A browser in which somebody signed in. It outlives the sign-in: the next customer meets it (spec 2.2). */
export interface BrowserSession {
  readonly subject: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly signedInAt: number;
  readonly consented: boolean;
}

/** Things kept under an unguessable name until the process ends. */
export interface Drawer<Value> {
  put(value: Value): string;
  get(name: string): Value | null;
  replace(name: string, value: Value): void;
  remove(name: string): void;
}

/** An empty drawer. */
export function createDrawer<Value>(): Drawer<Value> {
  const values = new Map<string, Value>();
  return {
    put(value) {
      const name = randomBytes(24).toString('base64url');
      values.set(name, value);
      return name;
    },
    get: (name) => values.get(name) ?? null,
    replace: (name, value) => {
      values.set(name, value);
    },
    remove: (name) => {
      values.delete(name);
    },
  };
}
