import type { Argument, CallName } from './calls.ts';

/** The question that the list of sites begins with: a screen and a half of rows. Each row costs time at every keystroke. */
export const FIRST_PAGE = { query: '', filter: 'all', offset: 0, limit: 50 } as const;

/** A question with its argument. */
export type Question = { readonly [Name in CallName]: { readonly name: Name; readonly argument: Argument<Name> } }[CallName];

/** What nearly every start asks. The preload script asks it before the program of the window is read. */
export const firstQuestions: readonly Question[] = [
  { name: 'app.start', argument: undefined },
  { name: 'link.view', argument: undefined },
  { name: 'sites.list', argument: FIRST_PAGE },
];
