import { about } from './de/about.ts';
import { book } from './de/book.ts';
import { faults, practice } from './de/faults.ts';
import { link, problem } from './de/link.ts';
import { byHand, faultHints } from './de/practice.ts';
import { doctor, ready, sheet } from './de/ready.ts';
import { recent } from './de/recent.ts';
import { keeping } from './de/keeping.ts';
import { papers } from './de/papers.ts';
import { dayList } from './de/day-list.ts';
import { renewals } from './de/renewals.ts';
import { credentials, firstStart } from './de/setup.ts';
import { help, languages, settings } from './de/settings.ts';
import { signIn } from './de/sign-in.ts';
import { dataFolder, drop } from './de/data-folder.ts';
import { support } from './de/support.ts';
import { takeover } from './de/takeover.ts';
import { updates } from './de/updates.ts';
import { homes, site, siteForm } from './de/sites.ts';
import { checkItems, template, visit } from './de/visit.ts';

/** The German catalogue without what stands in `de/start.ts`. Its words are listed in GLOSSARY.md. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
