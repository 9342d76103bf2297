import { about } from './es/about.ts';
import { book } from './es/book.ts';
import { common, faults, languages, practice, states } from './es/common.ts';
import { link, problem } from './es/link.ts';
import { byHand, faultHints } from './es/practice.ts';
import { doctor, ready, sheet } from './es/ready.ts';
import { recent } from './es/recent.ts';
import { keeping } from './es/keeping.ts';
import { papers } from './es/papers.ts';
import { dayList, siteList } from './es/list.ts';
import { renewals } from './es/renewals.ts';
import { credentials, firstStart } from './es/setup.ts';
import { help, settings } from './es/settings.ts';
import { signIn } from './es/sign-in.ts';
import { dataFolder, drop } from './es/data-folder.ts';
import { support } from './es/support.ts';
import { takeover } from './es/takeover.ts';
import { updates } from './es/updates.ts';
import { homes, site, siteForm, sites } from './es/sites.ts';
import { checkItems, template, visit } from './es/visit.ts';

/** The Spanish catalogue. Its words follow GLOSSARY.md. */
export const es = { common, states, languages, practice, faults, faultHints, byHand, firstStart, credentials, sites, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, siteList, dayList, takeover, updates, about, recent, keeping } as const;
