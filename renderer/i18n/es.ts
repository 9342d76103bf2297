import { common, faults, languages, practice, states } from './es/common.ts';
import { link, problem } from './es/link.ts';
import { renewals } from './es/renewals.ts';
import { credentials, firstStart } from './es/setup.ts';
import { takeover } from './es/takeover.ts';
import { homes, site, siteForm, sites } from './es/sites.ts';
import { checkItems, template, visit } from './es/visit.ts';

/** The Spanish catalogue. Its words follow GLOSSARY.md. */
export const es = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, link, problem, visit, template, checkItems, takeover } as const;
