/** Who has to act. `it`: whoever runs the network of the building. */
export type Actor = 'electrician' | 'customer' | 'admin' | 'legrand' | 'it';

/** Whether trying again is safe. `afterFix`: harmless but of no use before the cause is gone. `no`: a new start is needed. `automatic`: the app does it by itself. */
export type RetryAdvice = 'safe' | 'afterFix' | 'no' | 'automatic';

/** The page of one problem, in plain words: what happened, why, and one to four steps. */
export interface ProblemText {
  /** At most 55 characters. */
  readonly title: string;
  readonly effect: string;
  readonly why: string;
  readonly steps: readonly string[];
  readonly who: readonly Actor[];
  readonly retry: RetryAdvice;
}
