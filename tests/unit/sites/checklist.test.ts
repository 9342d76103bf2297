import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInChecks, verdicts } from '../../../electron/contract/visit-limits.ts';
import { checklistViewSchema, templateSchema, type CheckAnswer } from '../../../electron/contract/visit.ts';
import { answered, builtInTemplate, checklistView, checksOf, isComplete, isUsableTemplate, templateOf, unanswered } from '../../../electron/sites/checklist.ts';

const own = [{ item: 'own', title: 'Meter read', criterion: 'Written down' }];
const given = (item: string, verdict: CheckAnswer['verdict'], remark = ''): CheckAnswer => ({ item, verdict, remark });

describe('a template', () => {
  it('is the built-in one, without words of its own, until a person makes another', () => {
    expect(templateOf([])).toBe(builtInTemplate);
    expect(templateOf(own)).toBe(own);
    expect(builtInTemplate.every(({ title, criterion }) => title === '' && criterion === '')).toBe(true);
    expect(templateSchema.safeParse(builtInTemplate).success).toBe(true);
  });

  it('can be used when each check is there once and can be read', () => {
    expect(isUsableTemplate([...builtInTemplate, ...own])).toBe(true);
    expect(isUsableTemplate([...own, ...own])).toBe(false);
    expect(isUsableTemplate([{ item: 'unknown', title: '', criterion: '' }])).toBe(false);
  });
});

describe('a checklist', () => {
  it('is the template until the first answer, and keeps its own checks from then on', () => {
    const items = unanswered(own);
    expect(checksOf({ template: () => own, items: () => [] }, 's')).toEqual(items);
    expect(checksOf({ template: () => [], items: () => items }, 's')).toBe(items);
  });

  it('remembers verdict, time and person, and the remark of what failed only', () => {
    const [failed] = value(answered(unanswered(own), given('own', 'failed', 'no label'), 5, 'Anna'));
    expect(failed).toEqual({ ...own[0], verdict: 'failed', at: 5, who: 'Anna', remark: 'no label' });
    const [passed] = value(answered([failed].filter((item) => item !== undefined), given('own', 'passed', 'no label'), 6, 'Ben'));
    expect(passed).toMatchObject({ verdict: 'passed', at: 6, who: 'Ben', remark: '' });
    const [open] = value(answered([passed].filter((item) => item !== undefined), given('own', 'open'), 7, 'Ben'));
    expect(open).toMatchObject({ verdict: 'open', at: null, who: '' });
  });

  it('refuses an answer to a check that it has not', () => {
    expect(answered(unanswered(own), given('other', 'passed'), 5, '')).toEqual({ ok: false, problem: { code: 'L-81', field: 'item' } });
  });

  it('counts what is answered and what failed; it is complete when nothing is open, and an empty one never', () => {
    expect(isComplete([])).toBe(false);
    const answers = fc.array(fc.record({ item: fc.constantFrom(...builtInChecks), verdict: fc.constantFrom(...verdicts), remark: fc.constant('') }), { maxLength: 40 });
    fc.assert(
      fc.property(answers, (all) => {
        const last = new Map(all.map(({ item, verdict }) => [item, verdict]));
        const items = all.reduce((before, answer) => value(answered(before, answer, 1, 'Anna')), unanswered(builtInTemplate));
        const verdictsGiven = builtInChecks.map((item) => last.get(item) ?? 'open');
        const view = checklistView(items);
        expect(checklistViewSchema.parse(view)).toEqual(view);
        expect([view.answered, view.failed]).toEqual([verdictsGiven.filter((verdict) => verdict !== 'open').length, verdictsGiven.filter((verdict) => verdict === 'failed').length]);
        expect(isComplete(items)).toBe(!verdictsGiven.includes('open'));
        expect(items.map(({ item }) => item)).toEqual(builtInChecks);
      }),
    );
  });
});

function value<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('refused');
  return result.value;
}
