import { about } from './fr/about.ts';
import { book } from './fr/book.ts';
import { faults, practice } from './fr/faults.ts';
import { link, problem } from './fr/link.ts';
import { byHand, faultHints } from './fr/practice.ts';
import { doctor, ready, sheet } from './fr/ready.ts';
import { recent } from './fr/recent.ts';
import { keeping } from './fr/keeping.ts';
import { papers } from './fr/papers.ts';
import { dayList } from './fr/day-list.ts';
import { renewals } from './fr/renewals.ts';
import { credentials, firstStart } from './fr/setup.ts';
import { help, languages, settings } from './fr/settings.ts';
import { signIn } from './fr/sign-in.ts';
import { dataFolder, drop } from './fr/data-folder.ts';
import { support } from './fr/support.ts';
import { takeover } from './fr/takeover.ts';
import { updates } from './fr/updates.ts';
import { homes, site, siteForm } from './fr/sites.ts';
import { checkItems, template, visit } from './fr/visit.ts';

/** The French catalogue without what stands in `fr/start.ts`. Its words follow GLOSSARY.md. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
