import type { Answer, Argument, CallName } from '../electron/contract/calls.ts';
import type { Result } from '../electron/contract/result.ts';
import { loadStartTexts, offered } from './i18n/languages.ts';
import { FIRST_PAGE } from './screens/sites/list-pages.ts';

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

// What nearly every start asks is asked while the program of the window is still being read; its words come as soon as the language is known. This file is one of its own, before the others (vite.config.ts).
const texts = ask('app.start', undefined).then(async (start) => loadStartTexts(offered(start.ok ? start.value.language : 'en')));

/** When everything that was asked early is answered, well or not. */
export const earlyAnswers: Promise<unknown> = Promise.allSettled([texts, ask('link.view', undefined), ask('sites.list', FIRST_PAGE)]);
