import type { Page } from '@playwright/test';
import type { ChecklistView, PhotoView, TemplateView } from '../../electron/contract/visit.ts';
import { builtInChecks, MOST_PHOTOS } from '../../electron/contract/visit-limits.ts';
import { fakeLink, fakeSite, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const HOUR = 3_600_000;
const toVisit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Maison Dupont' }).first().click();
  await page.getByRole('button', { name: 'Visit', exact: true }).click();
};
const then = (act: (page: Page) => Promise<void>) => async (page: Page): Promise<void> => toVisit(page).then(async () => act(page));
const press = async (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first().click();

const idOf = (number: number): string => `0f8fad5b-d9cb-469f-a165-${String(number).padStart(12, '0')}`;

/** The checks of a site of which the first `answered` are answered. */
export function fakeChecklist(now: number, answered: number, failed: readonly number[] = []): ChecklistView {
  const items = builtInChecks.map((item, index): ChecklistView['items'][number] => {
    if (index >= answered) return { item, title: '', criterion: '', verdict: 'open', at: null, who: '', remark: '' };
    const verdict = failed.includes(index) ? 'failed' : index === 3 ? 'notApplicable' : 'passed';
    return { item, title: '', criterion: '', verdict, at: now - (answered - index) * HOUR, who: 'Anna Martin', remark: verdict === 'failed' ? 'Volet de la cuisine: s’arrête à mi-hauteur' : '' };
  });
  return { items, answered, failed: failed.length };
}

/** Photos of a site; one has no file any more. */
export function fakePhotos(now: number, count: number, missing = -1): PhotoView[] {
  const captions = ['Tableau, avant', '', 'Passerelle derrière la box du client'];
  return Array.from({ length: count }, (_nothing, index) => ({ id: idOf(index), at: now - (count - index) * HOUR, caption: captions[index] ?? '', width: 1600, height: 1200, isMissing: index === missing }));
}

const template: TemplateView = {
  isBuiltIn: false,
  items: [...builtInChecks.slice(0, 4).map((item) => ({ item, title: '', criterion: '' })), { item: 'own', title: 'Compteur relevé', criterion: 'L’index est noté et photographié' }],
};

/** The visit of a site, its photos, and the checks of new sites. */
export function visitScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const site = { ...fakeSite(now, fakeLink(now, 12)), visit: '2026-12-02T14:30', notes: 'Clé chez la voisine, Mme Petit (n° 14).\nLe tableau est derrière la porte de la cave.' };
  const usual: FakeAnswers = {
    ...all, 'sites.get': site, 'visit.checklist': fakeChecklist(now, 7, [2]), 'visit.photos': fakePhotos(now, 4, 3), 'visit.camera': true,
    'template.view': { isBuiltIn: true, items: builtInChecks.map((item) => ({ item, title: '', criterion: '' })) }, 'template.save': template,
  };
  const scene = (name: string, part: FakeAnswers, walk: Scene['walk'] = toVisit): Scene => ({ name: `visit-${name}`, answers: { ...usual, ...part }, walk });
  const toPhotos = async (page: Page): Promise<void> => page.getByRole('heading', { name: 'Photos', exact: true }).scrollIntoViewIfNeeded();
  const choose = (name: string, content: string) => async (page: Page): Promise<void> => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(content) });
  return [
    scene('new', { 'sites.get': fakeSite(now, null), 'visit.checklist': fakeChecklist(now, 0), 'visit.photos': [] }),
    scene('under-way', {}),
    scene('complete', { 'visit.checklist': fakeChecklist(now, builtInChecks.length) }),
    scene('notes-saved', { 'sites.note': site }, then(async (page) => {
      await page.getByRole('textbox', { name: 'Notes' }).fill('Volet réglé');
      await page.getByText('Saved', { exact: true }).waitFor();
    })),
    scene('notes-not-saved', { 'sites.note': { refusal: { code: 'L-62', reason: 'full' } } }, then(async (page) => {
      await page.getByRole('textbox', { name: 'Notes' }).fill('Volet réglé');
      await page.getByRole('button', { name: 'Save again' }).waitFor();
    })),
    scene('photos', {}, then(toPhotos)),
    scene('photos-full', { 'visit.photos': fakePhotos(now, MOST_PHOTOS) }, then(toPhotos)),
    scene('photo-refused', {}, then(async (page) => {
      await choose('IMG_2231.jpg', 'no picture')(page);
      await page.getByText('Not added: IMG_2231.jpg').waitFor();
      await toPhotos(page);
    })),
    scene('photo-large', {}, then(async (page) => press(page, 'Show large: Tableau, avant'))),
    scene('photo-missing', {}, then(async (page) => press(page, /Show large: Photo of/u).then(async () => press(page, 'Next photo')).then(async () => press(page, 'Next photo')))),
    scene('photo-delete', {}, then(async (page) => press(page, 'Show large: Tableau, avant').then(async () => press(page, 'Delete photo')))),
    scene('camera-refused', { 'visit.camera': false }, then(async (page) => press(page, 'Take a photo').then(async () => page.getByText('L-71').waitFor()))),
    scene('history-who', { 'sites.get': { ...site, history: [{ at: now - 60_000, event: 'checklistCompleted', who: 'Anna Martin' }, { at: now - HOUR, event: 'photoAdded', who: 'Anna Martin' }, ...site.history] } }, async (page) => page.getByRole('button', { name: 'Maison Dupont' }).first().click()),
    scene('template', {}, then(async (page) => press(page, 'Edit the checks of new sites'))),
    scene('template-own', { 'template.view': template }, then(async (page) => press(page, 'Edit the checks of new sites'))),
    scene('template-add', {}, then(async (page) => press(page, 'Edit the checks of new sites').then(async () => press(page, 'Add a check')).then(async () => press(page, 'Save check')))),
    scene('template-reset', { 'template.view': template }, then(async (page) => press(page, 'Edit the checks of new sites').then(async () => press(page, 'Back to the built-in checks')))),
  ];
}
