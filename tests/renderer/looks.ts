import type { Page } from '@playwright/test';

/** One way in which a person may see the window. */
export interface Look {
  /** Stands at the end of a picture's name; empty for the ordinary look. */
  readonly suffix: string;
  /** In CSS pixels. 640 x 360 is what 1280 x 720 becomes at 200 % zoom, 1024 x 576 at 125 % scaling. */
  readonly size: { readonly width: number; readonly height: number };
  readonly colours?: 'dark' | 'forced' | 'forced-dark';
  readonly siteMode?: true;
  readonly language?: 'fr' | 'it' | 'de' | 'es' | 'nl';
  /** Words as long as German ones. */
  readonly longer?: true;
}

const usual = { width: 1280, height: 720 } as const;
const small = { width: 960, height: 640 } as const;
const scaled = { width: 1024, height: 576 } as const;
const zoomed = { width: 640, height: 360 } as const;

/** Every look; those with longer words stand last, because they change the page for good. */
export const looks: readonly Look[] = [
  { suffix: '', size: usual },
  { suffix: '-dark', size: usual, colours: 'dark' },
  { suffix: '-site', size: usual, siteMode: true },
  { suffix: '-site-dark', size: usual, siteMode: true, colours: 'dark' },
  { suffix: '-forced', size: usual, colours: 'forced' },
  { suffix: '-forced-dark', size: usual, colours: 'forced-dark' },
  { suffix: '-small', size: small },
  { suffix: '-zoom', size: zoomed },
  ...(['fr', 'it', 'de', 'es', 'nl'] as const).map((language): Look => ({ suffix: `-${language}`, size: small, language })),
  ...(['fr', 'it', 'de'] as const).map((language): Look => ({ suffix: `-${language}-site`, size: usual, language, siteMode: true })),
  { suffix: '-long', size: small, longer: true },
  { suffix: '-long-dark', size: small, longer: true, colours: 'dark' },
  { suffix: '-long-scaled', size: scaled, longer: true },
  { suffix: '-long-site', size: usual, longer: true, siteMode: true },
];

/** Changes the language as Settings does: main's answer is another one, and the window loads the other catalogue. */
async function speak(page: Page, language: string): Promise<void> {
  // A page whose main refused even the start view has no language to change.
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  await page.evaluate((wanted) => (window as unknown as { readonly changeLanguage: (language: string) => void }).changeLanguage(wanted), language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  // The pages of problems come in a catalogue of their own.
  await page.waitForTimeout(150);
}

/** Shows an open page in `look`. Site mode is switched as the program does it, by its attribute. */
export async function show(page: Page, look: Look): Promise<void> {
  const dark = look.colours === 'dark' || look.colours === 'forced-dark';
  const forced = look.colours === 'forced' || look.colours === 'forced-dark';
  await page.setViewportSize(look.size);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce' });
  await page.evaluate((on) => void document.documentElement.toggleAttribute('data-site-mode', on), look.siteMode === true);
  await speak(page, look.language ?? 'en');
}
