import { common, faults, languages, practice, states } from './fr/common.ts';
import { link, problem } from './fr/link.ts';
import { renewals } from './fr/renewals.ts';
import { credentials, firstStart } from './fr/setup.ts';
import { takeover } from './fr/takeover.ts';
import { homes, site, siteForm, sites } from './fr/sites.ts';
import { checkItems, template, visit } from './fr/visit.ts';

/** The French catalogue. Its words follow GLOSSARY.md. */
export const fr = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, visit, template, checkItems, takeover } as const;
