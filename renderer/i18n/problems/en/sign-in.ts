import type { ProblemText } from '../types.ts';

/** L-11 to L-17: around the sign-in page. */
export const signIn = {
  'L-11': {
    title: 'Return link not registered at Legrand',
    effect: 'Legrand’s page shows an error instead of the sign-in. Nothing was linked.',
    why: 'Legrand only answers to the return link registered for your company, letter by letter.',
    steps: [
      'Close the page in the browser.',
      'The admin copies the return link from Company credentials into the Legrand portal (“First Reply URL”).',
      'Wait for Legrand’s approval.',
      'Press Test credentials, then start the sign-in again.',
    ],
    who: ['admin', 'legrand'],
    retry: 'afterFix',
  },
  'L-12': {
    title: 'Waiting for the sign-in took too long',
    effect: 'No answer has come from the browser, which has 10 minutes for it. Nothing is linked.',
    why: 'The page was closed, forgotten, or shows a message.',
    steps: ['Look at the browser: is there a message on the page?', 'Show the page again, or start the sign-in again.', 'If the page shows anything else, choose “What do you see?”.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-13': {
    title: 'This answer does not belong to this sign-in',
    effect: 'An answer from the browser was ignored. The running sign-in goes on undisturbed.',
    why: 'An old browser tab answered, or something else tried to. For safety it was not used.',
    steps: ['Close all old Legrand tabs.', 'Go on in the newest tab, or start the sign-in again.', 'If it repeats, tell your admin the code L-13.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-14': {
    title: 'An answer arrived unexpectedly',
    effect: 'The browser sent an answer while no sign-in was running. Nothing was linked.',
    why: 'The app was restarted, or a link was opened from a mail or the browser’s history.',
    steps: ['There is nothing to repair.', 'If you want to link a home, open its site and start there.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-15': {
    title: 'The sign-in was interrupted',
    effect: 'The sign-in could not be finished. Nothing was linked.',
    why: 'The laptop slept or was updated, or the app was closed.',
    steps: ['Plug in the charger.', 'Start the sign-in again for the same site.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-16': {
    title: 'The company’s secret has expired',
    effect: 'Legrand refuses the whole company until the secret is replaced. Every link is kept.',
    why: 'Legrand’s company secret lives one year. Legrand’s message asks to sign in again, which is misleading: the customer can do nothing.',
    steps: [
      'Do not ask the customer to sign in.',
      'The admin renews the secret in Legrand’s developer portal.',
      'Use Replace secret in Company credentials: every link stays.',
      'The links then go on by themselves. Renewals shows them one by one.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
  'L-17': {
    title: 'Legrand refuses several links at once',
    effect: 'No link is given up and none is asked any more, but one now and then. Every link is kept.',
    why: 'When all are refused together it is hardly the customers. Most often the company’s secret has expired and Legrand does not say so.',
    steps: [
      'Do not ask any customer to sign in.',
      'The admin checks the secret in Legrand’s developer portal, and renews it when it is a year old.',
      'Use Replace secret in Company credentials: every link stays and goes on by itself.',
      'Only when the admin is sure that the secret is right: Renewals, “The credentials are right”.',
    ],
    who: ['admin'],
    retry: 'afterFix',
  },
} as const satisfies Record<string, ProblemText>;
