import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot, run } from './project.ts';

const debianPackages = ['chromium', 'xvfb', 'xauth', 'fonts-liberation'] as const;
const aptArguments = ['install', '-y', '--no-install-recommends', ...debianPackages] as const;

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
  if (process.platform === 'win32') {
    const folders = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'].map((file) => path.join(folder, file)));
  }
  return ['/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium'];
}

async function playwrightsOwn(): Promise<string | undefined> {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** The Chromium to use: LIAISON_CHROMIUM, else the system's, else Playwright's own. Undefined: there is none. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['LIAISON_CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const candidates = [...usualPlaces(), await playwrightsOwn()];
  return candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
}

const hasApt = (): boolean => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** The one sentence that says what to install on this system. */
export function chromiumSentence(): string {
  const named = process.env['LIAISON_CHROMIUM'];
  if (named !== undefined && named !== '') return `LIAISON_CHROMIUM names ${named}, which does not exist: correct it or remove it.`;
  if (hasApt()) return `A Chromium is needed: run "sudo apt-get update && sudo apt-get ${aptArguments.join(' ')}" and start the command again.`;
  return 'A Chromium is needed: install Google Chrome, or run "npx playwright install chromium", and start the command again.';
}

async function installOnDebian(): Promise<void> {
  console.log(`No Chromium here; installing it: apt-get ${aptArguments.join(' ')}`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  await run('apt-get', ['update'], { environment, stdio: [...stdio] });
  await run('apt-get', aptArguments, { environment, stdio: [...stdio] });
}

/** Finds a Chromium, or installs it where that is allowed (Debian or Ubuntu, as root). Undefined: see `chromiumSentence`. */
export async function ensureChromium(): Promise<string | undefined> {
  const found = await findChromium();
  if (found !== undefined || process.env['LIAISON_CHROMIUM'] || !hasApt() || !isRoot()) return found;
  await installOnDebian();
  return findChromium();
}
