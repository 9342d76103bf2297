import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { LiaisonBridge } from '../../../electron/contract/bridge.ts';
import type { Answer, Argument, CallName } from '../../../electron/contract/calls.ts';
import type { PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { problems } from '../../../renderer/i18n/problems/en.ts';
import { signInAs, walkAs, type Person } from '../../authority/customer.ts';
import { launchApp, type RunningApp } from '../support/running-app.ts';
import { firstStart } from '../support/steps.ts';

export const claire: Person = { email: 'claire.dupont@example.com', password: 'Practice-2468' };
export const marco: Person = { email: 'marco.rossi@example.com', password: 'Practice-1357' };
export const hannah: Person = { email: 'hannah.weber@example.com', password: 'Practice-9753' };

function fail(why: string): never {
  throw new Error(why);
}

/** One running practice that all tests of a file share: a start costs more than all its clicks. */
export interface Practice {
  running(): RunningApp;
  window(): Page;
  /** Asks main as the window does. */
  ask<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>>;
  /** As `ask`; fails the test on a refusal. */
  get<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Answer<Name>>;
  play(fault: PracticeFault): Promise<void>;
  /** The id of the site with this name, which is made when it is missing. */
  site(name: string): Promise<string>;
  /** Opens the page of a site, whatever is shown now. */
  openSite(name: string): Promise<void>;
  /** Starts the sign-in of a site, as after the customer's yes; returns the address that the browser gets. */
  startSignIn(siteId: string): Promise<string>;
  /** Signs in in the browser and follows the return. */
  signIn(address: string, person: Person): Promise<void>;
  /** A link of this site with this person's account, made anew. */
  link(name: string, person: Person): Promise<string>;
  expectPage(code: ProblemCode): Promise<void>;
  /** Opens the page of a code from the practice panel. */
  read(code: ProblemCode): Promise<void>;
}

/** Starts practice before the tests of a file, and puts everything back before each. */
export function sharedPractice(): Practice {
  let place = '';
  let app: RunningApp | null = null;
  const running = (): RunningApp => app ?? fail('nothing runs');
  const window = (): Page => running().window;
  const ask: Practice['ask'] = async (name, argument) =>
    window().evaluate(async ([what, value]) => (globalThis as unknown as { liaison: LiaisonBridge }).liaison.call(what, value as never), [name, argument] as const);
  const get: Practice['get'] = async (name, argument) => {
    const result = await ask(name, argument);
    return result.ok ? result.value : fail(`${name}: ${result.problem.code}`);
  };
  test.beforeAll(async () => {
    place = mkdtempSync(path.join(os.tmpdir(), 'liaison-problems-'));
    app = await launchApp(path.join(place, 'data'));
    await firstStart(window());
  });
  test.afterAll(async () => {
    await app?.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  });
  test.beforeEach(async () => {
    await ask('link.stop', undefined);
    await ask('link.close', undefined);
    await ask('practice.setFault', { fault: 'none' });
    await ask('app.dismissNotices', undefined);
  });
  return { running, window, ask, get, ...stepsOf({ running, window, ask, get }) };
}

type Asking = Pick<Practice, 'running' | 'window' | 'ask' | 'get'>;

function stepsOf({ running, window, ask, get }: Asking): Omit<Practice, keyof Asking> {
  const steps: Omit<Practice, keyof Asking> = {
    play: async (fault) => void (await get('practice.setFault', { fault })),
    site: async (name) => {
      const { rows } = await get('sites.list', { query: name, offset: 0, limit: 1 });
      return rows[0]?.id ?? (await get('sites.create', { name, address: '', customerName: '', customerLanguage: 'en' })).id;
    },
    openSite: async (name) => {
      await steps.site(name);
      await window().reload();
      await window().getByRole('button', { name: new RegExp(name) }).first().click();
      await window().getByRole('heading', { level: 1, name }).waitFor();
    },
    startSignIn: async (siteId) => {
      const before = (await running().openedAddresses()).length;
      await get('link.recordConsent', { siteId, agreed: true, textVersion: '1', language: 'en' });
      await get('link.start', { siteId });
      await expect.poll(async () => (await running().openedAddresses()).length).toBe(before + 1);
      return (await running().openedAddresses()).at(-1) ?? '';
    },
    signIn: async (address, person) => void (await fetch(await signInAs(address, person))),
    link: async (name, person) => {
      const siteId = await steps.site(name);
      await ask('link.unlink', { siteId });
      await steps.signIn(await steps.startSignIn(siteId), person);
      await expect.poll(async () => (await get('link.view', undefined)).step).toBe('confirming');
      expect((await get('link.confirm', { readAloud: true })).step).toBe('stored');
      await get('link.close', undefined);
      return siteId;
    },
    expectPage: async (code) => {
      await expect(window().getByRole('heading', { level: 1, name: problems[code].title })).toBeVisible();
      await expect(window().getByText(`Problem code ${code}`)).toBeAttached();
      for (const step of problems[code].steps) await expect(window().getByText(step)).toBeVisible();
    },
    read: async (code) => {
      await window().reload();
      await window().getByRole('button', { name: 'Practice panel' }).click();
      await window().getByRole('searchbox').fill(code);
      await window().getByRole('button', { name: `Read ${code}` }).first().click();
      await steps.expectPage(code);
    },
  };
  return steps;
}

/** What the browser shows when the sign-in page stays; fails when it goes back to the program. */
export async function pageInBrowser(address: string, person: Person): Promise<string> {
  const visit = await walkAs(address, person);
  return visit.kind === 'page' ? visit.body : fail('the browser went back');
}
