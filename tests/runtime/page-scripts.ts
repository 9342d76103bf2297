import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codecFunctions } from './codec.ts';
import { bridgeFunctions } from './page-bridge.ts';
import { preloadFunctions } from './page-preload.ts';

/** The isolated world of preload scripts. */
export const WORLD = 'ElectronPreload';
/** Chromium's binding from that world to main. */
export const BINDING = 'standinOut';

const secret = `s${randomBytes(8).toString('hex')}`;

// Node strips types by writing blanks over them, so a function's own text is plain JavaScript.
const text = (functions: readonly ((...parameters: never[]) => unknown)[]): string => functions.map(String).join('\n');

/** Runs first in each document, in the page's own world: the receiving end of contextBridge. */
export function pageScript(): string {
  return `(() => { if (window.top !== window) return;\n${text(bridgeFunctions)}\nstartBridge(${JSON.stringify(secret)}, 'page'); })()`;
}

/** Runs in each document of ours, in the isolated world: the preload script with what it may require. */
export function preloadScript(preload: string | undefined): string {
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const processInfo = { type: 'renderer', sandboxed: true, contextIsolated: true, platform: process.platform, arch: process.arch, versions: { ...process.versions }, env: {} };
  const functions = text([...codecFunctions, ...bridgeFunctions, ...preloadFunctions]);
  return `(() => { if (window.top !== window || location.href === 'about:blank') return;\n${functions}
runPreload(${JSON.stringify(secret)}, ${JSON.stringify(processInfo)}, function (require, process, module, exports, global) {\n${source}\n}); })()`;
}
