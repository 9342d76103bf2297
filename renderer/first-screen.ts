import type { Result } from '../electron/contract/result.ts';
import type { AttemptView, StartView } from '../electron/contract/views.ts';
import type { Screen } from './navigation.ts';

/** The screen a window begins with: the list of sites, unless something else is more urgent. */
export function firstScreen(start: Result<StartView>, attempt: AttemptView): Screen {
  const sites: Screen = { name: 'sites', siteId: null };
  if (!start.ok) return { name: 'problem', problem: start.problem, at: Date.now(), back: sites };
  if (!start.value.firstStartDone) return { name: 'firstStart' };
  if (start.value.openAt === 'ready') return { name: 'ready', back: sites };
  return attempt.step === 'idle' ? sites : { name: 'link', siteId: attempt.siteId };
}
