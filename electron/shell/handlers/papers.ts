import { dayOf } from '../../contract/calendar.ts';
import type { CustomerLetter, HandoverDocument, PaperKind } from '../../contract/papers.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import { customerLetter, handoverDocument, type PaperSources } from '../../handover/document.ts';
import { paperFileName } from '../../handover/file-name.ts';
import type { Site, SiteStore } from '../../sites/site.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { wordsOf } from '../words/words.ts';

type PaperCalls = 'papers.handover' | 'papers.letter' | 'papers.setPhone' | 'papers.save' | 'papers.print' | 'papers.open';

const NO_SITE = failure({ code: 'L-81', field: 'siteId' });

function withSite<Value>(program: Program, siteId: string, action: (site: Site, sites: SiteStore) => Result<Value>): Result<Value> {
  const { sites } = program.workplace();
  const site = sites?.find(siteId) ?? null;
  return sites && site ? action(site, sites) : NO_SITE;
}

function sourcesOf({ preferences, clock, mode }: Program, site: Site): PaperSources {
  const company = { name: preferences.get('companyName') ?? '', phone: preferences.get('companyPhone') };
  return { site, company, practice: mode() === 'practice', now: clock.now() };
}

function handover(program: Program, siteId: string): Result<HandoverDocument> {
  return withSite(program, siteId, (site, sites) => {
    const link = program.workplace().links?.findBySite(siteId) ?? null;
    return success(handoverDocument({ ...sourcesOf(program, site), link, consent: sites.consent(siteId), ...sites.onPaper(siteId) }));
  });
}

function letter(program: Program, siteId: string): Result<CustomerLetter> {
  return withSite(program, siteId, (site, sites) =>
    program.workplace().links?.findBySite(siteId) ? NO_SITE : success(customerLetter({ ...sourcesOf(program, site), history: sites.history(siteId) })));
}

/** Saves what the window shows; the name is made here of what is stored, never by the window. */
async function save(program: Program, siteId: string, paper: PaperKind): Promise<Result<string | null>> {
  const named = withSite(program, siteId, ({ name, customerLanguage }) => success(paperFileName(wordsOf(customerLanguage).papers[paper], name, dayOf(program.clock.now()))));
  if (!named.ok) return named;
  const saved = await program.paper.save(named.value);
  if (!saved.ok || saved.value === null) return saved;
  // The document is there: a line of the history that cannot be written is no reason to say otherwise.
  program.workplace().sites?.addHistory(siteId, { at: program.clock.now(), event: 'documentSaved', who: program.preferences.get('personName') });
  program.changed('sites');
  return saved;
}

function setPhone(program: Program, phone: string): Result<null> {
  const kept = program.preferences.set('companyPhone', phone);
  if (kept.ok) program.changed('app');
  return kept;
}

/** Handlers of `papers.*`. */
export function paperHandlers(program: Program): Pick<Handlers, PaperCalls> {
  return {
    'papers.handover': ({ siteId }) => handover(program, siteId),
    'papers.letter': ({ siteId }) => letter(program, siteId),
    'papers.setPhone': ({ phone }) => setPhone(program, phone),
    'papers.save': async ({ siteId, paper }) => save(program, siteId, paper),
    'papers.print': async () => program.paper.print(),
    'papers.open': async () => program.paper.openSaved(),
  };
}
