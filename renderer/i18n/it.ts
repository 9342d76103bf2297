import { about } from './it/about.ts';
import { book } from './it/book.ts';
import { faults, practice } from './it/faults.ts';
import { link, problem } from './it/link.ts';
import { byHand, faultHints } from './it/practice.ts';
import { doctor, ready, sheet } from './it/ready.ts';
import { recent } from './it/recent.ts';
import { keeping } from './it/keeping.ts';
import { papers } from './it/papers.ts';
import { dayList } from './it/day-list.ts';
import { renewals } from './it/renewals.ts';
import { credentials, firstStart } from './it/setup.ts';
import { help, languages, settings } from './it/settings.ts';
import { signIn } from './it/sign-in.ts';
import { dataFolder, drop } from './it/data-folder.ts';
import { support } from './it/support.ts';
import { takeover } from './it/takeover.ts';
import { updates } from './it/updates.ts';
import { homes, site, siteForm } from './it/sites.ts';
import { checkItems, template, visit } from './it/visit.ts';

/** The Italian catalogue without what stands in `it/start.ts`, with the keys of the English one. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
