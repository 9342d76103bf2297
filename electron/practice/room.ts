import type { AccessTokens } from './access-token.ts';
import type { PracticeCustomer } from './customers.ts';
import type { FaultPlan } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { PracticeOptions } from './options.ts';
import type { AuthorizeRequest, BrowserSession, Drawer } from './sessions.ts';

/** Everything the handlers share. */
export interface Room {
  readonly options: Required<PracticeOptions>;
  readonly customers: readonly PracticeCustomer[];
  readonly ledger: Ledger;
  readonly accessTokens: AccessTokens;
  /** Sign-ins that wait for the customer. */
  readonly transactions: Drawer<AuthorizeRequest>;
  readonly sessions: Drawer<BrowserSession>;
  readonly plan: () => FaultPlan;
  /** The own origin, and the other one to which the fault `token.redirect` points. */
  readonly origin: () => string;
  readonly elsewhere: () => string;
}

/** The customer with this account id. */
export function customerOf(room: Room, subject: string): PracticeCustomer | null {
  return room.customers.find((customer) => customer.subject === subject) ?? null;
}

/** The one value of a parameter; null when it is missing, empty or there twice (RFC 6749 §3.1). */
export function single(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  return values.length === 1 && values[0] ? values[0] : null;
}
