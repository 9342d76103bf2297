import type { PaperKind } from '../electron/contract/papers.ts';
import type { Problem } from '../electron/contract/problems.ts';
import type { SiteFilter } from '../electron/contract/site-groups.ts';

/** The parts of a site's page: its link, what is done on a visit, the papers and the end of the contract. */
export const siteTabs = ['link', 'visit', 'papers'] as const;
export type SiteTab = (typeof siteTabs)[number];

/** Where the window is. There are no addresses: a screen is a value. */
export type Screen =
  | { readonly name: 'firstStart' }
  | { readonly name: 'credentials'; readonly form: boolean }
  | { readonly name: 'sites'; readonly siteId: string | null; readonly tab?: SiteTab; readonly filter?: SiteFilter }
  | { readonly name: 'newSite' }
  | { readonly name: 'dayList' }
  | { readonly name: 'editSite'; readonly siteId: string }
  | { readonly name: 'link'; readonly siteId: string }
  | { readonly name: 'paper'; readonly siteId: string; readonly paper: PaperKind; readonly back: Screen }
  | { readonly name: 'renewals' }
  | { readonly name: 'practice' }
  | { readonly name: 'settings' }
  | { readonly name: 'template'; readonly back: Screen }
  | { readonly name: 'help'; readonly query: string }
  | { readonly name: 'ready' | 'doctor'; readonly back: Screen }
  | { readonly name: 'sheet' | 'support'; readonly back: Screen }
  | { readonly name: 'about'; readonly back: Screen }
  | { readonly name: 'takeover'; readonly siteId: string | null; readonly back: Screen; /** A file that was dropped onto the window. */ readonly dropped?: File }
  | { readonly name: 'problem'; readonly problem: Problem; readonly at: number | null; readonly back: Screen };

/** The problem page for `problem`, which happened at `at` (milliseconds since 1970-01-01 UTC; null: it is only read about); `back` is where its back button leads. */
export function problemScreen(problem: Problem, back: Screen, at: number | null = Date.now()): Screen {
  return { name: 'problem', problem, at, back };
}

/** The site that `screen` is about, or null. */
export function siteOf(screen: Screen): string | null {
  return 'siteId' in screen ? screen.siteId : null;
}

/** The hand-over pack of a site; `back` is where its back button leads. From the pack itself it stays where it is. */
export function handoverScreen(siteId: string, back: Screen): Screen {
  return back.name === 'paper' && back.paper === 'handover' ? back : { name: 'paper', siteId, paper: 'handover', back };
}
