import type { Problem } from './problems.ts';

/** An expected outcome: a value, or a problem with its code. Handlers and domain functions never throw for what can be expected. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** A success carrying `value`. */
export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A failure carrying `problem`. */
export function failure(problem: Problem): Result<never> {
  return { ok: false, problem };
}
