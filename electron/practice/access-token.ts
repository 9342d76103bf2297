import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PracticeCustomer } from './customers.ts';

/** Lifetime of an access token in seconds: one hour (spec 1.2). */
export const ACCESS_TOKEN_SECONDS = 3600;

/** Mints and checks access tokens: JWTs with the claims of spec 2.3. */
export interface AccessTokens {
  /** `now` and `signedInAt` in milliseconds. */
  mint(customer: PracticeCustomer, now: number, signedInAt: number): string;
  /** The account the token was issued for; null when it is forged or over an hour old. */
  subjectOf(token: string, now: number): string | null;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

function claims(customer: PracticeCustomer, clientId: string, now: number, signedInAt: number): Readonly<Record<string, unknown>> {
  return {
    iss: practiceIssuer, aud: clientId, sub: customer.subject, oid: customer.subject,
    iat: seconds(now), nbf: seconds(now), exp: seconds(now) + ACCESS_TOKEN_SECONDS, auth_time: seconds(signedInAt),
    name: `${customer.givenName} ${customer.familyName}`, given_name: customer.givenName, family_name: customer.familyName,
    emails: [customer.email], tfp: 'B2C_1_practice_linking', ver: '1.0',
  };
}

/** The issuer lies on another host than the discovery document, as this engine has it (spec 2.4). The host does not exist. */
export const practiceIssuer = 'https://practice-issuer.invalid/7d1f2a60-0000-4000-8000-5eed0f1ce000/v2.0/';

/** A minter with a key of its own: tokens die with the process. `mark` begins the signature part, where it stays readable. */
export function createAccessTokens(clientId: string, mark: string): AccessTokens {
  const key = randomBytes(32);
  const header = encoded({ alg: 'HS256', typ: 'JWT', kid: 'practice' });
  const signature = (signed: string): string => `${mark}${createHmac('sha256', key).update(signed).digest('base64url')}`;
  return {
    mint(customer, now, signedInAt) {
      const signed = `${header}.${encoded(claims(customer, clientId, now, signedInAt))}`;
      return `${signed}.${signature(signed)}`;
    },
    subjectOf(token, now) {
      const cut = token.lastIndexOf('.');
      const [given, expected] = [Buffer.from(token.slice(cut + 1)), Buffer.from(signature(token.slice(0, Math.max(cut, 0))))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const { sub, exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sub: string; exp: number };
      return seconds(now) < exp ? sub : null;
    },
  };
}
