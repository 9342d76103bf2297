import type { Answer, Argument, CallName } from '../electron/contract/calls.ts';
import type { Result } from '../electron/contract/result.ts';
import { loadStartTexts, offered } from './i18n/languages.ts';
import { FIRST_PAGE } from './screens/sites/list-pages.ts';

/** Answers that are on their way, or there, by their question; and those that are there. */
const held = new Map<string, Promise<unknown>>();
const here = new Map<string, unknown>();

const keyOf = (name: CallName, argument: unknown): string => JSON.stringify([name, argument]);

async function ask<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>> {
  const answer = window.liaison.call(name, argument);
  const key = keyOf(name, argument);
  held.set(key, answer);
  void answer.then((value) => void (held.has(key) && here.set(key, value)));
  return answer;
}

/** What changes from now on makes the answers old. */
const forget = window.liaison.onChanged(forgetAll);

function forgetAll(): void {
  held.clear();
  here.clear();
}

/** The answer to a question that was sent early; it counts once. Undefined: it was not sent, or something changed since. */
export function earlyAnswer<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>> | undefined {
  const key = keyOf(name, argument);
  const answer = held.get(key) as Promise<Result<Answer<Name>>> | undefined;
  held.delete(key);
  here.delete(key);
  return answer;
}

/** What a first drawing can show at once: the answer, where it is there already and good. It is not used up by looking at it. */
export function earlyValue<Name extends CallName>(name: Name, argument: Argument<Name>): Answer<Name> | undefined {
  const answer = here.get(keyOf(name, argument)) as Result<Answer<Name>> | undefined;
  return answer?.ok === true ? answer.value : undefined;
}

/** The start is over: an answer that nobody wanted is forgotten. */
export function endEarly(): void {
  forget();
  forgetAll();
}

// What nearly every start asks is asked while the program of the window is still being read; its words come as soon as the language is known. This file is one of its own, before the others (vite.config.ts).
const texts = ask('app.start', undefined).then(async (start) => loadStartTexts(offered(start.ok ? start.value.language : 'en')));

/** When everything that was asked early is answered, well or not. */
export const earlyAnswers: Promise<unknown> = Promise.allSettled([texts, ask('link.view', undefined), ask('sites.list', FIRST_PAGE)]);
