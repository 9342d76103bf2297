import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { installFakeBridge, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** In the place of a photo: a switchboard, drawn. */
const PHOTO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="#9aa7a0"/><rect x="30" y="14" width="100" height="92" rx="4" fill="#e8ebe8"/><path d="M38 34h84M38 62h84M38 90h84" stroke="#46554f" stroke-width="12" stroke-dasharray="9 3"/></svg>';

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : path.normalize(decodeURIComponent((request.url ?? '/').slice(1)));
    if (name.startsWith('photos')) return void response.writeHead(200, { 'content-type': 'image/svg+xml', 'content-security-policy': CSP }).end(PHOTO);
    if (name === 'favicon.ico') return void response.writeHead(204).end();
    readFile(path.join(folder, name)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream', 'content-security-policy': CSP }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** A browser and the built window behind loopback, with the program's own CSP. */
export interface Stage {
  /** Opens a scene in a page of its own and walks to it; `found` collects what goes wrong from then on. */
  open(scene: Scene): Promise<{ readonly page: Page; readonly found: string[] }>;
  /** Opens the window as it is before its program is read; `release` lets that come. */
  openHeld(answers: FakeAnswers, size: { readonly width: number; readonly height: number }): Promise<{ readonly page: Page; release(): void }>;
  close(): Promise<void>;
}

async function openScene(context: BrowserContext, address: string, scene: Scene): Promise<{ readonly page: Page; readonly found: string[] }> {
  const page = await context.newPage();
  const found: string[] = [];
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => void (message.type() === 'error' && found.push(message.text())));
  page.on('pageerror', (error) => void found.push(error.message));
  await page.addInitScript(installFakeBridge, scene.answers);
  await page.goto(address);
  // Not that of the still picture, in which nothing can be pressed.
  await page.locator('#root > :not([inert]) h1').first().waitFor().catch(() => found.push('no heading appeared'));
  if (found.length === 0) await scene.walk?.(page).catch((error: unknown) => found.push(`cannot be walked to: ${String(error).split('\n')[0]}`));
  await page.waitForTimeout(100);
  return { page, found };
}

async function openHeld(context: BrowserContext, address: string, answers: FakeAnswers, size: { readonly width: number; readonly height: number }): Promise<{ readonly page: Page; release(): void }> {
  const page = await context.newPage();
  const { promise: released, resolve } = Promise.withResolvers<undefined>();
  await page.setViewportSize(size);
  await page.route(/\/program-[^/]+\.js$/u, async (route) => {
    await released;
    await route.continue();
  });
  await page.addInitScript(installFakeBridge, answers);
  await page.goto(address);
  return { page, release: () => resolve(undefined) };
}

/** Opens a stage for the window that was built into `folder`. */
export async function openStage(folder: string): Promise<Stage> {
  const server = await serve(folder);
  const system = process.env['LIAISON_CHROMIUM'] ?? '/usr/lib/chromium/chromium';
  const browser: Browser = await chromium.launch({ ...(existsSync(system) ? { executablePath: system } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', bypassCSP: false });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    open: async (scene) => openScene(context, address, scene),
    openHeld: async (answers, size) => openHeld(context, address, answers, size),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Does `work` for all of `things`, `width` at a time; the answers come in the order of the things. */
export async function inLanes<Thing, Answer>(things: readonly Thing[], width: number, work: (thing: Thing) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const rest = things.entries();
  const lane = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- a lane does one after the other
    for (const [index, thing] of rest) answers[index] = await work(thing);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return answers;
}
