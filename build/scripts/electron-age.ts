import { spawn } from 'node:child_process';

/** Electron's makers maintain the three newest majors. */
const MAINTAINED = 3;
const LIMIT = 20_000;

const majorOf = (version: string): number => Number(version.split('.')[0]);

/** Whether `ours` is among the three newest majors when `newest` is the newest. */
export function isMaintained(ours: string, newest: string): boolean {
  return majorOf(ours) > majorOf(newest) - MAINTAINED;
}

/** The newest version of Electron, asked with npm. Undefined where nobody answers within 20 s. */
export async function newestElectron(): Promise<string | undefined> {
  const child = spawn('npm', ['view', 'electron', 'dist-tags.latest'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: LIMIT, shell: process.platform === 'win32' });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => void (text += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  const version = text.trim();
  return code === 0 && /^\d+\.\d+\.\d+$/u.test(version) ? version : undefined;
}
