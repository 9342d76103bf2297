import type { Figure, Goal, RowResult } from './result.ts';
import { fails, unmeasured, verdict, type KnownOpen, type Verdict } from './verdict.ts';

const words: Readonly<Record<Verdict, string>> = {
  met: 'met', noise: 'above, within the spread', open: 'OPEN, as known', worse: 'WORSE than known', missed: 'MISSED', better: 'met now: take it out of known-open.ts',
};

/** A number with as many digits as it deserves. */
export function readable(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

const spread = ({ estimate: { low, high, count } }: Figure): string => (count === 1 ? '' : ` [${readable(low)} – ${readable(high)}], n = ${String(count)}`);

/** One figure in a line. */
export const figureLine = (figure: Figure): string => `${figure.name}: ${readable(figure.estimate.median)} ${figure.unit}${spread(figure)}`;

const goalLine = (goal: Goal, known: readonly KnownOpen[]): string => `${figureLine(goal)}; goal ≤ ${readable(goal.limit)} ${goal.unit}: ${words[verdict(goal, known)]}`;

/** Every goal as a row of a table in Markdown: what, figure with spread, goal, verdict. */
export function table(results: readonly RowResult[], known: readonly KnownOpen[]): string {
  const rows = results.flatMap(({ goals }) => goals).map((goal) => `| ${goal.name} | ${readable(goal.estimate.median)} ${goal.unit}${spread(goal)} | ${readable(goal.limit)} ${goal.unit} | ${words[verdict(goal, known)]} |`);
  return ['| what | figure | goal | |', '|---|---|---|---|', ...rows].join('\n');
}

/** A row in full. */
export function rowLines({ title, row, goals, figures, notes }: RowResult, known: readonly KnownOpen[]): readonly string[] {
  return [`\n${title} (${row})`, ...goals.map((goal) => `  ${goalLine(goal, known)}`), ...figures.map((figure) => `    ${figureLine(figure)}`), ...notes.map((note) => `    (${note})`)];
}

/** What a check came to: how many goals hold, and the sentences about those that do not. */
export interface Checked {
  readonly held: number;
  readonly failed: readonly string[];
  readonly open: readonly string[];
}

/** Judges every goal. `isWhole`: all rows were measured, so that a known-open goal that none of them has is a failure too. */
export function check(results: readonly RowResult[], known: readonly KnownOpen[], isWhole: boolean): Checked {
  const goals = results.flatMap((result) => result.goals);
  const judged = goals.map((goal) => ({ goal, found: verdict(goal, known) }));
  const forgotten = isWhole ? unmeasured(results, known).map((id) => `${id}: known to be open, and no row measures it`) : [];
  return {
    held: judged.filter(({ found }) => !fails(found) && found !== 'open').length,
    failed: [...judged.filter(({ found }) => fails(found)).map(({ goal }) => goalLine(goal, known)), ...forgotten],
    open: judged.filter(({ found }) => found === 'open').map(({ goal }) => `${goalLine(goal, known)}. ${known.find(({ id }) => id === goal.id)?.because ?? ''}`),
  };
}
