import { common, faults, languages, practice, states } from './nl/common.ts';
import { link, problem } from './nl/link.ts';
import { dayList, siteList } from './nl/list.ts';
import { renewals } from './nl/renewals.ts';
import { credentials, firstStart } from './nl/setup.ts';
import { homes, site, siteForm, sites } from './nl/sites.ts';

/** The Dutch catalogue. Its words are listed in GLOSSARY.md. */
export const nl = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, siteList, dayList } as const;
