import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readJpeg } from '../../electron/sites/jpeg.ts';
import { filesWithSecret } from './support/canary.ts';
import { expect, test } from './support/fixtures.ts';
import { firstStart, newSite } from './support/steps.ts';

const SITE = 'Maison Dupont';
/** What a phone writes into its pictures. */
const PLACE = 'GPSLatitude 45.8336 N';

const practiceFolder = (folder: string): string => path.join(folder, 'practice');
const photoFiles = (folder: string): readonly string[] => {
  const place = path.join(practiceFolder(folder), 'photos');
  return readdirSync(place).filter((name) => name.endsWith('.jpg')).map((name) => path.join(place, name));
};

async function openVisit(window: Page): Promise<void> {
  await window.getByRole('button', { name: new RegExp(SITE, 'u') }).first().click();
  await window.getByRole('button', { name: 'Visit', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Checklist' })).toBeVisible();
}

const verdict = (window: Page, check: string, name: string) => window.getByRole('group', { name: `Result of “${check}”` }).getByRole('button', { name, exact: true });

/** A JPEG of this size out of the browser itself, with the place of a phone in it. */
async function phonePicture(window: Page, width: number, height: number): Promise<Buffer> {
  const drawn = await window.evaluate(async ([across, down]) => {
    const canvas = new OffscreenCanvas(across, down);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = 'teal';
      context.fillRect(0, 0, across, down / 2);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height] as const);
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const content = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff), Buffer.from(PLACE)]);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), content]);
  return Buffer.concat([Buffer.from(drawn.slice(0, 2)), exif, Buffer.from(drawn.slice(2))]);
}

test('a checklist, a visit and notes are there after a restart, with who did what', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await window.getByLabel('Your name (if you like)').fill('Anna');
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  await verdict(window, 'Gateway powered and online', 'Passed').click();
  await verdict(window, 'Distribution board labelled', 'Failed').click();
  await window.getByLabel('What is wrong?').fill('No labels at all');
  await expect(window.getByText('2 of 10')).toBeVisible();
  await window.getByLabel('Date', { exact: true }).fill('2026-12-02');
  await window.getByLabel('Time', { exact: true }).fill('14:30');
  const notes = window.getByRole('textbox', { name: 'Notes' });
  await notes.fill('Key at the neighbour’s');
  await expect(window.getByText('Saved', { exact: true })).toHaveCount(3);
  // Left within the pause: nothing waits for a button.
  await notes.fill('Key at the neighbour’s, number 14');
  await window.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(window.getByText('Site created').locator('..')).toContainText('Anna');
  await window.getByRole('button', { name: 'Visit', exact: true }).click();
  await expect(notes).toHaveValue('Key at the neighbour’s, number 14');
  await running.close();

  const again = await laptop.start();
  await openVisit(again.window);
  await expect(verdict(again.window, 'Gateway powered and online', 'Passed')).toHaveAttribute('aria-pressed', 'true');
  await expect(again.window.getByLabel('What is wrong?')).toHaveValue('No labels at all');
  await expect(again.window.getByText(/^Anna, /u)).toHaveCount(2);
  await expect(again.window.getByLabel('Date', { exact: true })).toHaveValue('2026-12-02');
  await expect(again.window.getByLabel('Time', { exact: true })).toHaveValue('14:30');
  await expect(again.window.getByRole('textbox', { name: 'Notes' })).toHaveValue('Key at the neighbour’s, number 14');
  for (const group of await again.window.getByRole('main').getByRole('group').all()) await group.getByRole('button', { name: 'Not applicable' }).click();
  await expect(again.window.getByText('Everything is answered.')).toBeVisible();
  await again.window.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(again.window.getByText('Checklist completed').locator('..')).toContainText('Anna');
});

