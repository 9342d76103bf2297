import type { LinkState, LinkView, SiteView } from '../../../electron/contract/views.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { clockStage } from '../../components/clock-stage.ts';
import { isDueSoon } from '../../components/link-chip.ts';
import { concernsCompany } from '../../components/problem-rules.ts';

type SiteTexts = Words['site'];
/** Which heading a site shows. */
export type Heading = keyof SiteTexts['headings'];
/** Which explanation a site shows. */
export type Explanation = keyof SiteTexts['explains'];
/** When the program acts by itself: never, once the company's credentials work again, as soon as it can, or at `nextAt`. */
export type NextStep = 'never' | 'company' | 'soon' | 'at';

const SOON = 60_000;

/** The state of a site, with or without a link. */
export function stateOf(site: SiteView): LinkState {
  return site.link?.state ?? 'notLinked';
}

function wasUnlinked(site: SiteView): boolean {
  return site.link === null && site.history.some((entry) => entry.event === 'unlinked');
}

/** Whether a link that was never refused is past its 90 days. */
function isOver({ link }: SiteView, now: number): boolean {
  return link !== null && isDueSoon(link.state, link.endsAt, now) && clockStage(link.endsAt, now) === 'over';
}

/** The large words of a site. `now` in milliseconds since 1970-01-01 UTC. */
export function headingOf(site: SiteView, now: number): Heading {
  if (wasUnlinked(site)) return 'unlinked';
  if (isOver(site, now)) return 'over';
  const state = stateOf(site);
  return state === 'linked' && site.link?.proof === null ? 'linkedUnproven' : state;
}

/** Whether an uncertain link was refused once and waits for that to be confirmed; else its answer was lost. */
export function isRefusedOnce(link: LinkView): boolean {
  return link.state === 'uncertain' && (link.problem?.code === 'L-41' || link.problem?.code === 'L-42');
}

/** The sentence below the heading. `now` in milliseconds since 1970-01-01 UTC. */
export function explanationOf(site: SiteView, now: number): Explanation {
  const { link } = site;
  if (!link) return wasUnlinked(site) ? 'unlinked' : 'notLinked';
  if (isRefusedOnce(link)) return 'refusedOnce';
  if (link.state === 'uncertain' && link.problem && concernsCompany(link.problem.code)) return 'companyFirst';
  if (isOver(site, now)) return 'over';
  return link.state === 'linkedHomesUnreadable' && link.problem ? 'homesProblem' : link.state;
}

/** When the program presents a link next by itself. `company`: the company's credentials are the suspect, so it waits for them. */
export function nextStep(nextAt: number | null, now: number, company: boolean): NextStep {
  if (nextAt === null) return 'never';
  if (company) return 'company';
  return nextAt - now < SOON ? 'soon' : 'at';
}
