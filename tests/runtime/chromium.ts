import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';
import { settings } from './settings.ts';

const USUAL_PLACES = [
  '/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

/** A running Chromium and the pipe to it. */
export interface Chromium {
  readonly cdp: CdpConnection;
  readonly process: ChildProcess;
}

/** What Chromium is started with: its own profile folder and the switches the app appended. */
export interface ChromiumOptions {
  readonly profile: string;
  readonly switches: readonly string[];
  readonly onExit: (reason: string) => void;
}

function executable(): string {
  const named = process.env['LIAISON_CHROMIUM'];
  const found = named ? [named].find(existsSync) : USUAL_PLACES.find(existsSync);
  if (found === undefined) throw new Error(`stand-in: there is no Chromium at ${named ?? USUAL_PLACES.join(', ')}; set LIAISON_CHROMIUM`);
  return found;
}

/** Switches on the program's own command line that Electron hands on to Chromium, as far as tests use them. */
const FOR_CHROMIUM: ReadonlySet<string> = new Set(['--use-fake-device-for-media-stream', '--js-flags']);

function switchesFor({ profile, switches }: ChromiumOptions): readonly string[] {
  return [
    ...(process.env['STANDIN_HEADED'] ? [] : ['--headless=new']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(settings.debuggingPort === undefined ? [] : [settings.debuggingPort]),
    '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-first-run', '--no-startup-window', '--no-default-browser-check',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--password-store=basic', '--disable-gpu',
    // The window has no business on the network; a page that tries fails at once instead of waiting for DNS.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ...settings.arguments_.filter((argument) => FOR_CHROMIUM.has(argument.split('=', 1)[0] ?? '')),
    ...switches,
  ];
}

/** Passes on the two lines Playwright waits for; all of them when debugging. */
function passOn(text: string): void {
  for (const line of text.split('\n')) {
    if (/^DevTools listening|X display/.test(line) || (line && process.env['STANDIN_DEBUG'])) process.stderr.write(`${line}\n`);
  }
}

/** Starts Chromium without a window and attaches to every page that will be. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  mkdirSync(options.profile, { recursive: true });
  const child = spawn(executable(), switchesFor(options), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  child.stderr?.on('data', (data: Buffer) => passOn(data.toString()));
  child.on('error', (error) => options.onExit(error.message));
  child.on('exit', (code, signal) => options.onExit(`Chromium ended (${String(code ?? signal)})`));
  const cdp = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  return { cdp, process: child };
}
