import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangedTopic } from '../electron/contract/bridge.ts';
import type { Answer, Argument, CallName } from '../electron/contract/calls.ts';
import type { Problem } from '../electron/contract/problems.ts';
import type { Result } from '../electron/contract/result.ts';
import { earlyAnswer } from './early.ts';

/** Which hints make an answer old, by the first word of the call's name. */
const topicsByRoom: Readonly<Record<string, readonly ChangedTopic[]>> = {
  app: ['app'],
  about: [],
  recent: ['sites', 'app'],
  settings: ['app'],
  profile: ['profile', 'app'],
  sites: ['sites', 'app'],
  visit: ['sites', 'app'],
  template: ['sites'],
  papers: ['sites', 'app'],
  link: ['attempt'],
  browsers: ['app'],
  renewals: ['renewals', 'sites', 'app'],
  practice: ['practice', 'app'],
  readiness: ['readiness', 'profile', 'app'],
  doctor: ['readiness'],
  // The file is made when it is asked for: it must not change under the eyes of who reads it.
  support: [],
  customer: [],
  data: ['app'],
  // What was looked at is taken: nothing is asked again by itself.
  takeover: [],
  updates: ['updates'],
};

/** Asks main. The answer is always a value: a refusal is a problem with its code. */
export async function call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>> {
  return earlyAnswer(name, argument) ?? window.liaison.call(name, argument);
}

/** What a screen knows of one question: `value` stays the last good answer while it is asked again. */
export interface Asked<Value> {
  readonly value: Value | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly again: () => void;
}

type Held<Value> = Omit<Asked<Value>, 'again'>;

/** Asks when the screen appears, when the argument changes, and at every hint that concerns the question. An answer that comes after a newer one, or to an older question, is dropped. */
export function useCall<Name extends CallName>(name: Name, argument: Argument<Name>): Asked<Answer<Name>> {
  const [held, setHeld] = useState<Held<Answer<Name>>>({ value: null, problem: null, loading: true });
  const asked = useRef(0);
  const shown = useRef(0);
  const key = JSON.stringify(argument) ?? '';
  const again = useCallback(() => {
    const turn = ++asked.current;
    const wanted = (key === '' ? undefined : JSON.parse(key)) as Argument<Name>;
    void call(name, wanted).then((result) => {
      // Hints may come faster than answers: every answer newer than the one shown counts, or nothing would move during a long round.
      if (turn <= shown.current) return;
      shown.current = turn;
      setHeld((before) => (result.ok ? { value: result.value, problem: null, loading: false } : { value: before.value, problem: result.problem, loading: false }));
    });
  }, [name, key]);
  const forget = useCallback(() => {
    shown.current = asked.current;
  }, []);
  useEffect(() => {
    again();
    return forget;
  }, [again, forget]);
  useHints(topicsByRoom[name.split('.')[0] ?? ''] ?? [], again);
  return { ...held, again };
}

/** Calls `listener` at every hint about one of `topics`. */
export function useHints(topics: readonly ChangedTopic[], listener: () => void): void {
  const wanted = topics.join(' ');
  useEffect(() => window.liaison.onChanged((topic) => void (wanted.split(' ').includes(topic) && listener())), [wanted, listener]);
}

/** One thing a person can ask for by a button: `run` asks main, `busy` while it does, `problem` when it was refused. */
export interface Action<Name extends CallName> {
  readonly run: (argument: Argument<Name>, then?: (value: Answer<Name>) => void, otherwise?: (problem: Problem) => void) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
}

/** The call `name` as an action; a second press while busy does nothing. */
export function useAction<Name extends CallName>(name: Name): Action<Name> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const run: Action<Name>['run'] = (argument, then, otherwise) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    void call(name, argument).then((result) => {
      running.current = false;
      setBusy(false);
      if (result.ok) return then?.(result.value);
      setProblem(result.problem);
      otherwise?.(result.problem);
    });
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}
