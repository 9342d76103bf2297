import type { AttemptView } from '../contract/views.ts';
import { homeView } from '../homes/view.ts';
import type { SignInAttempt } from './attempt.ts';

/** The attempt as the window may know it, and whether to ask about background renewals once it is stored: every member is copied by name, so no state, code, token or address can slip through. */
export function attemptView(attempt: SignInAttempt, askBackground: boolean): AttemptView {
  if (attempt.step === 'idle') return { step: 'idle' };
  const { id, siteId, siteName } = attempt;
  const running = { id, siteId, siteName };
  switch (attempt.step) {
    case 'waiting': {
      const { openedAt, deadline, refused, request } = attempt;
      return { step: 'waiting', ...running, route: request.route, openedAt, deadline, refused };
    }
    case 'confirming': {
      const { account, homes, problem } = attempt;
      return { step: 'confirming', ...running, account: account.label, homes: homes?.map((home) => homeView(home)) ?? null, problem };
    }
    case 'stored':
      return { step: 'stored', ...running, canSignOut: attempt.canSignOut, askBackground };
    case 'ended':
      return { step: 'ended', ...running, problem: attempt.problem };
    default:
      return { step: attempt.step, ...running };
  }
}
