/**
 * Draws every screen and state of the window with a fake bridge, for eyes, and inspects each look:
 * node tests/renderer/look.ts [folder] [parts of scenes' names, between commas] [looks]
 * The looks are `all`, or names of looks.ts (empty: the ordinary one) and `keyboard`, between commas. The window is built for it, or taken from where LIAISON_WINDOW says.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { inspect, together, walkByKeyboard, type Report } from './findings.ts';
import { looks, show } from './looks.ts';
import { scenes, type Scene } from './scenes.ts';
import { inLanes, openStage, type Stage } from './stage.ts';

const repository = path.resolve(import.meta.dirname, '../..');

async function buildWindow(outDir: string): Promise<string> {
  const ready = process.env['LIAISON_WINDOW'];
  if (ready) return ready;
  await build({ root: path.join(repository, 'renderer'), configFile: path.join(repository, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true }, environments: { client: { build: { outDir } } } });
  return outDir;
}

interface Wanted {
  readonly folder: string;
  /** `all`, or suffixes of looks and `keyboard` between commas. */
  readonly look: string;
}

async function draw(stage: Stage, scene: Scene, { folder, look: wanted }: Wanted): Promise<Report> {
  const { page, found } = await stage.open(scene);
  const reports: Report[] = [{ ...together([]), findings: found.map((text) => `${scene.name}: ${text}`) }];
  const named = (suffix: string, report: Report): Report => ({ ...report, findings: report.findings.map((text) => `${scene.name}${suffix}: ${text}`) });
  for (const look of looks.filter(({ suffix }) => found.length === 0 && (wanted === 'all' || wanted.split(',').includes(suffix)))) {
    // oxlint-disable-next-line no-await-in-loop -- one page shows one look after the other
    reports.push(named(look.suffix, await inspect(page, look, path.join(folder, `${scene.name}${look.suffix}.png`))));
  }
  if (found.length === 0 && (wanted === 'all' || wanted.split(',').includes('keyboard'))) {
    await show(page, { suffix: '', size: { width: 1280, height: 720 } });
    reports.push(named('-keyboard', await walkByKeyboard(page)));
  }
  await page.close();
  return together(reports);
}

async function main(folder: string, only: string, look: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stage = await openStage(await buildWindow(path.join(folder, 'built')));
  const chosen = scenes(Date.now()).filter((scene) => only.split(',').some((part) => scene.name.includes(part)));
  const report = together(await inLanes(chosen, 2, async (scene) => draw(stage, scene, { folder, look })));
  await stage.close();
  const { texts, targets, contrasts, stops, findings } = report;
  if (contrasts > 0) console.log(`site mode: ${texts} texts, ${targets} targets, ${contrasts} contrasts measured`);
  if (stops > 0) console.log(`keyboard: ${stops} stops`);
  console.log([`${chosen.length} scenes, ${findings.length} findings`, ...findings].join('\n'));
  process.exitCode = findings.length === 0 && chosen.length > 0 ? 0 : 1;
}

await main(process.argv[2] ?? 'look', process.argv[3] ?? '', process.argv[4] ?? 'all');
