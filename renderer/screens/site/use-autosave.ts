import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { useDrafts, type Drafts } from '../../drafts.tsx';

/** How long nobody types before a text is kept, in milliseconds. */
const PAUSE = 700;

/** A text that is kept by itself. */
export interface Autosave {
  readonly text: string;
  readonly change: (text: string) => void;
  /** `quiet`: nothing was typed since the screen appeared. */
  readonly step: 'quiet' | 'waiting' | 'saved' | 'failed';
  readonly problem: Problem | null;
  /** Keeps what is not kept yet, without waiting for the pause. */
  readonly save: () => void;
}

interface State {
  readonly typed: string | null;
  readonly step: Autosave['step'];
  readonly problem: Problem | null;
}

/** What became of `text`, which was sent; null: something newer was typed, which has its own turn. */
function settle(drafts: Drafts, key: string, text: string, result: Result<unknown>): Pick<State, 'step' | 'problem'> | null {
  const current = drafts.get(key);
  if (current !== undefined && current !== text) return null;
  if (result.ok) drafts.delete(key);
  // No draft any more: the screen that was left before has kept it.
  const problem = result.ok || current === undefined ? null : result.problem;
  return { step: problem ? 'failed' : 'saved', problem };
}

/**
 * Keeps a text after a pause, when the field is left, when its screen is left and when the window closes. What could not be kept stays among
 * the drafts under `key` and is there again when its screen comes back. `kept`: what main has.
 */
export function useAutosave(key: string, kept: string, send: (text: string) => Promise<Result<unknown>>): Autosave {
  const drafts = useDrafts();
  const [state, setState] = useState<State>(() => ({ typed: drafts.get(key) ?? null, step: drafts.has(key) ? 'waiting' : 'quiet', problem: null }));
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const save = useCallback(() => {
    const text = drafts.get(key);
    if (text === undefined) {
      // The screen that was left before has kept it meanwhile.
      setState((before) => (before.step === 'waiting' ? { ...before, step: 'saved' } : before));
      return;
    }
    void latest.current(text).then((result) => {
      const outcome = settle(drafts, key, text, result);
      if (outcome) setState((before) => ({ ...before, ...outcome }));
    });
  }, [drafts, key]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saveSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, PAUSE);
  }, [save]);
  useEffect(() => {
    // A draft of an earlier visit to this screen.
    saveSoon();
    return () => clearTimeout(timer.current);
  }, [saveSoon]);
  useLastChance(save);
  const change = (text: string): void => {
    drafts.set(key, text);
    setState((before) => ({ ...before, typed: text, step: 'waiting' }));
    saveSoon();
  };
  return { text: state.typed ?? kept, change, step: state.step, problem: state.problem, save };
}

/** Calls `save` when the screen is left, and when the window is hidden or closes: that may be the last moment. */
function useLastChance(save: () => void): void {
  useEffect(() => {
    const events = [[window, 'beforeunload'], [window, 'pagehide'], [document, 'visibilitychange']] as const;
    for (const [target, name] of events) target.addEventListener(name, save);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, save);
      save();
    };
  }, [save]);
}
