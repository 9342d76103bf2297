import { common, faults, languages, practice, states } from './it/common.ts';
import { link, problem } from './it/link.ts';
import { dayList, siteList } from './it/list.ts';
import { renewals } from './it/renewals.ts';
import { credentials, firstStart } from './it/setup.ts';
import { homes, site, siteForm, sites } from './it/sites.ts';

/** The Italian catalogue, with the keys of the English one. */
export const it = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, siteList, dayList } as const;
