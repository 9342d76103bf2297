import { describe, expect, it } from 'vitest';
import { practiceFaultCodes, practiceFaults } from '../../../electron/contract/practice-faults.ts';
import { problemCodes, type ProblemCode } from '../../../electron/contract/problems.ts';
import { rest } from '../../../renderer/i18n/en.ts';
import { caused, without } from '../../e2e/problems/table.ts';

const excused = Object.keys(without) as readonly ProblemCode[];

describe('the problem catalogue and what leads to it', () => {
  it('has a test from the cause to the page for every code, or the reason why there is none yet', () => {
    expect(problemCodes.filter((code) => !caused.includes(code) && !excused.includes(code))).toEqual([]);
  });

  it('excuses no code that a test leads to', () => {
    expect(excused.filter((code) => caused.includes(code))).toEqual([]);
  });

  it('tells in practice how to meet every code: with a switch, by hand, or why not', () => {
    const switched = new Set(Object.values(practiceFaultCodes));
    expect(problemCodes.filter((code) => !switched.has(code) && !(code in rest.byHand))).toEqual([]);
  });

  it('names and explains every fault', () => {
    expect(practiceFaults.filter((fault) => !(fault in rest.faults) || (fault !== 'none' && !(fault in rest.faultHints)))).toEqual([]);
  });
});
