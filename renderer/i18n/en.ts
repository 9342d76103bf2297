import { common, faults, languages, practice, states } from './en/common.ts';
import { link, problem } from './en/link.ts';
import { doctor, ready, sheet } from './en/ready.ts';
import { renewals } from './en/renewals.ts';
import { credentials, firstStart } from './en/setup.ts';
import { homes, site, siteForm, sites } from './en/sites.ts';

/** The English catalogue. It is the model: every other language has exactly these keys. */
export const en = { common, states, languages, practice, faults, firstStart, credentials, sites, siteForm, site, homes, renewals, ready, doctor, sheet, link, problem } as const;
