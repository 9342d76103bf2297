import type { Page } from '@playwright/test';
import type { CustomerLetter, HandoverDocument, HomeOnPaper, Reading } from '../../electron/contract/papers.ts';
import type { SiteView } from '../../electron/contract/views.ts';
import { fakeHomes, fakeLink, fakeSite, fakeStart, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

const DAY = 86_400_000;

const press = (...names: readonly string[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name, exact: name !== 'Maison Dupont' }).first().click();
};
const papers = ['Maison Dupont', 'Papers and contract'] as const;

const homes: readonly HomeOnPaper[] = fakeHomes().map(({ name, shortId, deviceCount, deviceNames }) => ({ name, shortId, deviceCount, deviceNames }));
const LONG = 'Résidence du Parc de la Haute-Vienne, bâtiment C, appartement 12, troisième étage à gauche';

/** Twelve homes of one account, some with long names, one whose devices could not be read. */
function manyHomes(): HomeOnPaper[] {
  return Array.from({ length: 12 }, (_, index): HomeOnPaper => ({
    name: index === 3 ? LONG : index === 5 ? null : `Gîte ${index + 1}`, shortId: `4f${index}a`, deviceCount: index === 7 ? null : 3 + index * 2,
    deviceNames: index === 7 ? [] : ['Salon', 'Chambre parents', 'Entrée', 'Prise four', 'Volet cuisine', 'Garage', 'Terrasse', 'Cave', 'Couloir', 'Bureau', 'Buanderie', 'Jardin', 'Portail'].slice(0, 3 + index * 2),
  }));
}

/** The hand-over pack of the invented customer. */
export function fakeHandover(now: number, part: Partial<HandoverDocument> = {}): HandoverDocument {
  const reading: Reading = { at: now - 2 * 3_600_000, homes: [...homes] };
  return {
    language: 'fr', madeAt: now, practice: false, company: { name: 'Martin Électricité', phone: '05 55 01 02 03' },
    site: { name: 'Maison Dupont', address: '12 rue des Lilas, 87000 Limoges', customer: 'Mme Claire Dupont' },
    link: { standing: 'proven', account: 'c…t@orange.fr', since: now - 3 * 3_600_000, reading },
    consent: { at: now - 3 * 3_600_000, textVersion: '1', language: 'fr', clock: 'confirmed', customer: 'Mme Claire Dupont', company: 'Martin Électricité', homes: ['Maison Dupont', 'Gîte'] },
    contractEndsOn: '2031-12-31',
    checklist: [
      { item: 'gateway', title: '', criterion: '', verdict: 'passed', remark: '', at: now - 3_600_000 }, { item: 'devices', title: '', criterion: '', verdict: 'passed', remark: '', at: now - 3_600_000 },
      { item: 'wifi', title: '', criterion: '', verdict: 'failed', remark: 'Deux barres seulement ; un répéteur est commandé.', at: now - 3_600_000 }, { item: 'surge', title: '', criterion: '', verdict: 'notApplicable', remark: '', at: now - 3_600_000 },
      { item: 'own', title: 'Coffret de chantier retiré', criterion: 'Rien ne reste sur place.', verdict: 'open', remark: '', at: null },
    ],
    photos: 4,
    ...part,
  };
}

/** Hand-over packs that look different from the usual one, by name. */
export function fakeHandovers(now: number): Readonly<Record<string, HandoverDocument>> {
  const usual = fakeHandover(now);
  const account = { account: 'c…t@orange.fr', since: now - 90 * DAY };
  const reading: Reading = { at: now - 40 * DAY, homes: [...homes] };
  const bare = { consent: null, checklist: [], photos: 0, contractEndsOn: '' } as const;
  return {
    fr: usual,
    de: fakeHandover(now, { language: 'de' }),
    it: fakeHandover(now, { language: 'it', company: { name: 'Martin Électricité', phone: '' } }),
    es: fakeHandover(now, { language: 'es', link: { standing: 'homesUnread', ...account } }),
    nl: fakeHandover(now, { language: 'nl', link: { standing: 'ended', ...account, reading } }),
    en: fakeHandover(now, { language: 'en', practice: true, checklist: [], photos: 1 }),
    uncertain: fakeHandover(now, { language: 'de', link: { standing: 'uncertain', ...account, reading }, consent: null }),
    none: fakeHandover(now, { ...bare, language: 'en', link: { standing: 'none' }, checklist: [] }),
    many: fakeHandover(now, {
      language: 'de', site: { name: LONG, address: `${LONG}, 87000 Limoges`, customer: 'Frau Dr. Annemarie von Hohenstein-Oberrheinhausen und Herr Maximilian Wolfeschlegelsteinhausenbergerdorff' },
      company: { name: 'Elektrotechnik Wolfeschlegelsteinhausenbergerdorff & Söhne GmbH & Co. KG', phone: '+49 7851 123456' },
      link: { standing: 'proven', account: 'c…t@orange.fr', since: now - DAY, reading: { at: now, homes: manyHomes() } },
    }),
  };
}

