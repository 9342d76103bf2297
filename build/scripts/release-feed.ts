import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readFeed } from '../../electron/shell/updates/feed.ts';

/** The folders of `release/` in which programs lie, with that of their app.asar. */
function resourcesIn(output: string, system: NodeJS.Platform): readonly string[] {
  const inside = system === 'darwin' ? path.join('Liaison.app', 'Contents', 'Resources') : 'resources';
  const folders = readdirSync(output, { withFileTypes: true }).filter((entry) => entry.isDirectory() && (system === 'darwin' ? /^mac/u : /^win.*-unpacked$/u).test(entry.name));
  return folders.map(({ name }) => path.join(output, name, inside)).filter((folder) => existsSync(path.join(folder, 'app.asar')));
}

/**
 * Whether the programs that were just made would ask for updates as the build wants it, read as they read it themselves: `feed` the address, null: none.
 * `appPath`: the folder of a package.json that says nothing of updates. Answers what is wrong.
 */
export function releaseFeedFaults(output: string, system: NodeJS.Platform, feed: string | null, appPath: string): readonly string[] {
  if (system !== 'win32' && system !== 'darwin') return [];
  const all = resourcesIn(output, system);
  if (all.length === 0) return [`no program was found in ${path.basename(output)}/`];
  return all.flatMap((resources) => {
    const found = readFeed({ isPackaged: true, platform: system, resources, appPath });
    const says = found.kind === 'feed' ? found.url : null;
    const name = path.basename(path.resolve(resources, system === 'darwin' ? '../../..' : '..'));
    return says === feed ? [] : [`${name} would ask ${says ?? 'nobody'} for updates, not ${feed ?? 'nobody'}`];
  });
}
