import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { needsPoppler, readPdf, type PdfFacts } from '../e2e/support/pdf.ts';
import { scenes } from './scenes.ts';
import { openStage } from './stage.ts';

const built = path.resolve(import.meta.dirname, '../../out/renderer');

/** The paper on the screen as main makes a PDF of it. */
async function printed(page: Page, file: string): Promise<PdfFacts> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true, generateTaggedPDF: true, printBackground: false });
  writeFileSync(file, Buffer.from(data, 'base64'));
  return readPdf(file);
}

test('every kind of paper fits its pages: A4, tagged, numbered, letters on one page, and nothing of the screen on it', async () => {
  needsPoppler();
  test.setTimeout(300_000);
  const stage = await openStage(built);
  const folder = mkdtempSync(path.join(tmpdir(), 'liaison-papers-'));
  const pages: Record<string, number> = {};
  for (const scene of scenes(Date.now()).filter(({ name }) => /^paper-(?!.*(?:saved|failed))/u.test(name))) {
    // oxlint-disable no-await-in-loop -- one page after the other
    const { page, found } = await stage.open(scene);
    await page.locator('.document').waitFor();
    const pdf = await printed(page, path.join(folder, `${scene.name}.pdf`));
    await page.close();
    // oxlint-enable no-await-in-loop
    expect([scene.name, found, pdf.tagged, pdf.size.endsWith('(A4)'), pdf.missingFonts]).toEqual([scene.name, [], true, true, []]);
    expect(pdf.text).toContain(String(pdf.pages));
    expect(pdf.text).not.toMatch(/Save as PDF|Back|Keep number|undefined|\{\{/u);
    pages[scene.name] = pdf.pages;
  }
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
  expect(pages).toMatchObject({ 'paper-handover-many': 3, 'paper-handover-none': 1, 'paper-letter-fr': 1, 'paper-letter-de': 1, 'paper-letter-unlinked': 1 });
  expect(Object.entries(pages).filter(([name, count]) => count > (name.endsWith('many') ? 3 : 2))).toEqual([]);
});
