import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerLanguages } from '../../../electron/contract/languages.ts';
import { checkVerdicts, customerLetterSchema, handoverDocumentSchema } from '../../../electron/contract/papers.ts';
import { customerLetter, handoverDocument, linkOnPaper, type HandoverSources } from '../../../electron/handover/document.ts';
import type { Home } from '../../../electron/homes/home.ts';
import type { Link, LinkCondition } from '../../../electron/links/link.ts';
import type { Site } from '../../../electron/sites/site.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 9);
const site: Site = {
  id: 'secret-site-id', createdAt: 5, name: 'Maison Dupont', address: '12 rue des Lilas', customerName: 'Mme Dupont', customerLanguage: 'fr',
  visit: '', contractEndsOn: '2031-12-31', notes: 'Key under the mat', handedOverAt: null, endedAt: null, guestRemovedAt: null,
};
const home: Home = { id: 'plant-0000-4f2a', name: 'Maison', devices: [{ id: 'device-secret-id', name: 'Salon', kind: 'light' }], problem: null };
const link: Link = {
  id: 'secret-link-id', siteId: site.id, generation: 41, linkedAt: NOW - DAY, renewedAt: NOW - DAY, accountLabel: 'c…t@orange.fr',
  condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt: null, proof: { at: NOW - 3_600_000, homes: [home] },
};
const consent = { at: NOW - DAY, textVersion: '1', language: 'fr', clock: 'confirmed', customerName: 'Mme Dupont', companyName: 'Martin', homes: [{ shortId: '4f2a', name: null }] } as const;
const sources: HandoverSources = { site, company: { name: 'Martin', phone: '05 55' }, practice: false, now: NOW, link, consent: { ...consent, homes: [...consent.homes] }, checklist: [], photos: 2 };

/** An address as a mail program would take it. */
const EMAIL = /[\p{L}\p{N}._%+-]{2,}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;

describe('what a paper says of a link', () => {
  it('is "proven" for what a real read showed, with its age', () => {
    expect(linkOnPaper(link, NOW)).toEqual({
      standing: 'proven', account: 'c…t@orange.fr', since: NOW - DAY,
      reading: { at: NOW - 3_600_000, homes: [{ name: 'Maison', shortId: '4f2a', deviceCount: 1, deviceNames: ['Salon'] }] },
    });
  });

  it.each([
    ['no link', null, 'none'],
    ['nothing was ever read', { ...link, proof: null }, 'homesUnread'],
    ['only the account was seen', { ...link, proof: { at: NOW, homes: null } }, 'homesUnread'],
    ['an answer was lost', { ...link, condition: 'uncertain' as const }, 'uncertain'],
    ['it was refused once', { ...link, condition: 'suspect' as const }, 'uncertain'],
    ['its record does not open', { ...link, condition: 'quarantined' as const }, 'uncertain'],
    ['the key store is locked', { ...link, condition: 'locked' as const }, 'uncertain'],
    ['its 90 days are over', { ...link, renewedAt: NOW - 90 * DAY }, 'uncertain'],
    ['Legrand refuses it', { ...link, condition: 'relinkRequired' as const }, 'ended'],
  ])('is never "proven" where %s', (_why, given, standing) => {
    expect(linkOnPaper(given, NOW).standing).toBe(standing);
  });

  it('is "proven" for an active link within its days with homes read, and for no other (R3)', () => {
    const conditions: readonly LinkCondition[] = ['active', 'uncertain', 'suspect', 'relinkRequired', 'quarantined', 'locked'];
    fc.assert(fc.property(fc.constantFrom(...conditions), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 200 }), (condition, hasProof, hasHomes, age) => {
      const proof = hasProof ? { at: NOW, homes: hasHomes ? [home] : null } : null;
      const { standing } = linkOnPaper({ ...link, condition, proof, renewedAt: NOW - age * DAY }, NOW);
      expect(standing === 'proven').toBe(condition === 'active' && hasProof && hasHomes && age < 90);
    }));
  });
});

