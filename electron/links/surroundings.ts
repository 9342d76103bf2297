import type { Problem } from '../contract/problems.ts';
import type { SiteView } from '../contract/views.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Discovery } from '../oauth/discovery.ts';
import type { Clock, HttpPort, Random } from '../oauth/ports.ts';
import type { LinkStore } from './link.ts';

/** What a site's history can tell. */
export type HistoryEvent = SiteView['history'][number]['event'];

/** What every part of this room needs from outside. Nothing here throws. */
export interface Surroundings {
  readonly clock: Clock;
  readonly http: HttpPort;
  readonly links: LinkStore;
  readonly random: Random;
  profile(): CompanyProfile | null;
  discovery(): Discovery | null;
  /** When the company's secret is a year old and so has ended, in milliseconds since 1970-01-01 UTC; null: not known. */
  secretEndsAt(): number | null;
  /** Why no link can be protected or stored now (L-60 …); null when it can. */
  canStore(): Problem | null;
  /** Writes a moment into the site's history, and into the log. */
  history(siteId: string, event: HistoryEvent): void;
  /** The same for a moment that the store wrote into the history together with what it saved: only the log is told. */
  noted(siteId: string, event: HistoryEvent): void;
  /** Something the window shows has changed; it should ask again. */
  changed(): void;
}
