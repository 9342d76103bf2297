import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Clock, Random } from '../oauth/ports.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import { Secret } from '../oauth/secret.ts';
import { startPracticeAuthority, type PracticeAuthority } from '../practice/authority.ts';
import { AUTHORITY_MEMORY, fileMemory } from './practice-memory.ts';

/** The practice authority, running on loopback, and the invented company that is registered there. */
export interface PracticeDesk {
  readonly authority: PracticeAuthority;
  readonly profile: CompanyProfile;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly openedAt: number;
}

/** A port nobody listens on now. The return route of practice is registered with it for this run. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const word = (random: Random): string => Buffer.from(random.bytes(18)).toString('base64url');

/** Starts practice: an authority of our own with an invented company and invented customers; works offline. */
export async function openPracticeDesk(folder: string, clock: Clock, random: Random): Promise<PracticeDesk> {
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  const clientId = 'practice-company';
  const [clientSecret, subscriptionKey] = [word(random), word(random)];
  const memory = fileMemory(path.join(folder, AUTHORITY_MEMORY));
  const authority = await startPracticeAuthority({ redirectUri, clientId, clientSecret, subscriptionKey, rotation: 'strict', clock, memory });
  const profile: CompanyProfile = {
    authorizationServer: authority.origin, homesServer: authority.origin, clientId, redirectUri,
    clientSecret: new Secret(clientSecret), subscriptionKey: new Secret(subscriptionKey),
    pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto',
  };
  return { authority, profile, openedAt: clock.now() };
}
