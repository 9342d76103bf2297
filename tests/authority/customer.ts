import type { Page } from '@playwright/test';
import type { PracticeCustomer } from '../../electron/practice/authority.ts';
import { createFetchBrowser, type FetchBrowser, type Visit } from './browser.ts';

/** Who signs in: an invented customer's e-mail address and password. */
export type Person = Pick<PracticeCustomer, 'email' | 'password'>;

/** How the customer behaves; without anything: signs in, allows. */
export interface Behaviour {
  /** A browser that may hold a session of an earlier sign-in; a fresh one unless given. */
  readonly browser?: FetchBrowser;
  readonly atSignIn?: 'signin' | 'cancel' | 'forgotten';
  readonly atConsent?: 'allow' | 'cancel';
}

/** Reads the hidden transaction of a practice page; empty when the page has none. */
export function transactionOf(body: string): string {
  return /name="transaction" value="([^"]*)"/.exec(body)?.[1] ?? '';
}

const asks = (visit: Visit, action: string): visit is Visit & { kind: 'page' } => visit.kind === 'page' && visit.body.includes(`action="${action}"`);

/** Walks through the practice authority's pages over plain HTTP and says where it ended: at a page or at a redirect that leaves the server. */
export async function walkAs(authorizeUrl: string, { email, password }: Person, behaviour: Behaviour = {}): Promise<Visit> {
  const browser = behaviour.browser ?? createFetchBrowser();
  const decide = async (visit: Visit & { kind: 'page' }, path: string, fields: Readonly<Record<string, string>>): Promise<Visit> =>
    browser.submit(new URL(path, visit.url).href, { transaction: transactionOf(visit.body), ...fields });
  const entered = await browser.get(authorizeUrl);
  // The address the program gives to a browser leads to the sign-in page by one redirect.
  const first = entered.kind === 'left' && entered.location.includes('response_type=') ? await browser.get(entered.location) : entered;
  const second = asks(first, '/signin') ? await decide(first, '/signin', { email, password, decision: behaviour.atSignIn ?? 'signin' }) : first;
  return asks(second, '/consent') ? decide(second, '/consent', { decision: behaviour.atConsent ?? 'allow' }) : second;
}

/** Signs in and consents; returns the address the browser is sent to, which is not followed. Throws when the browser stays on a page. */
export async function signInAs(authorizeUrl: string, person: Person, behaviour: Behaviour = {}): Promise<string> {
  const visit = await walkAs(authorizeUrl, person, behaviour);
  if (visit.kind === 'page') throw new Error(`The browser stays on a page with status ${visit.status}`);
  return visit.location;
}

/** Signs in and consents on a page that shows the sign-in page. What the browser does with the return is up to the caller. */
export async function signInOnPage(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  // The return may lead to a scheme the browser cannot open, so nothing is waited for after the click.
  await page.getByRole('button', { name: 'Allow', exact: true }).click({ noWaitAfter: true });
}
