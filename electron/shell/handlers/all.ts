import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { aboutHandlers } from './about.ts';
import { appHandlers } from './app.ts';
import { browserHandlers } from './browsers.ts';
import { dataHandlers } from './data.ts';
import { contractHandlers } from './contract.ts';
import { customerHandlers } from './customer.ts';
import { dayListHandlers } from './day-list.ts';
import { linkHandlers } from './link.ts';
import { paperHandlers } from './papers.ts';
import { practiceHandlers } from './practice.ts';
import { profileHandlers } from './profile.ts';
import { readinessHandlers } from './readiness.ts';
import { recentHandlers } from './recent.ts';
import { renewalHandlers } from './renewals.ts';
import { settingsHandlers } from './settings.ts';
import { siteHandlers } from './sites.ts';
import { supportHandlers } from './support.ts';
import { takeoverHandlers } from './takeover.ts';
import { updateHandlers } from './updates.ts';
import { visitHandlers } from './visit.ts';

/** What main does for every call of the contract; a call without a handler does not compile. */
export function handlersOf(program: Program): Handlers {
  return {
    ...appHandlers(program), ...profileHandlers(program), ...siteHandlers(program), ...linkHandlers(program), ...renewalHandlers(program), ...practiceHandlers(program),
    ...settingsHandlers(program), ...readinessHandlers(program), ...browserHandlers(program), ...supportHandlers(program), ...dataHandlers(program), ...visitHandlers(program), ...paperHandlers(program), ...contractHandlers(program), ...dayListHandlers(program), ...takeoverHandlers(program), ...updateHandlers(program), ...aboutHandlers(program), ...recentHandlers(program), ...customerHandlers(program),
  };
}
