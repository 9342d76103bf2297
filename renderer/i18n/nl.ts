import { common, faults, languages, practice, states } from './nl/common.ts';
import { link, problem } from './nl/link.ts';
import { renewals } from './nl/renewals.ts';
import { credentials, firstStart } from './nl/setup.ts';
import { takeover } from './nl/takeover.ts';
import { homes, site, siteForm, sites } from './nl/sites.ts';
import { checkItems, template, visit } from './nl/visit.ts';

/** The Dutch catalogue. Its words are listed in GLOSSARY.md. */
export const nl = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, visit, template, checkItems, takeover } as const;
