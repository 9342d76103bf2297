import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../electron/contract/problems.ts';
import { problems } from '../../../renderer/i18n/problems/en.ts';
import { findProblems } from '../../../renderer/screens/help/find-problems.ts';

const codes = (query: string): readonly string[] => findProblems(problems, query, 'en').map(({ code }) => code);

describe('finding a problem', () => {
  it('shows all in order of their codes while nothing is typed', () => {
    expect(codes('')).toEqual([...problemCodes].toSorted());
    expect(codes('   ')).toHaveLength(problemCodes.length);
  });

  it.each(['L-21', 'l21', 'L 21', '21', ' l–21 '])('by its spoken code, however it is written: %s', (query) => {
    expect(codes(query)).toEqual(['L-21']);
  });

  it('by the beginning of a code', () => {
    expect(codes('L-6')).toEqual(problemCodes.filter((code) => code.startsWith('L-6')));
  });

  it('by words in any order, without accents or capitals, titles first', () => {
    const found = codes('PASSWORD');
    expect(found.length).toBeGreaterThan(1);
    const first = found[0] as keyof typeof problems;
    expect(problems[first].title.toLowerCase()).toContain('password');
    const french = { ...problems, 'L-01': { ...problems['L-01'], title: 'La réponse n’est pas arrivée' } };
    expect(findProblems(french, 'ARRIVEE reponse', 'fr').map(({ code }) => code)).toEqual(['L-01']);
  });

  it('nothing for words that are nowhere, and for a number that is none', () => {
    expect(codes('bicycle')).toEqual([]);
    expect(codes('99')).toEqual([]);
  });
});
