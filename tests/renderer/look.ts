/**
 * Draws every screen and state of the window with a fake bridge, for eyes: node tests/renderer/look.ts [folder] [only-this]
 * It builds the window alone, serves it over loopback with the program's own CSP, takes the pictures and runs axe on each.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'vite';
import { installFakeBridge } from './fake-bridge.ts';
import { scenes, type Scene } from './scenes.ts';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const repository = path.resolve(import.meta.dirname, '../..');

interface Look {
  readonly suffix: string;
  readonly options: BrowserContextOptions;
  readonly longer: boolean;
}

const looks: readonly Look[] = [
  { suffix: '', options: { viewport: { width: 1280, height: 720 } }, longer: false },
  { suffix: '-dark', options: { viewport: { width: 1280, height: 720 }, colorScheme: 'dark' }, longer: false },
  { suffix: '-small', options: { viewport: { width: 960, height: 640 } }, longer: false },
  { suffix: '-long', options: { viewport: { width: 960, height: 640 } }, longer: true },
];

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : path.normalize(decodeURIComponent((request.url ?? '/').slice(1)));
    if (name === 'favicon.ico') return void response.writeHead(204).end();
    readFile(path.join(folder, name)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream', 'content-security-policy': CSP }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Makes every word of the page about 35 % longer, to see whether a translation would fit. Runs in the page. */
function lengthen(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(/\p{L}{3,}/gu, (word) => word + word.slice(-Math.max(1, Math.round(word.length * 0.35))));
  }
}

async function draw(browser: Browser, address: string, folder: string, scene: Scene, look: Look): Promise<readonly string[]> {
  const context = await browser.newContext({ ...look.options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const found: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && found.push(message.text())));
  page.on('pageerror', (error) => void found.push(error.message));
  await page.addInitScript(installFakeBridge, scene.answers);
  await page.goto(address);
  await page.locator('h1').first().waitFor({ timeout: 8000 }).catch(() => found.push('no heading appeared'));
  if (found.length > 0) return found;
  await scene.walk?.(page);
  await page.waitForTimeout(200);
  if (look.longer) await page.evaluate(lengthen);
  const wide = await page.evaluate(() => [...document.querySelectorAll('body, main, nav, aside, dialog')].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className));
  if (wide.length > 0) found.push(`wider than its place: ${wide.join(', ')}`);
  const axe = await new AxeBuilder({ page }).analyze();
  found.push(...axe.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ').slice(0, 300)}`));
  await page.screenshot({ path: path.join(folder, `${scene.name}${look.suffix}.png`) });
  await context.close();
  return found.map((text) => `${scene.name}${look.suffix}: ${text}`);
}

async function main(folder: string, only: string, suffixes: string): Promise<void> {
  const built = path.join(folder, 'built');
  await mkdir(folder, { recursive: true });
  await build({ root: path.join(repository, 'renderer'), configFile: path.join(repository, 'vite.config.ts'), logLevel: 'error', build: { outDir: built, emptyOutDir: true }, environments: { client: { build: { outDir: built } } } });
  const server = await serve(built);
  const system = '/usr/lib/chromium/chromium';
  const browser = await chromium.launch({ ...(existsSync(system) ? { executablePath: system } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const chosen = scenes(Date.now()).filter((scene) => scene.name.includes(only));
  const found: string[] = [];
  for (const look of looks.filter(({ suffix }) => suffixes === 'all' || suffix === suffixes)) {
    for (const scene of chosen) found.push(...(await draw(browser, address, folder, scene, look)));
  }
  await browser.close();
  server.close();
  console.log([`${chosen.length} scenes, ${found.length} findings`, ...found].join('\n'));
  process.exitCode = found.length === 0 ? 0 : 1;
}

await main(process.argv[2] ?? 'look', process.argv[3] ?? '', process.argv[4] ?? 'all');
