import { Secret } from '../oauth/secret.ts';

/** What the system's proxy wants to know before it lets a request through. */
export interface ProxyCredentials {
  readonly userName: Secret;
  readonly password: Secret;
}

/** The proxy's password as long as the program runs; it is written nowhere. */
export interface ProxyPassword {
  /** Null: nobody has entered one, or the proxy refused it. */
  current(): ProxyCredentials | null;
  enter(userName: string, password: string): void;
  /** The proxy refused these: they are not shown to it again, because many directories lock an account after a few wrong passwords. */
  refused(credentials: ProxyCredentials): void;
}

/** Holds nothing at first. */
export function createProxyPassword(): ProxyPassword {
  let kept: ProxyCredentials | null = null;
  return {
    current: () => kept,
    enter: (userName, password) => {
      kept = { userName: new Secret(userName), password: new Secret(password) };
    },
    refused: (credentials) => {
      // Another may have been entered while the request was under way.
      if (kept === credentials) kept = null;
    },
  };
}
