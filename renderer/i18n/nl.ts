import { about } from './nl/about.ts';
import { book } from './nl/book.ts';
import { faults, practice } from './nl/faults.ts';
import { link, problem } from './nl/link.ts';
import { byHand, faultHints } from './nl/practice.ts';
import { doctor, ready, sheet } from './nl/ready.ts';
import { recent } from './nl/recent.ts';
import { keeping } from './nl/keeping.ts';
import { papers } from './nl/papers.ts';
import { dayList } from './nl/day-list.ts';
import { renewals } from './nl/renewals.ts';
import { credentials, firstStart } from './nl/setup.ts';
import { help, languages, settings } from './nl/settings.ts';
import { signIn } from './nl/sign-in.ts';
import { dataFolder, drop } from './nl/data-folder.ts';
import { support } from './nl/support.ts';
import { takeover } from './nl/takeover.ts';
import { updates } from './nl/updates.ts';
import { homes, site, siteForm } from './nl/sites.ts';
import { checkItems, template, visit } from './nl/visit.ts';

/** The Dutch catalogue without what stands in `nl/start.ts`. Its words are listed in GLOSSARY.md. */
export const rest = { languages, practice, faults, faultHints, byHand, firstStart, credentials, siteForm, site, homes, renewals, link, signIn, problem, settings, help, ready, doctor, sheet, book, support, dataFolder, drop, visit, template, checkItems, papers, dayList, takeover, updates, about, recent, keeping } as const;
