import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { focusedStop, layoutFindings, lengthen, measureSiteMode, motionFindings, numberStops } from './in-page.ts';
import { show, type Look } from './looks.ts';

/** What was looked at, and what was found. */
export interface Report {
  readonly texts: number;
  readonly targets: number;
  readonly contrasts: number;
  readonly stops: number;
  readonly findings: readonly string[];
}

const NOTHING: Report = { texts: 0, targets: 0, contrasts: 0, stops: 0, findings: [] };

/** Sums reports up. */
export function together(reports: readonly Report[]): Report {
  return reports.reduce((sum, each) => ({
    texts: sum.texts + each.texts, targets: sum.targets + each.targets, contrasts: sum.contrasts + each.contrasts, stops: sum.stops + each.stops,
    findings: [...sum.findings, ...each.findings],
  }), NOTHING);
}

type AxeResult = Awaited<ReturnType<AxeBuilder['analyze']>>;
const violations = ({ violations: all }: AxeResult): readonly string[] => all.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ').slice(0, 300)}`);

/** What axe says; with `strong` also whether each contrast is 7:1 and how many were measured. The page has no frames, so that axe needs no page of its own to sum up. */
async function axeReport(page: Page, strong: boolean): Promise<Report> {
  const axe = await new AxeBuilder({ page }).setLegacyMode(true).options({ rules: { 'color-contrast-enhanced': { enabled: strong } } }).analyze();
  const measured = [...axe.passes, ...axe.violations].filter(({ id }) => id === 'color-contrast-enhanced');
  return { ...NOTHING, contrasts: measured.reduce((sum, { nodes }) => sum + nodes.length, 0), findings: violations(axe) };
}

/** Whether the screen is there: its program and its words may come a moment after what was pressed. A page without any heading would pass every other inspection. */
async function isDrawn(page: Page): Promise<boolean> {
  return page.locator('h1').first().waitFor().then(() => true, () => false);
}

/** Inspects an open scene in one look: axe, fit, motion, and in site mode its promises. `picture`: where to write one; null: none. */
export async function inspect(page: Page, look: Look, picture: string | null): Promise<Report> {
  await show(page, look);
  if (look.longer) await page.evaluate(lengthen);
  if (!(await isDrawn(page))) return { ...NOTHING, findings: ['nothing is drawn'] };
  if (picture) await page.screenshot({ path: picture });
  const site = look.siteMode ? { ...NOTHING, ...(await page.evaluate(measureSiteMode)) } : NOTHING;
  const axe = await axeReport(page, look.siteMode === true);
  const fit = { ...NOTHING, findings: [...(await page.evaluate(motionFindings)), ...(await page.evaluate(layoutFindings))] };
  return together([site, axe, fit]);
}

/** Walks an open scene with the Tab key: everything is reached, everything shows its ring, a dialog keeps the focus and closes with Escape. */
export async function walkByKeyboard(page: Page): Promise<Report> {
  const stops = await page.evaluate(numberStops);
  const reached = new Set<string>();
  const findings = new Set<string>();
  // Day, month, year and the calendar of one field are stops of their own.
  const parts = 4 * (await page.locator('input[type=date], input[type=time]').count());
  for (let press = 0; press < stops + parts + 6 && reached.size < stops; press += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const { stop, finding } = await page.evaluate(focusedStop);
    if (stop !== null) reached.add(stop);
    if (finding !== null) findings.add(finding);
  }
  if (reached.size < stops) findings.add(`${stops - reached.size} of ${stops} cannot be reached with Tab`);
  if (await page.locator('dialog[open]').count()) {
    await page.keyboard.press('Escape');
    if (await page.locator('dialog[open]').count()) findings.add('Escape does not close the dialog');
  }
  return { ...NOTHING, stops, findings: [...findings] };
}