/** The letter for the end of a contract. */
export function fakeLetter(now: number, part: Partial<CustomerLetter> = {}): CustomerLetter {
  const { language, madeAt, practice, company, site } = fakeHandover(now);
  return { language, madeAt, practice, company, site, contractEndedAt: now, linkEndedAt: now, listedUntil: now + 90 * DAY, ...part };
}

function ended(now: number, part: Partial<SiteView> = {}): SiteView {
  return { ...fakeSite(now, null), endedAt: now - DAY, contractEndsOn: '2026-01-31', ...part };
}

const dayFrom = (now: number, days: number): string => new Date(now + days * DAY).toISOString().slice(0, 10);

function siteScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const linked = fakeSite(now, fakeLink(now, 12));
  const scene = (name: string, site: SiteView, walk: Scene['walk'], more: FakeAnswers = {}): Scene => ({ name, answers: { ...all, 'sites.get': site, ...more }, ...(walk ? { walk } : {}) });
  const end = press(...papers, 'End the contract');
  return [
    scene('papers-open', linked, press(...papers)),
    scene('papers-handed-over', { ...linked, handedOverAt: now - DAY, contractEndsOn: '2031-12-31' }, press(...papers)),
    scene('papers-ends-soon', { ...linked, contractEndsOn: dayFrom(now, 33) }, press(...papers)),
    scene('papers-over', { ...linked, contractEndsOn: '2026-01-31' }, press(...papers)),
    scene('papers-over-link-tab', { ...linked, contractEndsOn: '2026-01-31' }, press('Maison Dupont')),
    scene('papers-end', linked, end),
    scene('papers-end-erase', linked, async (page) => {
      await end(page);
      await page.getByRole('radio', { name: /^Erase it/u }).check();
    }),
    scene('papers-erase', linked, async (page) => {
      await end(page);
      await page.getByRole('radio', { name: /^Erase it/u }).check();
      await press('Go on to erasing')(page);
    }),
    scene('papers-end-refused', linked, async (page) => {
      await end(page);
      await page.getByRole('dialog').getByRole('button', { name: 'End the contract' }).click();
    }, { 'contract.end': { refusal: { code: 'L-83' } } }),
    scene('papers-exported', linked, press(...papers, 'Export this customer’s file'), { 'visit.checklist': { items: [], answered: 0, failed: 0 }, 'visit.photos': [], 'customer.save': 'Dossier du client Maison Dupont 2026-11-24.zip' }),
    scene('papers-export-refused', linked, press(...papers, 'Export this customer’s file'), { 'visit.checklist': { items: [], answered: 0, failed: 0 }, 'visit.photos': [], 'customer.save': { refusal: { code: 'L-70' } } }),
    scene('papers-ended', ended(now), press(...papers)),
    scene('papers-ended-kept', ended(now), press(...papers), { 'app.start': fakeStart({ settings: asking }) }),
    scene('papers-ended-over', ended(now - 4 * 366 * 86_400_000), press(...papers), { 'app.start': fakeStart({ settings: asking }) }),
    scene('papers-ended-link-tab', ended(now, { guestRemovedAt: now - 3_600_000 }), press('Maison Dupont')),
    scene('papers-ended-visit-tab', ended(now), press('Maison Dupont', 'Visit')),
  ];
}

const asking = { customerLanguage: 'fr', siteMode: false, theme: 'system', notices: false, eraseAskYears: 3 } as const;

function paperScenes(now: number, all: FakeAnswers): readonly Scene[] {
  const linked = fakeSite(now, fakeLink(now, 12));
  const handover = (name: string, paper: HandoverDocument, more: FakeAnswers = {}, then: readonly string[] = []): Scene => ({
    name: `paper-handover-${name}`, answers: { ...all, 'sites.get': linked, 'papers.handover': paper, ...more }, walk: press(...papers, 'Make hand-over pack', ...then),
  });
  const letter = (name: string, paper: CustomerLetter): Scene => ({ name: `paper-letter-${name}`, answers: { ...all, 'sites.get': ended(now), 'papers.letter': paper }, walk: press(...papers, 'Make the letter') });
  const practice: FakeAnswers = { 'app.start': fakeStart({ mode: 'practice' }) };
  return [
    ...Object.entries(fakeHandovers(now)).map(([name, paper]) => handover(name, paper, paper.practice ? practice : {})),
    handover('saved', fakeHandover(now), { 'papers.save': 'Remise Maison Dupont 2026-11-24.pdf' }, ['Save as PDF']),
    handover('failed', fakeHandover(now), { 'papers.save': { refusal: { code: 'L-70' } } }, ['Save as PDF']),
    letter('fr', fakeLetter(now)),
    letter('de', fakeLetter(now, { language: 'de', company: { name: 'Martin Électricité', phone: '' } })),
    letter('unlinked', fakeLetter(now, { language: 'en', linkEndedAt: null, listedUntil: null })),
  ];
}

/** The papers part of a site, and the papers. `now` in milliseconds since 1970-01-01 UTC. */
export function papersScenes(now: number, all: FakeAnswers): readonly Scene[] {
  return [...siteScenes(now, all), ...paperScenes(now, all)];
}
