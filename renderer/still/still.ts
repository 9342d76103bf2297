import i18next from 'i18next';
import type { Result } from '../../electron/contract/result.ts';
import type { SiteList } from '../../electron/contract/site-list.ts';
import type { AttemptView, StartView } from '../../electron/contract/views.ts';
import { firstAnswers } from '../early.ts';
import { firstScreen } from '../first-screen.ts';
import { sheetsAreHere } from '../sheets.ts';
import { showSiteMode } from '../site-mode.ts';
import { listPicture } from './list.ts';
import { part } from './parts.ts';

// The list as a still picture, before the program of the window is read: names and states are seen while React and the rest are on their way. The program draws the
// same list in the same place, from the same answers (`tests/renderer/still.spec.ts` compares every text), and what stands beside it.

interface Shown {
  readonly start: StartView;
  readonly list: SiteList;
}

/** What a still picture can show: the list of sites, with sites in it. Practice has a banner, which comes with the program. Null: nothing but the skeleton. */
function shownOf(start: Result<StartView>, attempt: Result<AttemptView>, list: Result<SiteList>): Shown | null {
  if (!start.ok || !attempt.ok || !list.ok || list.value.total === 0 || start.value.mode !== 'real') return null;
  return firstScreen(start, attempt.value).name === 'sites' ? { start: start.value, list: list.value } : null;
}

/** Nobody can press anything in it, or read it aloud: it is looked at for a moment. */
function picture({ start, list }: Shown): HTMLElement {
  const words = { t: i18next.t, language: i18next.language, now: Date.now() };
  const frame = part('div', 'frame still', part('div', 'book', listPicture(list, start.settings.siteMode, words), part('main', 'detail')));
  frame.inert = true;
  frame.ariaHidden = 'true';
  return frame;
}

/** Puts the picture in the place of the skeleton, unless the program was there first. */
async function show(): Promise<void> {
  const [[start, attempt, list]] = await Promise.all([firstAnswers, sheetsAreHere()]);
  const skeleton = document.querySelector('#root > svg');
  const shown = shownOf(start, attempt, list);
  if (!skeleton || !shown) return;
  showSiteMode(shown.start.settings.siteMode);
  skeleton.replaceWith(picture(shown));
}

/** Milliseconds that the program waits for the picture at most: a long list takes longer, and a hidden window is never painted. */
const HEADWAY = 50;

const painted = async (): Promise<void> => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});
const headway = async (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, HEADWAY);
});

// The program is fetched once the picture is painted, because reading it takes the processor that painting wants; and whatever became of the picture.
void Promise.race([show().then(painted), headway()]).finally(() => void import('../main.tsx'));
