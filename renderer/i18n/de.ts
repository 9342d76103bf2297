import { common, faults, languages, practice, states } from './de/common.ts';
import { link, problem } from './de/link.ts';
import { dayList, siteList } from './de/list.ts';
import { renewals } from './de/renewals.ts';
import { credentials, firstStart } from './de/setup.ts';
import { homes, site, siteForm, sites } from './de/sites.ts';

/** The German catalogue. Its words are listed in GLOSSARY.md. */
export const de = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, siteList, dayList } as const;
