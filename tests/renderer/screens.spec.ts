import path from 'node:path';
import { expect, test } from '@playwright/test';
import { inspect, together, walkByKeyboard, type Report } from './findings.ts';
import { looks, type Look } from './looks.ts';
import { scenes, type Scene } from './scenes.ts';
import { inLanes, openStage, type Stage } from './stage.ts';

const built = path.resolve(import.meta.dirname, '../../out/renderer');
const named = (...suffixes: readonly string[]): readonly Look[] => looks.filter(({ suffix }) => suffixes.includes(suffix));

async function lookAt(stage: Stage, scene: Scene, wanted: readonly Look[], keyboard: boolean): Promise<Report> {
  const { page, found } = await stage.open(scene);
  const reports: Report[] = [{ ...together([]), findings: found }];
  // oxlint-disable-next-line no-await-in-loop -- one page shows one look after the other
  for (const look of found.length === 0 ? wanted : []) reports.push(await inspect(page, look, null));
  if (keyboard && found.length === 0) reports.push(await walkByKeyboard(page));
  await page.close();
  const report = together(reports);
  return { ...report, findings: report.findings.map((text) => `${scene.name}: ${text}`) };
}

async function lookAtAll(chosen: readonly Scene[], wanted: readonly Look[], keyboard: boolean): Promise<Report> {
  const stage = await openStage(built);
  const reports = await inLanes(chosen, 3, async (scene) => lookAt(stage, scene, wanted, keyboard));
  await stage.close();
  return together(reports);
}

/** A slice: every fifth scene, and of the pages of problems, which differ in their words only, every fifteenth. `npm run look` takes all. */
function sliceOf(all: readonly Scene[]): readonly Scene[] {
  const isPage = ({ name }: Scene): boolean => name.startsWith('problem-page');
  return [...all.filter((scene) => !isPage(scene)).filter((_scene, index) => index % 5 === 0), ...all.filter(isPage).filter((_scene, index) => index % 15 === 0)];
}

test('screens and states pass axe and keep what site mode promises', async () => {
  test.setTimeout(1_800_000);
  const all = sliceOf(scenes(Date.now()));
  const { texts, targets, contrasts, findings } = await lookAtAll(all, named('', '-site'), false);
  console.log(`Screens: ${all.length} scenes; site mode: ${texts} texts of at least 18 px, ${targets} targets of at least 56 px, ${contrasts} contrasts of at least 7:1; ${findings.length} findings`);
  expect([texts > 800, targets > 300, contrasts > 800]).toEqual([true, true, true]);
  expect(findings).toEqual([]);
});

test('one scene of each screen can be seen dark, in forced colours, at 200 % zoom and with long words, and be walked by keyboard', async () => {
  test.setTimeout(1_800_000);
  const wanted = ['first-start', 'credentials-replace', 'practice-panel', 'sites-alerts', 'site-linked', 'site-edit', 'link-1-check', 'link-2-explain', 'link-3-paste', 'link-4-confirm', 'link-5-done', 'renewals-done-trouble', 'settings', 'help', 'problem'];
  const chosen = scenes(Date.now()).filter(({ name }) => wanted.includes(name));
  const { stops, findings } = await lookAtAll(chosen, named('-dark', '-forced', '-zoom', '-de', '-fr-site', '-long-scaled'), true);
  console.log(`Looks: ${chosen.length} scenes, ${stops} keyboard stops, ${findings.length} findings`);
  expect(chosen).toHaveLength(wanted.length);
  expect(stops).toBeGreaterThan(100);
  expect(findings).toEqual([]);
});
