import { describe, expect, test } from 'vitest';
import { figure, goal, stableGoal } from '../../bench/figures.ts';
import { plot } from '../../bench/plot.ts';
import { check, rowLines } from '../../bench/report.ts';
import type { Goal, RowResult } from '../../bench/result.ts';
import { fails, unmeasured, verdict } from '../../bench/verdict.ts';

const timed = (...values: readonly number[]): Goal => goal('a', 10, figure('a', 'ms', values));
const sized = (value: number): Goal => stableGoal('a', 10, figure('a', 'KB', [value]));
const open = (known: number) => [{ id: 'a', figure: known, because: 'The reason.' }];
const row = (...goals: readonly Goal[]): RowResult => ({ row: 'r', title: 'R', goals, figures: [], notes: [] });

describe('what is thought of a goal', () => {
  test('a figure within the goal is met, at its very edge too', () => {
    expect(verdict(sized(10), [])).toBe('met');
    expect(verdict(timed(9, 9.5, 10), [])).toBe('met');
  });

  test('above it by less than the spread is noise, by more is missed', () => {
    expect(verdict(timed(8, 10.5, 13), [])).toBe('noise');
    expect(verdict(timed(20, 20.1, 20.2), [])).toBe('missed');
  });

  test('a size has no spread: one byte too many is missed', () => {
    expect(verdict(sized(10.001), [])).toBe('missed');
  });

  test('what is known to be open may stay or sink, and fails when it grows', () => {
    expect(verdict(sized(20), open(20))).toBe('open');
    expect(verdict(sized(15), open(20))).toBe('open');
    expect(verdict(sized(20.5), open(20))).toBe('worse');
    expect(verdict(timed(18, 21, 24), open(20))).toBe('open');
    expect(verdict(timed(30, 31, 32), open(20))).toBe('worse');
  });

  test('what is met at last is said, and is no failure', () => {
    expect(verdict(sized(9), open(20))).toBe('better');
    expect((['met', 'noise', 'open', 'worse', 'missed', 'better'] as const).filter(fails)).toEqual(['worse', 'missed']);
  });
});

describe('a check', () => {
  test('names what failed and why the rest is open', () => {
    expect(check([row(sized(11))], [], true)).toMatchObject({ held: 0, open: [], failed: [expect.stringContaining('MISSED')] });
    expect(check([row(sized(11))], open(11), true)).toMatchObject({ held: 0, failed: [], open: [expect.stringContaining('The reason.')] });
  });

  test('a whole run fails on a known-open goal that nobody measured', () => {
    expect(unmeasured([row()], open(1))).toEqual(['a']);
    expect(check([row()], open(1), true).failed).toHaveLength(1);
    expect(check([row()], open(1), false).failed).toEqual([]);
  });

  test('is printed with goal and figure, and drawn in the colour of its verdict', () => {
    expect(rowLines(row(sized(11)), []).join('\n')).toContain('a: 11.0 KB; goal ≤ 10.0 KB: MISSED');
    expect(plot([row(sized(11))])).toContain('#b3261e');
    expect(plot([row(sized(9))])).toContain('#1a7f4b');
  });
});
