import type { AttemptView } from '../contract/views.ts';
import { homeView } from '../homes/view.ts';
import type { SignInAttempt } from './attempt.ts';

/** The attempt as the window may know it, and whether to ask about background renewals once it is stored: every member is copied by name, so no state, code, token or address can slip through. */
export function attemptView(attempt: SignInAttempt, askBackground: boolean): AttemptView {
  if (attempt.step === 'idle') return { step: 'idle' };
  const { id, siteId, siteName } = attempt;
  const running = { id, siteId, siteName };
  switch (attempt.step) {
    case 'signingOut':
      return { step: 'signingOut', ...running, window: attempt.window, canSignOut: attempt.canSignOut };
    case 'waiting': {
      const { openedAt, deadline, refused, request, window, isMissing } = attempt;
      return { step: 'waiting', ...running, route: request.route, openedAt, deadline, refused, window, isMissing };
    }
    case 'confirming': {
      const { account, homes, problem, doubt } = attempt;
      return { step: 'confirming', ...running, account: account.label, homes: homes?.map((home) => homeView(home)) ?? null, problem, doubt };
    }
    case 'stored':
      return { step: 'stored', ...running, canSignOut: attempt.canSignOut, askBackground };
    case 'ended':
      return { step: 'ended', ...running, problem: attempt.problem };
    default:
      return { step: attempt.step, ...running };
  }
}
