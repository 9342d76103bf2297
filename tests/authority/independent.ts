import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { createFetchBrowser, type FetchBrowser, type Visit } from './browser.ts';
import { newMark } from './chaos.ts';

/** What the independent server saw at its token endpoint. It accepts Basic too, so whoever tests must look here. */
export interface TokenSightings {
  readonly requests: number;
  readonly secretInBody: number;
  readonly authorizationHeader: number;
  /** Refresh tokens that were presented after they had been replaced. */
  readonly reuseDetected: number;
}

/** A running authorization server that was written by others. */
export interface IndependentAuthority {
  /** `http://127.0.0.1:PORT`; also its issuer. `/authorize` and `/token` are its routes. */
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  sightings(): TokenSightings;
  /** Every code and token issued so far, for a scan. */
  secrets(): readonly string[];
  /** Signs in and consents over plain HTTP; returns the address the browser is sent to, which is not followed. */
  walk(authorizeUrl: string, browser?: FetchBrowser): Promise<string>;
  close(): Promise<void>;
}

const CLIENT_ID = 'independent-company';
const PAGE_STEPS = 5;

function configuration(redirectUri: string, clientSecret: string): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{
      client_id: CLIENT_ID, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'],
      // "native" is what allows a private-use scheme as redirect URI (RFC 8252 §7.1).
      application_type: redirectUri.startsWith('https:') ? 'web' : 'native',
      grant_types: ['authorization_code', 'refresh_token'], token_endpoint_auth_method: 'client_secret_post',
    }],
    routes: { authorization: '/authorize', token: '/token' },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { readonly uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    issueRefreshToken: () => true, rotateRefreshToken: true, expiresWithSession: () => false,
    pkce: { required: () => false },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { AccessToken: 3600, AuthorizationCode: 300, IdToken: 3600, RefreshToken: 90 * 24 * 3600, Grant: 90 * 24 * 3600, Interaction: 600, Session: 3600 },
  };
}

// Labels and buttons are named as on the practice pages, so that one scripted customer serves both.
const forms: Readonly<Record<string, string>> = {
  login: `<h1>Sign in</h1><form method="post"><label>E-mail address <input name="email" type="email" required></label>
    <label>Password <input name="password" type="password" required></label><button>Sign in</button></form>`,
  consent: '<h1>Allow access?</h1><form method="post"><button>Allow</button></form>',
};

async function resultOf(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<Readonly<Record<string, unknown>>> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return { login: { accountId: 'account-1' } };
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: CLIENT_ID });
  if (params['scope']) grant.addOIDCScope(params['scope']);
  return { consent: { grantId: await grant.save() } };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    request.resume();
    return provider.interactionFinished(request, response, await resultOf(provider, request, response));
  }
  const { prompt } = await provider.interactionDetails(request, response);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><title>Independent authority</title>${forms[prompt.name] ?? ''}</html>`);
}

/** Watches the token endpoint without touching it. */
function watch(provider: Provider): { readonly sightings: () => TokenSightings; readonly secrets: () => readonly string[] } {
  const secrets = new Set<string>();
  let seen: TokenSightings = { requests: 0, secretInBody: 0, authorizationHeader: 0, reuseDetected: 0 };
  provider.use(async (context, next) => {
    await next();
    if (context.path !== '/token') return;
    const inBody = context.oidc?.body?.['client_secret'] === undefined ? 0 : 1;
    const inHeader = context.headers['authorization'] === undefined ? 0 : 1;
    seen = { ...seen, requests: seen.requests + 1, secretInBody: seen.secretInBody + inBody, authorizationHeader: seen.authorizationHeader + inHeader };
  });
  provider.on('grant.error', (_context, error) => {
    if (error.error_detail === 'refresh token already used') seen = { ...seen, reuseDetected: seen.reuseDetected + 1 };
  });
  for (const event of ['authorization_code.saved', 'access_token.saved', 'refresh_token.saved'] as const) {
    provider.on(event, ({ jti }) => secrets.add(jti));
  }
  return { sightings: () => seen, secrets: () => [...secrets] };
}

/**
 * Legrand's scopes are ticked at registration and not sent (spec 2.2). This server wants one in every request, so the default that
 * RFC 6749 §3.3 lets a server have is put in here, before it.
 */
function withRegisteredScope(address: string): string {
  const url = new URL(address, 'http://127.0.0.1');
  if (url.pathname !== '/authorize' || url.searchParams.has('scope')) return address;
  return `${address}&scope=openid`;
}

async function walk(authorizeUrl: string, browser: FetchBrowser = createFetchBrowser()): Promise<string> {
  let visit: Visit = await browser.get(authorizeUrl);
  for (let step = 0; step < PAGE_STEPS && visit.kind === 'page' && visit.body.includes('<form'); step += 1) {
    visit = await browser.submit(visit.url, { email: 'someone@example.com', password: 'any' });
  }
  if (visit.kind === 'page') throw new Error(`The browser stays on a page with status ${visit.status}`);
  return visit.location;
}

/** Starts the independent server (the package `oidc-provider`) on a free loopback port with one confidential client. */
export async function startIndependentAuthority({ redirectUri }: { readonly redirectUri: string }): Promise<IndependentAuthority> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = `${newMark()}a"{b}/>$ +&=%c`;
  const provider = new Provider(origin, configuration(redirectUri, clientSecret));
  const watched = watch(provider);
  const callback = provider.callback();
  server.on('request', (request, response) => {
    request.url = withRegisteredScope(request.url ?? '/');
    const answered = request.url.startsWith('/interaction/') ? interact(provider, request, response) : callback(request, response);
    void answered.catch(() => response.destroy());
  });
  return {
    origin, clientId: CLIENT_ID, clientSecret, ...watched, walk,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
