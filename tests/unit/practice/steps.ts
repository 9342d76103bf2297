import { expect } from 'vitest';
import { practiceCustomers, type PracticeCustomer } from '../../../electron/practice/customers.ts';
import type { TestAuthority } from '../../authority/chaos.ts';
import { signInAs } from '../../authority/customer.ts';

/** The invented customer with this given name. */
export function named(givenName: string): PracticeCustomer {
  const customer = practiceCustomers.find((one) => one.givenName === givenName);
  if (!customer) throw new Error(`Nobody is called ${givenName}`);
  return customer;
}

/** The parameters of a return. */
export function returned(location: string): URLSearchParams {
  return new URL(location).searchParams;
}

/** A fresh code for a customer. */
export async function codeFor(test: TestAuthority, givenName = 'Claire', more: Readonly<Record<string, string>> = {}): Promise<string> {
  return returned(await signInAs(test.authorizeUrl(more), named(givenName))).get('code') ?? '';
}

/** Redeems a fresh code. */
export async function redeem(test: TestAuthority, givenName = 'Claire'): Promise<Response> {
  return test.token({ grant_type: 'authorization_code', code: await codeFor(test, givenName), redirect_uri: test.options.redirectUri });
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** The tokens of a successful answer. */
export async function tokensOf(response: Response): Promise<Tokens> {
  expect(response.status).toBe(200);
  const answer = await response.json() as { access_token: string; refresh_token: string };
  return { access: answer.access_token, refresh: answer.refresh_token };
}

/** Presents a refresh token. */
export async function refresh(test: TestAuthority, refreshToken: string): Promise<Response> {
  return test.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
}
