/** The few members of the package that the independent authority uses; it ships no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, string | undefined>>;
    readonly session?: { readonly accountId: string };
  }

  interface TokenContext {
    readonly path: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly oidc?: { readonly body?: Readonly<Record<string, string | undefined>> };
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  interface GrantError {
    readonly error_detail?: string;
  }

  type SavedEvent = 'authorization_code.saved' | 'access_token.saved' | 'refresh_token.saved';

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    readonly Grant: new (members: { readonly accountId: string; readonly clientId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (context: TokenContext, next: () => Promise<void>) => Promise<void>): void;
    on(event: SavedEvent, listener: (token: { readonly jti: string }) => void): void;
    on(event: 'grant.error', listener: (context: unknown, error: GrantError) => void): void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: Readonly<Record<string, unknown>>): Promise<void>;
  }
}
