import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot, run } from './project.ts';

const debianPackage = 'poppler-utils';

const isThere = (): boolean => (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'pdftotext')));

/** Installs what reads the PDFs of the tests, where that is allowed (Debian or Ubuntu, as root); elsewhere the tests that need it say so. */
export async function ensurePoppler(): Promise<void> {
  if (isThere() || process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !isRoot()) return;
  console.log(`No ${debianPackage} here; installing it`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { environment, stdio: ['ignore', 'ignore', 'inherit'] });
  await run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], { environment, stdio: ['ignore', 'ignore', 'inherit'] });
}
