import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndependentAuthority, type IndependentAuthority } from '../../authority/independent.ts';

const redirectUri = 'liaison://auth/callback';
let server: IndependentAuthority;

beforeAll(async () => {
  server = await startIndependentAuthority({ redirectUri });
});
afterAll(async () => server.close());

async function token(members: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, unknown>>> {
  const body = new URLSearchParams({ client_id: server.clientId, client_secret: server.clientSecret, ...members });
  const response = await fetch(`${server.origin}/token`, { method: 'POST', body, headers });
  return { status: response.status, ...(await response.json() as Readonly<Record<string, unknown>>) };
}

const authorizeUrl = (more: Readonly<Record<string, string>> = {}): string =>
  `${server.origin}/authorize?${new URLSearchParams({ client_id: server.clientId, redirect_uri: redirectUri, response_type: 'code', state: 'a-state', ...more }).toString()}`;

async function link(): Promise<Readonly<Record<string, unknown>>> {
  const location = new URL(await server.walk(authorizeUrl()));
  return token({ grant_type: 'authorization_code', code: location.searchParams.get('code') ?? '', redirect_uri: redirectUri });
}

describe('the independent authority', () => {
  it('returns to a private-use scheme with code, state and its issuer', async () => {
    const location = new URL(await server.walk(authorizeUrl()));
    expect(location.href.startsWith(`${redirectUri}?`)).toBe(true);
    expect([...location.searchParams.keys()].toSorted()).toEqual(['code', 'iss', 'state']);
    expect(location.searchParams.get('iss')).toBe(server.origin);
    expect(location.searchParams.get('state')).toBe('a-state');
  });

  it('rotates the refresh token and detects that the old one is used again', async () => {
    const before = server.sightings();
    const first = await link();
    const refresh = async (refreshToken: unknown) => token({ grant_type: 'refresh_token', refresh_token: String(refreshToken) });
    const second = await refresh(first['refresh_token']);
    expect(second).toMatchObject({ status: 200, token_type: 'Bearer' });
    expect(second['refresh_token']).not.toBe(first['refresh_token']);
    expect(await refresh(first['refresh_token'])).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await refresh(second['refresh_token'])).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(server.sightings().reuseDetected - before.reuseDetected).toBe(1);
  });

  it('honours PKCE with S256', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = async () => new URL(await server.walk(authorizeUrl({ code_challenge: challenge, code_challenge_method: 'S256' }))).searchParams.get('code') ?? '';
    const redeem = async (more: Readonly<Record<string, string>>) => token({ grant_type: 'authorization_code', code: await code(), redirect_uri: redirectUri, ...more });
    expect(await redeem({})).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await redeem({ code_verifier: verifier })).toMatchObject({ status: 200 });
  });

  it('counts where the client secret was, because it accepts both ways', async () => {
    const before = server.sightings();
    await token({ grant_type: 'refresh_token', refresh_token: 'x' });
    const basic = Buffer.from(`${encodeURIComponent(server.clientId)}:${encodeURIComponent(server.clientSecret)}`).toString('base64');
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' });
    await fetch(`${server.origin}/token`, { method: 'POST', body, headers: { authorization: `Basic ${basic}` } });
    const after = server.sightings();
    expect([after.requests - before.requests, after.secretInBody - before.secretInBody, after.authorizationHeader - before.authorizationHeader]).toEqual([2, 1, 1]);
  });

  it('names every secret it issued', async () => {
    const answer = await link();
    expect(server.secrets()).toEqual(expect.arrayContaining([answer['access_token'], answer['refresh_token']]));
  });
});
