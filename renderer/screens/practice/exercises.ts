import type { PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { ProblemCode } from '../../../electron/contract/problems.ts';

/** Something to practise: a fault with its switch, or (`fault` null) a problem a person meets without one. */
export interface Exercise {
  readonly fault: PracticeFault | null;
  /** The page it leads to; null: none. */
  readonly code: ProblemCode | null;
  readonly name: string;
  readonly hint: string;
}

/** Where an exercise stands in the list. */
export type ExerciseGroup = 'authorize' | 'token' | 'homes' | 'network' | 'laptop' | 'time' | 'byHand';

function groupOf({ fault }: Exercise): ExerciseGroup {
  return fault === null ? 'byHand' : (fault.split('.')[0] as ExerciseGroup);
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}+/gu, '').toLowerCase();
}

/** A bare number is a code too: somebody reads it aloud as “sixteen”. */
function fits({ code, name, hint }: Exercise, word: string): boolean {
  if (/^(?:l-?)?\d+$/u.test(word)) return (code ?? '').toLowerCase().replace('l-', '').startsWith(word.replace(/^l-?/u, ''));
  return folded(`${code ?? ''} ${name} ${hint}`).includes(word);
}

/** The exercises in which every word of `query` is found, by group; a group without any is missing. */
export function exercisesOf(exercises: readonly Exercise[], query: string): ReadonlyMap<ExerciseGroup, readonly Exercise[]> {
  const words = folded(query).split(/\s+/u).filter((word) => word !== '');
  return Map.groupBy(exercises.filter((exercise) => words.every((word) => fits(exercise, word))), groupOf);
}
