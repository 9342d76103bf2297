import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** The pages of the peers, built as ours are. */
export interface PeerPages {
  readonly empty: string;
  readonly react: string;
}

/** Builds the pages into `folder`. */
export async function buildPeers(folder: string): Promise<PeerPages> {
  const pages: PeerPages = { empty: path.join(folder, 'empty'), react: path.join(folder, 'react') };
  mkdirSync(pages.empty, { recursive: true });
  copyFileSync(path.join(import.meta.dirname, 'empty.html'), path.join(pages.empty, 'index.html'));
  await build({ configFile: false, root: path.join(import.meta.dirname, 'react'), base: './', plugins: [react()], logLevel: 'warn', build: { outDir: pages.react, emptyOutDir: true, target: 'chrome146', modulePreload: { polyfill: false } } });
  return pages;
}
