import { common, faults, languages, practice, states } from './fr/common.ts';
import { link, problem } from './fr/link.ts';
import { dayList, siteList } from './fr/list.ts';
import { renewals } from './fr/renewals.ts';
import { credentials, firstStart } from './fr/setup.ts';
import { homes, site, siteForm, sites } from './fr/sites.ts';

/** The French catalogue. Its words follow GLOSSARY.md. */
export const fr = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, siteList, dayList } as const;
