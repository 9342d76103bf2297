import type { Answer, Argument, CallName } from '../electron/contract/calls.ts';
import { FIRST_PAGE } from '../electron/contract/first-questions.ts';
import type { Result } from '../electron/contract/result.ts';
import type { SiteList } from '../electron/contract/site-list.ts';
import type { AttemptView, StartView } from '../electron/contract/views.ts';
import { prepareTexts } from './i18n/index.ts';

/** An answer that is on its way, and what it is once it is there. */
interface Held {
  readonly answer: Promise<unknown>;
  value?: unknown;
}

/** By their question. */
const held = new Map<string, Held>();

const keyOf = (name: CallName, argument: unknown): string => JSON.stringify([name, argument]);

async function ask<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>> {
  const answer = window.liaison.call(name, argument);
  const one: Held = { answer };
  held.set(keyOf(name, argument), one);
  void answer.then((value) => void (one.value = value));
  return answer;
}

/** What changes from now on makes the answers old. */
const forget = window.liaison.onChanged(() => held.clear());

/** The answer to a question that was sent early; it counts once. Undefined: it was not sent, or something changed since. */
export function earlyAnswer<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>> | undefined {
  const key = keyOf(name, argument);
  const answer = held.get(key)?.answer as Promise<Result<Answer<Name>>> | undefined;
  held.delete(key);
  return answer;
}

/** What a first drawing can show at once: the answer, where it is there already and good. It is not used up by looking at it. */
export function earlyValue<Name extends CallName>(name: Name, argument: Argument<Name>): Answer<Name> | undefined {
  const answer = held.get(keyOf(name, argument))?.value as Result<Answer<Name>> | undefined;
  return answer?.ok === true ? answer.value : undefined;
}

/** The start is over: an answer that nobody wanted is forgotten. */
export function endEarly(): void {
  forget();
  held.clear();
}

// The preload script has sent these before this file was read (`contract/first-questions.ts`).
const start = ask('app.start', undefined);
const attempt = ask('link.view', undefined);
const list = ask('sites.list', FIRST_PAGE);

/** When the words of a start are there, in the language that main remembers. */
export const firstTexts: Promise<void> = start.then(async (answer) => prepareTexts(answer.ok ? answer.value.language : 'en'));

/** How things stand, the sign-in that runs, and the first page of the list, with the words to show them. */
export const firstAnswers: Promise<readonly [Result<StartView>, Result<AttemptView>, Result<SiteList>]> = Promise.all([start, attempt, list, firstTexts]).then(([a, b, c]) => [a, b, c]);
