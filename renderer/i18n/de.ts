import { common, faults, languages, practice, states } from './de/common.ts';
import { link, problem } from './de/link.ts';
import { renewals } from './de/renewals.ts';
import { credentials, firstStart } from './de/setup.ts';
import { takeover } from './de/takeover.ts';
import { homes, site, siteForm, sites } from './de/sites.ts';
import { checkItems, template, visit } from './de/visit.ts';

/** The German catalogue. Its words are listed in GLOSSARY.md. */
export const de = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, visit, template, checkItems, takeover } as const;
