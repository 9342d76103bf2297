// Draws build/icon.svg in every size with Chromium and writes icon.ico, icon.icns and icon.png beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { chromiumSentence, ensureChromium } from './chromium.ts';
import { icnsFile, icoFile, type Picture } from './icon-files.ts';
import { inProject, isRoot } from './project.ts';

const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
const MACOS_SIZES = [32, 64, 128, 256, 512, 1024] as const;
const LINUX_SIZE = 512;
/** The part of the drawing without the margin of macOS. */
const WITHOUT_MARGIN = '92 92 840 840';

const drawing = readFileSync(inProject('build', 'icon.svg'), 'utf8');

async function draw(page: Page, size: number, viewBox: string): Promise<Picture> {
  await page.setViewportSize({ width: size, height: size });
  const sized = drawing.replace(/viewBox="[^"]*" width="\d+" height="\d+"/u, `viewBox="${viewBox}" width="${String(size)}" height="${String(size)}"`);
  await page.setContent(`<!doctype html><style>html, body { margin: 0; background: transparent } svg { display: block }</style>${sized}`);
  return { size, png: await page.screenshot({ omitBackground: true }) };
}

async function drawAll(page: Page, sizes: readonly number[], viewBox: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one page draws them one after the other
  for (const size of sizes) pictures.push(await draw(page, size, viewBox));
  return pictures;
}

async function drawIcons(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] });
  const page = await browser.newPage();
  const windows = await drawAll(page, WINDOWS_SIZES, WITHOUT_MARGIN);
  const macos = await drawAll(page, MACOS_SIZES, '0 0 1024 1024');
  const linux = await draw(page, LINUX_SIZE, WITHOUT_MARGIN);
  await browser.close();
  writeFileSync(inProject('build', 'icon.ico'), icoFile(windows));
  writeFileSync(inProject('build', 'icon.icns'), icnsFile(macos));
  writeFileSync(inProject('build', 'icon.png'), linux.png);
  console.log(`icon.ico: ${String(WINDOWS_SIZES.length)} sizes; icon.icns: ${String(MACOS_SIZES.length)} sizes; icon.png: ${String(LINUX_SIZE)} pixels`);
}

const executable = await ensureChromium();
if (executable === undefined) {
  console.error(chromiumSentence());
  process.exitCode = 1;
} else await drawIcons(executable);