describe('the hand-over pack as data', () => {
  it('is what the contract declares, and holds what the customer may know', () => {
    const paper = handoverDocument(sources);
    expect(handoverDocumentSchema.parse(paper)).toEqual(paper);
    expect(paper).toMatchObject({ language: 'fr', madeAt: NOW, contractEndsOn: '2031-12-31', photos: 2, consent: { clock: 'confirmed', homes: ['…4f2a'] } });
  });

  it('holds no id, no generation, no note and nothing of a problem', () => {
    const troubled: Link = { ...link, condition: 'uncertain', problem: { code: 'L-43', correlationId: 'correlation-secret' } };
    const text = JSON.stringify(handoverDocument({ ...sources, link: troubled }));
    for (const secret of ['secret-site-id', 'secret-link-id', 'plant-0000', 'device-secret-id', 'correlation-secret', 'L-43', 'Key under', '41']) expect(text).not.toContain(secret);
  });

  it('lets no e-mail address through as a whole, wherever it was typed', () => {
    const around = fc.constantFrom('', ' ', '(', '<', 'mailto:', ', ', '…');
    const anywhere = fc.tuple(around, fc.emailAddress(), around).map(([before, address, after]) => `${before}${address}${after}`);
    fc.assert(fc.property(anywhere, fc.nat(11), (typed, place) => {
      const put = (index: number, otherwise: string): string => (index === place ? typed.slice(0, 190) : otherwise);
      const paper = handoverDocument({
        ...sources,
        site: { ...site, name: put(0, 'n'), address: put(1, 'a'), customerName: put(2, 'c') },
        company: { name: put(3, 'm'), phone: put(4, '05').slice(0, 50) },
        link: { ...link, accountLabel: put(5, 'c…t@orange.fr'), proof: { at: NOW, homes: [{ ...home, name: put(6, 'h'), devices: [{ id: 'd', name: put(7, 'd'), kind: null }] }] } },
        consent: { ...consent, customerName: put(8, 'c'), companyName: put(9, 'm'), homes: [{ shortId: '4f2a', name: put(10, 'h') }] },
        checklist: [{ item: 'own', title: put(2, 't'), criterion: put(3, 'k'), verdict: 'failed', remark: put(11, 'r'), at: NOW }],
      });
      const found = EMAIL.exec(JSON.stringify(paper).replaceAll(/\\u[\da-f]{4}/gu, ' '))?.[0] ?? '';
      expect(found).toBe('');
    }), { numRuns: 1000 });
  });

  it('keeps a shortened account as main gives it', () => {
    expect(handoverDocument(sources).link).toMatchObject({ account: 'c…t@orange.fr' });
    expect(handoverDocument({ ...sources, link: { ...link, accountLabel: 'Claire D.' } }).link).toMatchObject({ account: 'Claire D.' });
  });

  it('fits the contract whatever is stored', () => {
    const check = fc.record({ item: fc.string({ minLength: 1, maxLength: 64 }), title: fc.string({ maxLength: 120 }), criterion: fc.string({ maxLength: 300 }), verdict: fc.constantFrom(...checkVerdicts), remark: fc.string({ maxLength: 300 }), at: fc.option(fc.nat()) });
    fc.assert(fc.property(fc.array(check, { maxLength: 5 }), fc.string({ maxLength: 200 }), fc.constantFrom(...customerLanguages), (checklist, name, customerLanguage) => {
      expect(handoverDocumentSchema.safeParse(handoverDocument({ ...sources, checklist, site: { ...site, name, customerLanguage } })).success).toBe(true);
    }));
  });
});

describe('the letter as data', () => {
  it('says when the link was ended here and until when it may be listed', () => {
    const letter = customerLetter({ ...sources, site: { ...site, endedAt: NOW }, history: [{ at: NOW, event: 'contractEnded' }, { at: NOW - DAY, event: 'unlinked' }, { at: NOW - 9 * DAY, event: 'unlinked' }] });
    expect(customerLetterSchema.parse(letter)).toEqual(letter);
    expect(letter).toMatchObject({ contractEndedAt: NOW, linkEndedAt: NOW - DAY, listedUntil: NOW + 89 * DAY });
  });

  it('invents no day where none is known', () => {
    expect(customerLetter({ ...sources, history: [] })).toMatchObject({ contractEndedAt: null, linkEndedAt: null, listedUntil: null });
  });
});
