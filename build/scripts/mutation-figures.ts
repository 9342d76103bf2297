/** One broken line, and what became of it. */
export interface Mutant {
  readonly fileName: string;
  readonly status: string;
}

/** What became of the broken lines of one file. */
export interface MutationFigure {
  readonly percent: number;
  readonly line: string;
}

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);

function figureOf(name: string, mutants: readonly Mutant[]): MutationFigure {
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const all = noticed + mutants.filter(({ status }) => UNNOTICED.has(status)).length;
  // A file in which nothing was broken has shown nothing.
  const percent = all === 0 ? 0 : (100 * noticed) / all;
  return { percent, line: `mutation: ${name} ${percent.toFixed(1)} %, ${String(noticed)} of ${String(all)} noticed` };
}

/** One figure per file, then one for all: how many broken lines a test noticed, of those that could run. */
export function figuresOf(mutants: readonly Mutant[], files: readonly string[]): readonly MutationFigure[] {
  const each = files.map((file) => figureOf(file, mutants.filter(({ fileName }) => fileName.replaceAll('\\', '/').endsWith(file))));
  return [...each, figureOf('all together', mutants)];
}
