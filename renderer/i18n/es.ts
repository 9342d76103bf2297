import { about } from './es/about.ts';
import { book } from './es/book.ts';
import { faults, practice } from './es/faults.ts';
import { link, problem } from './es/link.ts';
import { byHand, faultHints } from './es/practice.ts';
import { doctor, ready, sheet } from './es/ready.ts';
import { recent } from './es/recent.ts';
import { keeping } from './es/keeping.ts';
import { papers } from './es/papers.ts';
import { dayList } from './es/day-list.ts';
import { renewals } from './es/renewals.ts';
import { credentials, firstStart } from './es/setup.ts';
import { help, languages, settings } from './es/settings.ts';
import { signIn } from './es/sign-in.ts';
import { dataFolder, drop } from './es/data-folder.ts';
import { support } from './es/support.ts';
import { takeover } from './es/takeover.ts';
import { updates } from './es/updates.ts';
import { homes, site, siteForm } from './es/sites.ts';
import { checkItems, template, visit } from './es/visit.ts';

/** The Spanish catalogue without what stands in `es/start.ts`. Its words follow GLOSSARY.md. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
