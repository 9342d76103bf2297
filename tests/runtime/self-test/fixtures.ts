import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchArguments, launchEnvironment } from '../launch.ts';

export const appFolder = path.join(import.meta.dirname, 'app');

/** What preload.cjs exposes. */
interface Api {
  invoke(channel: string, ...parameters: unknown[]): Promise<unknown>;
  onLink(listener: (url: string) => void): void;
  double(number: number): number;
  readonly constants: { readonly platform: string };
}

/** What main.cjs writes down. */
export interface Recorded {
  readonly navigations: string[];
  readonly windows: string[];
  readonly links: string[];
  readonly permissions: string[];
  readonly tooEarly: string;
}

declare global {
  var api: Api;
  var record: Recorded;
  var heard: string[];
}

interface Fixtures {
  readonly userData: string;
  readonly electronApp: ElectronApplication;
  readonly page: Page;
}

/** Starts the self-test app; `more` comes at the end of the command line. */
export async function launch(userData: string, more: readonly string[] = []): Promise<ElectronApplication> {
  // Playwright asks the electron package where Electron is, in this process.
  Object.assign(process.env, launchEnvironment());
  return _electron.launch({ args: [...launchArguments(), appFolder, `--user-data-dir=${userData}`, ...more] });
}

/** A test with the self-test app of its own data folder running, its page loaded. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'runtime-self-test-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  electronApp: async ({ userData }, use) => {
    const app = await launch(userData);
    await use(app);
    await app.close();
  },
  page: async ({ electronApp }, use) => {
    const page = await electronApp.firstWindow();
    await page.waitForSelector('body[data-ready]');
    await use(page);
  },
});

/** What the main process wrote down so far. */
export async function recorded(app: ElectronApplication): Promise<Recorded> {
  return app.evaluate(() => globalThis.record);
}

/** From when this resolves on, the page collects the links that main tells it. */
export async function listenForLinks(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.heard = [];
    globalThis.api.onLink((url) => globalThis.heard.push(url));
  });
}

/** The links the page was told. */
export async function heardLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.heard);
}
