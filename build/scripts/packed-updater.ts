import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile } from '@electron/asar';

const MAIN = 'out/main/';
/** What main reads when it starts; the updater must not be part of it. */
const AT_START = ['start.cjs', 'program.cjs'] as const;
const UPDATER = 'electron-updater.cjs';

/** Opens the updater of an archive as main does, with next to nothing of Electron there: it reads its own files only, and asks for nothing before it is told to. */
const OPEN = `
const { openUpdater } = require('./${UPDATER}');
const app = { getVersion: () => '1.2.3', getName: () => 'Liaison', quit() {} };
const clock = { now: () => 0, after: () => () => undefined };
const updater = openUpdater({ app, net: {}, session: {}, squirrel() {}, proxyPassword: {}, clock, platform: 'win32', cacheFolder: __dirname }, { kind: 'feed', url: 'https://updates.example/', settings: '' });
console.log(Object.keys(updater).join(' '));
`;
const WORDS = 'look download stop prepare leave finish';

/**
 * Whether the part of the program that is only read when it is needed can be read at all from what was packed. `files`: those of the archive. Answers
 * what is wrong.
 */
export function updaterFaults(archive: string, files: readonly string[]): readonly string[] {
  const parts = files.filter((name) => name.startsWith(MAIN));
  if (!parts.includes(MAIN + UPDATER)) return [`${UPDATER} is missing`];
  const folder = mkdtempSync(path.join(tmpdir(), 'liaison-packed-'));
  try {
    for (const name of parts) writeFileSync(path.join(folder, path.basename(name)), extractFile(archive, name));
    mkdirSync(path.join(folder, 'node_modules', 'electron'), { recursive: true });
    // The updater shares code with the program, which has long been read when it is wanted and asks this one thing when it is.
    writeFileSync(path.join(folder, 'node_modules', 'electron', 'index.js'), 'module.exports = { app: { isPackaged: true } };');
    writeFileSync(path.join(folder, 'open.cjs'), OPEN);
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'open.cjs')], { encoding: 'utf8' });
    // What Node prints of a failure repeats whole lines of the bundle.
    const failed = stderr.split('\n').find((line) => /^\w*Error\b/u.test(line))?.slice(0, 200);
    const atStart = AT_START.map((name) => extractFile(archive, MAIN + name).toString('utf8')).join('');
    return [...(stdout.trim() === WORDS ? [] : [`it cannot be opened: ${failed ?? stdout.slice(0, 200)}`]), ...(atStart.includes('verifyUpdateCodeSignature') ? ['it is read at the start'] : [])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build that names no feed must not have one. */
export function feedFaults(resources: string): readonly string[] {
  return existsSync(path.join(resources, 'app-update.yml')) ? ['app-update.yml is there'] : [];
}
