import type { ConsentView } from '../contract/consent.ts';
import type { CheckOnPaper, CustomerLetter, HandoverDocument, HomeOnPaper, LinkOnPaper, Reading } from '../contract/papers.ts';
import { homeView } from '../homes/view.ts';
import { LINK_LIFETIME_DAYS, type Link } from '../links/link.ts';
import { linkState } from '../links/link-view.ts';
import { linkEndsAt } from '../links/standing.ts';
import type { HistoryEntry, Site } from '../sites/site.ts';
import { withoutAddresses } from './masking.ts';

/** What every paper is made of. `now` in milliseconds since 1970-01-01 UTC. */
export interface PaperSources {
  readonly site: Site;
  readonly company: { readonly name: string; readonly phone: string };
  readonly practice: boolean;
  readonly now: number;
}

/** What a hand-over pack is made of besides. */
export interface HandoverSources extends PaperSources {
  readonly link: Link | null;
  readonly consent: ConsentView | null;
  readonly checklist: readonly CheckOnPaper[];
  readonly photos: number;
}

/** What a letter is made of besides; the history newest first. */
export interface LetterSources extends PaperSources {
  readonly history: readonly HistoryEntry[];
}

const DAY = 86_400_000;

function head({ site, company, practice, now }: PaperSources): Pick<HandoverDocument, 'language' | 'madeAt' | 'practice' | 'company' | 'site'> {
  return {
    language: site.customerLanguage, madeAt: now, practice,
    company: { name: withoutAddresses(company.name), phone: withoutAddresses(company.phone) },
    site: { name: withoutAddresses(site.name), address: withoutAddresses(site.address), customer: withoutAddresses(site.customerName) },
  };
}

function homeOnPaper(home: Parameters<typeof homeView>[0]): HomeOnPaper {
  const { name, shortId, deviceCount, deviceNames } = homeView(home);
  return { name: name === null ? null : withoutAddresses(name), shortId, deviceCount, deviceNames: deviceNames.map(withoutAddresses) };
}

function readingOf({ proof }: Link): Reading | null {
  return proof?.homes ? { at: proof.at, homes: proof.homes.map(homeOnPaper) } : null;
}

/** As main shortens an address: at most one character before the dots and one after them. */
const SHORTENED = /^.?….?@[^@]*$/u;
/** Main shortens an account before it stores it; whatever else stands there is shortened now. */
const accountOnPaper = (label: string): string => (SHORTENED.test(label) ? label : withoutAddresses(label));

/** What may be said of a link on paper at `now`. "Proven" is only what a real read proved and nothing puts in doubt since (product.md R3). */
export function linkOnPaper(link: Link | null, now: number): LinkOnPaper {
  if (!link) return { standing: 'none' };
  const parts = { account: accountOnPaper(link.accountLabel), since: link.linkedAt };
  const reading = readingOf(link);
  const state = linkState(link);
  if (state === 'signInAgain') return { standing: 'ended', ...parts, reading };
  const isKept = (state === 'linked' || state === 'linkedHomesUnreadable') && linkEndsAt(link) > now;
  if (!isKept) return { standing: 'uncertain', ...parts, reading };
  return reading ? { standing: 'proven', ...parts, reading } : { standing: 'homesUnread', ...parts };
}

function consentOnPaper(consent: ConsentView): NonNullable<HandoverDocument['consent']> {
  const { at, textVersion, language, clock, customerName, companyName, homes } = consent;
  return {
    at, textVersion, language, clock, customer: withoutAddresses(customerName), company: withoutAddresses(companyName),
    homes: homes && homes.map(({ name, shortId }) => (name === null ? `…${shortId}` : withoutAddresses(name))),
  };
}

/** The hand-over pack. No secret is among its sources, and no e-mail address gets through as a whole. */
export function handoverDocument(sources: HandoverSources): HandoverDocument {
  const { site, link, consent, checklist, photos, now } = sources;
  return {
    ...head(sources),
    link: linkOnPaper(link, now),
    consent: consent && consentOnPaper(consent),
    contractEndsOn: site.contractEndsOn,
    checklist: checklist.map((check) => ({ ...check, title: withoutAddresses(check.title), criterion: withoutAddresses(check.criterion), remark: withoutAddresses(check.remark) })),
    photos,
  };
}

/** The letter for the end of a contract, for a site without a link. */
export function customerLetter(sources: LetterSources): CustomerLetter {
  const linkEndedAt = sources.history.find(({ event }) => event === 'unlinked')?.at ?? null;
  return {
    ...head(sources),
    contractEndedAt: sources.site.endedAt,
    linkEndedAt,
    listedUntil: linkEndedAt === null ? null : linkEndedAt + LINK_LIFETIME_DAYS * DAY,
  };
}