test('the template is edited in Settings for new sites, and a site that has begun keeps its checks', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  await verdict(window, 'Gateway powered and online', 'Passed').click();
  await expect(window.getByText('1 of 10')).toBeVisible();
  await window.keyboard.press('Control+,');
  await window.getByRole('button', { name: 'Checks of new sites' }).click();
  await window.getByRole('button', { name: 'Add a check' }).click();
  await window.getByLabel('What is checked').fill('Meter read');
  await window.getByLabel('Passed when').fill('The figure is written down');
  await window.getByRole('button', { name: 'Save check' }).click();
  await window.getByRole('button', { name: 'Move up: Meter read' }).click();
  await window.getByRole('button', { name: 'Remove: Surge protection' }).click();
  await window.getByRole('button', { name: 'Edit: Firmware up to date' }).click();
  await window.getByLabel('What is checked').fill('Updates done');
  await window.getByRole('button', { name: 'Save check' }).click();
  await expect(window.locator('.template-row strong')).toHaveText(['Gateway powered and online', 'All wireless devices found', 'End positions of the shutters', 'Rooms and devices named', 'App installed, customer is the owner',
    'Wi-Fi strength at the gateway', 'Distribution board labelled', 'Updates done', 'Meter read', 'Customer shown how to use it']);
  await window.getByRole('button', { name: 'Back to settings' }).click();
  await window.getByRole('button', { name: 'Back to sites' }).click();
  await newSite(window, 'Villa Rossi');
  await window.getByRole('button', { name: 'Visit', exact: true }).click();
  await expect(window.getByText('Meter read')).toBeVisible();
  await openVisit(window);
  await expect(window.getByText('Surge protection')).toBeVisible();
  await expect(window.getByText('Meter read')).toHaveCount(0);
  await window.getByRole('button', { name: 'Edit the checks of new sites' }).click();
  await window.getByRole('button', { name: 'Back to the built-in checks' }).click();
  await window.getByRole('button', { name: 'Use the built-in checks' }).click();
  await expect(window.getByText('Meter read')).toHaveCount(0);
});

test('a photo from a file loses where it was taken, is turned upright and made small, is shown, captioned and deleted', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  const picture = await phonePicture(window, 3000, 2000);
  expect(readJpeg(picture)).toEqual({ fault: 'metadata' });
  await window.locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(window.getByText('1 of 60')).toBeVisible();
  const [file = ''] = photoFiles(laptop.folder);
  const stored = readFileSync(file);
  // Turned by a quarter, as the phone was held.
  expect(readJpeg(stored)).toEqual({ width: 1067, height: 1600, fault: null });
  expect(stored.includes('Exif')).toBe(false);
  expect(filesWithSecret(practiceFolder(laptop.folder), [PLACE])).toEqual([]);
  const shown = await window.locator('.thumb img').evaluate(async (image: HTMLImageElement) => image.decode().then(() => [image.naturalWidth, image.naturalHeight]));
  expect(shown).toEqual([1067, 1600]);

  // Dropped and pasted.
  for (const [event, carrier] of [['drop', 'dataTransfer'], ['paste', 'clipboardData']] as const) {
    await window.evaluate(async ([bytes, name, property]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'IMG_2.jpg', { type: 'image/jpeg' }));
      document.dispatchEvent(Object.defineProperty(new Event(name, { bubbles: true, cancelable: true }), property, { value: transfer }));
    }, [[...await phonePicture(window, 40, 30)], event, carrier] as const);
  }
  await expect(window.getByText('3 of 60')).toBeVisible();
  expect(photoFiles(laptop.folder)).toHaveLength(3);

  await window.getByRole('button', { name: /^Show large/u }).first().click();
  const viewer = window.getByRole('dialog');
  await viewer.getByLabel('Caption').fill('Board, before');
  await expect(viewer.getByText('Saved', { exact: true })).toBeVisible();
  await viewer.getByRole('button', { name: 'Next photo' }).click();
  await window.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('heading', { name: 'Photo 3 of 3' })).toBeVisible();
  await viewer.getByRole('button', { name: 'Delete photo' }).click();
  await viewer.getByRole('button', { name: 'Delete it' }).click();
  await expect(viewer.getByRole('heading', { name: 'Photo 2 of 2' })).toBeVisible();
  await viewer.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => photoFiles(laptop.folder).length).toBe(2);
  await running.close();
  const again = await laptop.start();
  await openVisit(again.window);
  await expect(again.window.getByText('Board, before')).toBeVisible();
  await expect(again.window.getByText('2 of 60')).toBeVisible();
});

