import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { Secret } from '../../../electron/oauth/secret.ts';
import { createDoorway } from '../../../electron/shell/browsers/doorway.ts';
import { findBrowsers } from '../../../electron/shell/browsers/find.ts';
import { privateWindowCommand, startBrowser, type Command } from '../../../electron/shell/browsers/launch.ts';
import { thisSystem } from '../../../electron/shell/browsers/system.ts';
import { systemRandom } from '../../../electron/shell/random.ts';
import { startTestAuthority } from '../../authority/chaos.ts';
import { present, temporaryFolder, value } from '../storage/support.ts';

const CHROMIUM = '/usr/lib/chromium/chromium';
const there = process.platform === 'linux' && existsSync(CHROMIUM);
const folder = temporaryFolder();
const [script, pidFile, profile] = [join(folder, 'chromium'), join(folder, 'pid'), join(folder, 'profile')];
const doorway = createDoorway(systemRandom);
afterAll(async () => doorway.shut());

/** The browser as it is installed here: on PATH, with a profile of its own and without a screen. Only here it runs as root. */
function install(): void {
  const options = ['--headless=new', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  writeFileSync(script, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${CHROMIUM}' ${options.map((option) => `'${option}'`).join(' ')} "$@"\n`);
  chmodSync(script, 0o755);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Closes the browser that this test started, in order, so that it keeps its cookies; without a screen it has no other way. */
async function closeBrowser(): Promise<void> {
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await wait(1000);
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const socket = new WebSocket(`ws://127.0.0.1:${port ?? ''}${path ?? ''}`);
  socket.addEventListener('open', () => socket.send('{"id":1,"method":"Browser.close"}'));
  for (let turns = 0; turns < 400 && isAlive(pid); turns += 1) await wait(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** Opens a door in the browser as the command does; resolves with the mark the window still had, when the browser has ended in order. */
async function visit(target: string, mark: string, command: (address: string) => Command): Promise<string | null> {
  const came = Promise.withResolvers<string | null>();
  const address = value(await doorway.open({ target: new Secret(target), mark, entered: came.resolve }));
  expect(await startBrowser(command(address))).toBe(true);
  const former = await Promise.race([came.promise, wait(60_000, 'nobody came')]);
  await closeBrowser();
  return former;
}


test.skipIf(!there)('a real private window comes without the cookies of the normal one, and reaches the sign-in page', { timeout: 240_000 }, async () => {
  install();
  const { authority, authorizeUrl } = await startTestAuthority();
  const found = await findBrowsers({ ...thisSystem, variable: (name) => (name === 'PATH' ? folder : '') });
  const browser = present(found[0]);
  expect(found).toEqual([{ id: 'chromium', name: 'Chromium', path: script, privateWindow: 'possible' }]);
  const normally = (address: string): Command => ({ file: script, arguments_: [address] });
  expect(await visit(authorizeUrl(), 'first', normally)).toBeNull();
  expect(await visit(authorizeUrl(), 'second', normally)).toBe('first');
  expect(await visit(authorizeUrl(), 'third', (address) => privateWindowCommand(browser, process.platform, address))).toBeNull();
  await expect.poll(() => authority.requests().filter(({ path }) => path === '/authorize').length, { timeout: 20_000 }).toBe(3);
  await authority.close();
});
