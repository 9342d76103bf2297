// Makes the installers of this system in release/. `--release` (what the release workflow says) refuses to begin without signing keys.
import { parseArgs } from 'node:util';
import { build as pack } from 'electron-builder';
import { build } from './build.ts';
import { packageSettings } from './package-settings.ts';
import { projectFolder, inProject } from './project.ts';
import { releaseFeedFaults } from './release-feed.ts';

const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
const settings = packageSettings(process.env, { system: process.platform, isRelease: values.release });

async function make(): Promise<number> {
  if (settings.kind === 'refused') {
    for (const reason of settings.reasons) console.error(reason);
    return 1;
  }
  const code = await build();
  if (code !== 0) return code;
  const made = await pack({ config: settings.config, publish: 'never' });
  for (const file of made) console.log(file);
  for (const notice of settings.notices) console.log(notice);
  const faults = releaseFeedFaults(inProject('release'), process.platform, settings.feed, projectFolder);
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await make();
