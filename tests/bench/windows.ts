import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Argument, CallName } from '../../electron/contract/calls.ts';
import type { Result } from '../../electron/contract/result.ts';
import { launchArguments, launchEnvironment } from '../runtime/launch.ts';
import { DatabaseSync } from 'node:sqlite';
import type { BookPlan } from './book.ts';
import { fillFolder } from './stores.ts';
import { watchPage } from './in-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Whoever watches a page wants the place of every error that is made, and React makes one while it is read: for that V8 would read every script a second time, unless it notes the places in the first. */
const WATCHED = '--js-flags=--no-enable-lazy-source-positions';
const peerShell = path.join(import.meta.dirname, 'peers', 'shell.cjs');

/** A program with its window, the real one or a peer. */
export interface Shown {
  readonly app: ElectronApplication;
  readonly window: Page;
  close(): Promise<void>;
}

/** What is started: the program, or the smallest one around a folder of pages. */
export type What = { readonly data: string } | { readonly pages: string; readonly data: string };

interface MainWatch {
  readonly watch: { readonly max: number; reset(): void };
}

/** From the opening of the window on, main notes how long it could do nothing else. */
async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: main }) => {
    const watch = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 2 });
    watch.enable();
    Object.assign(globalThis, { watch });
    main.once('browser-window-created', () => watch.reset());
  });
}

/** The longest time in milliseconds that main could do nothing else, since the window opened or since this was asked last. */
export async function mainDelay({ app }: Shown): Promise<number> {
  return app.evaluate(() => {
    const { watch } = globalThis as unknown as MainWatch;
    const { max } = watch;
    watch.reset();
    return max / 1e6;
  });
}

/** Starts it; every page of it is watched from its beginning (see `in-page.ts`). */
export async function show(what: What): Promise<Shown> {
  mkdirSync(what.data, { recursive: true });
  Object.assign(process.env, launchEnvironment());
  const target = 'pages' in what ? [peerShell, `--pages=${what.pages}`] : ['.'];
  const app = await _electron.launch({ args: [...launchArguments(), WATCHED, ...target, `--user-data-dir=${what.data}`], cwd: root, env: launchEnvironment() });
  await app.context().addInitScript(watchPage);
  await watchMain(app);
  const window = await app.firstWindow();
  return { app, window, close: async () => app.close() };
}

/** Asks main as the window does; throws when it refuses. */
export async function ask<Name extends CallName>(window: Page, name: Name, argument: Argument<Name>): Promise<unknown> {
  const result = await window.evaluate(([call, given]) => (globalThis as unknown as { liaison: { call(asked: string, argument: unknown): Promise<Result<unknown>> } }).liaison.call(call, given), [name, argument] as const);
  if (!result.ok) throw new Error(`${name}: ${result.problem.code}`);
  return result.value;
}

/** The office of a benchmark: a server on this computer, or none that answers. */
export interface Office {
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly subscriptionKey: string;
}

/** Nobody listens there. No link is due, so that nobody is asked either. */
const NO_OFFICE: Office = { origin: 'http://127.0.0.1:9', clientId: 'bench', clientSecret: 'bench-secret', redirectUri: 'liaison://auth/callback', subscriptionKey: 'bench-key' };

/** Answers the first screen, imports the company's file and leaves practice. */
export async function setUp(window: Page, { origin, clientId, clientSecret, redirectUri, subscriptionKey }: Office): Promise<void> {
  await ask(window, 'app.completeFirstStart', { language: 'en', companyName: 'Martin Électricité', personName: 'Jean' });
  await ask(window, 'profile.importText', { text: JSON.stringify({ liaisonCompanyFile: 1, authorizationServer: origin, homesServer: origin, clientId, clientSecret, redirectUri, subscriptionKey }) });
  await ask(window, 'app.setMode', { mode: 'real' });
}

/** The words the key store of this runtime unwraps; the program's data lie in `real`. */
async function keyOf({ app }: Shown, folder: string): Promise<string> {
  const db = new DatabaseSync(path.join(folder, 'real', 'liaison.db'), { readOnly: true });
  const { wrapped } = db.prepare('SELECT wrapped FROM data_key').get() as { readonly wrapped: Uint8Array };
  db.close();
  return app.evaluate(async ({ safeStorage }, text) => (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result, Buffer.from(wrapped).toString('base64'));
}

/** A data folder of the whole program with a book, set up for real work. */
export async function programFolder(folder: string, plan: BookPlan, office: Office = NO_OFFICE): Promise<string> {
  const shown = await show({ data: folder });
  await shown.window.getByRole('heading', { level: 1 }).first().waitFor();
  await setUp(shown.window, office);
  const text = await keyOf(shown, folder);
  await shown.close();
  if (plan.sites > 0) await fillFolder(path.join(folder, 'real'), async () => ({ text, shouldReEncrypt: false }), plan);
  return folder;
}
