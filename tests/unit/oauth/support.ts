import { vi } from 'vitest';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { Discovery } from '../../../electron/oauth/discovery.ts';
import type { HttpOutcome, Random } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';

/** How often a property is tried: a slice by default, more in the long run. */
export const runs = Number(process.env['LIAISON_RUNS'] ?? 2000);

vi.setConfig({ testTimeout: Math.max(60_000, runs * 60) });

export const now = Date.UTC(2026, 4, 4, 10, 0, 0);

export function profileWith(changes: Partial<CompanyProfile> = {}): CompanyProfile {
  return {
    authorizationServer: 'https://login.authority.example',
    clientId: '7700d7f4-b48e-4452-b493-5d14b45ef47e',
    clientSecret: new Secret('canary-client-secret'),
    redirectUri: 'liaison://auth/callback',
    subscriptionKey: new Secret('canary-subscription-key'),
    homesServer: 'https://homes.example',
    pkce: 'auto',
    prompt: 'auto',
    tokenRedirectUri: 'auto',
    ...changes,
  };
}

export function discoveryWith(changes: Partial<Discovery> = {}): Discovery {
  return {
    issuer: null,
    authorizationEndpoint: null,
    tokenEndpoint: null,
    endSessionEndpoint: null,
    codeChallengeMethods: null,
    promptValues: null,
    foreignEndpoints: false,
    ...changes,
  };
}

/** Counts up from `first`, so that two requests differ. */
export function countingRandom(first = 0): Random {
  let next = first;
  return { bytes: (count) => Uint8Array.from({ length: count }, () => next++ % 256) };
}

export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpOutcome {
  return { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
