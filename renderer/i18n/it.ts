import { common, faults, languages, practice, states } from './it/common.ts';
import { link, problem } from './it/link.ts';
import { renewals } from './it/renewals.ts';
import { credentials, firstStart } from './it/setup.ts';
import { takeover } from './it/takeover.ts';
import { homes, site, siteForm, sites } from './it/sites.ts';
import { checkItems, template, visit } from './it/visit.ts';

/** The Italian catalogue, with the keys of the English one. */
export const it = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, visit, template, checkItems, takeover } as const;
