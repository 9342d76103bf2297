import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** Puts a child and everything it needs into one file, so that it starts in a tenth of the time. Returns its path, in a folder of its own. */
export async function bundleChild(entry: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'liaison-crash-child-'));
  await build({
    configFile: false, logLevel: 'error',
    build: { ssr: entry, outDir: folder, emptyOutDir: false, target: 'node24', rollupOptions: { output: { entryFileNames: 'child.mjs' } } },
    ssr: { noExternal: true, target: 'node' },
  });
  return path.join(folder, 'child.mjs');
}
