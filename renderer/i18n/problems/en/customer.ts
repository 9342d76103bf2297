import type { ProblemText } from '../types.ts';

/** L-20 to L-28: the customer's account and home. */
export const customer = {
  'L-20': {
    title: 'The sign-in answer was too old',
    effect: 'Legrand did not accept the answer of the sign-in any more. Nothing was linked.',
    why: 'The answer is valid once, and only for a short time.',
    steps: ['Start the sign-in again.', 'If it repeats, check the laptop’s clock (L-58) and the speed of the network.'],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-21': {
    title: 'Legrand did not accept the e-mail or password',
    effect: 'Legrand’s page refuses the sign-in. This app never sees the password.',
    why: 'Often the account of another brand (Legrand, BTicino, Netatmo) is used, or the keyboard has another language.',
    steps: [
      'The customer tries the same e-mail and password in the home app on the phone.',
      'If that works, look at the keyboard language of this laptop.',
      'If not, the customer resets the password: see L-22.',
    ],
    who: ['customer'],
    retry: 'safe',
  },
  'L-22': {
    title: 'Password forgotten',
    effect: 'The customer cannot sign in yet. Nothing was linked.',
    why: 'This happens often and is no fault of the installation.',
    steps: ['The customer resets the password on the own phone, in the home app.', 'Wait for the mail; also look in the spam folder.', 'Start the sign-in again.'],
    who: ['customer'],
    retry: 'safe',
  },
  'L-23': {
    title: 'The customer has no account yet',
    effect: 'Without an account of the customer nothing can be linked.',
    why: 'Linking needs the customer’s own account, created by the customer.',
    steps: [
      'The customer installs the home app and creates the account.',
      'If you installed with your own account: invite the customer, then remove yourself.',
      'Then start linking.',
    ],
    who: ['customer'],
    retry: 'afterFix',
  },
  'L-24': {
    title: 'This home already belongs to another site',
    effect: 'The home that was found is linked to another site. Nothing was stored.',
    why: 'Very likely the previous customer was still signed in in the browser.',
    steps: ['Do not confirm.', 'Close all browser windows.', 'Start the sign-in again in a private window.', 'If it truly is the same home, open that other site instead.'],
    who: ['electrician'],
    retry: 'safe',
  },
  'L-25': {
    title: 'Wrong account',
    effect: 'The account that signed in is not the one of this home. What was received has been forgotten; a link that was there before is kept.',
    why: 'Somebody else was signed in, or the customer owns several accounts.',
    steps: [
      'Close the browser window.',
      'Start the sign-in again with the right e-mail. A site that is linked already needs the same account as before.',
      'If the home has a new owner, end the link on the site’s page first.',
    ],
    who: ['customer', 'electrician'],
    retry: 'safe',
  },
  'L-26': {
    title: 'No home in this account',
    effect: 'The account is good, but there is no home in it.',
    why: 'The gateway is registered under another account, or it is not installed yet.',
    steps: ['Look in the home app: does the home appear?', 'If it appears under another e-mail, use that account: see L-25.', 'If not, finish the gateway’s set-up and check again.'],
    who: ['electrician', 'customer'],
    retry: 'afterFix',
  },
  'L-27': {
    title: 'Somebody was already signed in',
    effect: 'The sign-in was finished faster than anyone can type. Nothing is stored yet.',
    why: 'No password was typed, so this may be another customer’s account.',
    steps: ['Read the home’s name aloud with the customer.', 'If in doubt, sign out in the browser and start again.'],
    who: ['electrician', 'customer'],
    retry: 'safe',
  },
  'L-28': {
    title: 'Only part of the permission was given',
    effect: 'The link works, but not for everything.',
    why: 'The customer left something out, or the company may not ask for it.',
    steps: ['Explain to the customer what will not work.', 'Accept it as it is, or let the customer sign in again.'],
    who: ['customer'],
    retry: 'safe',
  },
} as const satisfies Record<string, ProblemText>;
