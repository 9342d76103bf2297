import { about } from './en/about.ts';
import { book } from './en/book.ts';
import { faults, practice } from './en/faults.ts';
import { link, problem } from './en/link.ts';
import { dayList } from './en/day-list.ts';
import { byHand, faultHints } from './en/practice.ts';
import { doctor, ready, sheet } from './en/ready.ts';
import { recent } from './en/recent.ts';
import { keeping } from './en/keeping.ts';
import { papers } from './en/papers.ts';
import { renewals } from './en/renewals.ts';
import { credentials, firstStart } from './en/setup.ts';
import { help, languages, settings } from './en/settings.ts';
import { signIn } from './en/sign-in.ts';
import { dataFolder, drop } from './en/data-folder.ts';
import { support } from './en/support.ts';
import { takeover } from './en/takeover.ts';
import { updates } from './en/updates.ts';
import { homes, site, siteForm } from './en/sites.ts';
import { checkItems, template, visit } from './en/visit.ts';

/** The English catalogue without what stands in `en/start.ts`. It is the model: every other language has exactly these keys. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