test('L-87: what is no picture, cannot be read or is too large is refused with the reason and its page, and leaves nothing', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  const good = await phonePicture(window, 40, 30);
  const huge = Buffer.from(good);
  // The frame header says 65,535 x 65,535 pixels.
  const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
  huge.fill(0xff, frame + 5, frame + 9);
  const large = path.join(laptop.elsewhere, 'large.jpg');
  writeFileSync(large, Buffer.concat([good, Buffer.alloc(40 * 1024 * 1024)]));
  const files = [
    { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('This is a text.') },
    { name: 'named-like-one.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('This is a text too.') },
    { name: 'half.jpg', mimeType: 'image/jpeg', buffer: good.subarray(0, 60) },
    { name: 'pixels.jpg', mimeType: 'image/jpeg', buffer: huge },
  ];
  await window.locator('input[type=file]').setInputFiles(files);
  for (const { name } of files) await expect(window.getByText(`Not added: ${name}`)).toBeVisible();
  await expect(window.getByText('L-87')).toHaveCount(3);
  await window.locator('input[type=file]').setInputFiles(large);
  await expect(window.getByText('Not added: large.jpg')).toBeVisible();
  await expect(window.getByText('0 of 60')).toBeVisible();
  expect(readdirSync(practiceFolder(laptop.folder))).not.toContain('photos');
  await window.getByRole('button', { name: 'What to do' }).click();
  await expect(window.locator('.problem-code')).toContainText('L-87');
  await expect(window.getByText('The file is over 40 MB, or the picture over 100 megapixels.')).toBeVisible();
});

test('a photo is taken with the camera, and L-71 is shown when there is none', async ({ laptop }) => {
  const running = await laptop.start(['--use-fake-device-for-media-stream']);
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  await window.getByRole('button', { name: 'Take a photo' }).click();
  await window.getByRole('button', { name: 'Take photo', exact: true }).click();
  await window.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByText('1 of 60')).toBeVisible();
  expect(readJpeg(readFileSync(photoFiles(laptop.folder)[0] ?? ''))).toMatchObject({ fault: null });
  await running.close();

  const without = await laptop.start();
  await openVisit(without.window);
  await without.window.getByRole('button', { name: 'Take a photo' }).click();
  await expect(without.window.getByText('L-71')).toBeVisible();
  await without.window.getByRole('button', { name: 'What to do' }).click();
  await expect(without.window.locator('.problem-code')).toContainText('L-71');
});

test('text that the disk refuses stays, says so, and is kept when it can be', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  await window.getByRole('textbox', { name: 'Notes' }).fill('First');
  await expect(window.getByText('Saved', { exact: true })).toBeVisible();
  // Another program holds the database for writing.
  const { DatabaseSync } = await import('node:sqlite');
  const other = new DatabaseSync(path.join(practiceFolder(laptop.folder), 'liaison.db'));
  other.exec('BEGIN IMMEDIATE');
  await window.getByRole('textbox', { name: 'Notes' }).fill('Second');
  await expect(window.getByText('Not saved yet. Your text stays here.')).toBeVisible({ timeout: 20_000 });
  await expect(window.getByText('L-62')).toBeVisible();
  await window.getByRole('button', { name: 'Papers and contract' }).click();
  await window.getByRole('button', { name: 'Visit', exact: true }).click();
  await expect(window.getByRole('textbox', { name: 'Notes' })).toHaveValue('Second');
  other.exec('ROLLBACK');
  other.close();
  await expect(async () => {
    const again = window.getByRole('button', { name: 'Save again' });
    if (await again.isVisible()) await again.click();
    await expect(window.getByText('Saved', { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await running.close();
  const again = await laptop.start();
  await openVisit(again.window);
  await expect(again.window.getByRole('textbox', { name: 'Notes' })).toHaveValue('Second');
});

test('a note that was typed when the program closes is kept', async ({ laptop }) => {
  const running = await laptop.start();
  const { window } = running;
  await firstStart(window);
  await newSite(window, SITE);
  await openVisit(window);
  await window.getByRole('textbox', { name: 'Notes' }).fill('Typed at the last moment');
  await window.close({ runBeforeUnload: true });
  await running.close().catch(() => undefined);
  const again = await laptop.start();
  await openVisit(again.window);
  await expect(again.window.getByRole('textbox', { name: 'Notes' })).toHaveValue('Typed at the last moment');
});
