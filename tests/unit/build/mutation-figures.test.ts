import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../build/scripts/mutation-figures.ts';

const broken = (fileName: string, ...statuses: readonly string[]) => statuses.map((status) => ({ fileName, status }));

describe('the figures of a mutation run', () => {
  it('count what a test noticed or what never ended, of all that could run, per file and together', () => {
    const mutants = [...broken('/place/electron/a.ts', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'), ...broken('C:\\place\\electron\\b.ts', 'Killed')];
    expect(figuresOf(mutants, ['electron/a.ts', 'electron/b.ts']).map(({ line }) => line)).toEqual([
      'mutation: electron/a.ts 50.0 %, 2 of 4 noticed',
      'mutation: electron/b.ts 100.0 %, 1 of 1 noticed',
      'mutation: all together 60.0 %, 3 of 5 noticed',
    ]);
  });

  it('are nothing for a file in which no line was broken, so that a name that was mistyped fails the run', () => {
    expect(figuresOf([], ['electron/a.ts'])[0]).toEqual({ percent: 0, line: 'mutation: electron/a.ts 0.0 %, 0 of 0 noticed' });
  });
});
