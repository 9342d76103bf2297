import { later } from './later.tsx';

/** What stands around a screen at times: in practice, after a file was dropped, when the recent sites are asked for. */
export const PracticeBanner = later(async () => (await import('./components/practice-banner.tsx')).PracticeBanner);
export const PracticeMark = later(async () => (await import('./components/practice-banner.tsx')).PracticeMark);
export const DropAnswer = later(async () => (await import('./components/drop-answer.tsx')).DropAnswer);
export const RecentSites = later(async () => (await import('./components/recent-sites.tsx')).RecentSites);

export const frameParts = [PracticeBanner, PracticeMark, DropAnswer, RecentSites];
