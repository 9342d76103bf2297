import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../electron/contract/problems.ts';
import { problems } from '../../../renderer/i18n/problems/en.ts';
import type { ProblemText } from '../../../renderer/i18n/problems/types.ts';

const jargon = /\b(tokens?|oauth2?|redirect\w*|scopes?|grants?|api|uri|url|https?|json|endpoints?|callbacks?|pkce|null|undefined|exceptions?)\b/iu;
/** Words that stand on Legrand's own pages and help to recognise them. */
const quoted = ['“reply url”', '“First Reply URL”'];

function words(text: ProblemText): string {
  return quoted.reduce((left, phrase) => left.replaceAll(phrase, ''), [text.title, text.effect, text.why, ...text.steps].join('\n'));
}

describe('the problem catalogue in English', () => {
  it('has a page for every code and none besides', () => {
    expect(Object.keys(problems).toSorted()).toEqual([...problemCodes].toSorted());
  });

  it('gives every problem a title of its own', () => {
    expect(new Set(Object.values(problems).map((text) => text.title)).size).toBe(problemCodes.length);
  });

  it('speaks of other problems only by codes that exist', () => {
    const mentioned = Object.values(problems).flatMap((text) => words(text).match(/L-\d+/gu) ?? []);
    expect(mentioned.length).toBeGreaterThan(0);
    expect(mentioned.filter((code) => !problemCodes.some((known) => known === code))).toEqual([]);
  });

  it.each(problemCodes)('%s: short title, effect, reason, one to four steps, somebody who acts, no jargon', (code) => {
    const text = problems[code];
    expect(text.title.length).toBeGreaterThan(5);
    expect(text.title.length).toBeLessThanOrEqual(55);
    expect(text.effect).toMatch(/\.$/u);
    expect(text.why).toMatch(/\.$/u);
    expect(text.steps.length).toBeGreaterThanOrEqual(1);
    expect(text.steps.length).toBeLessThanOrEqual(4);
    expect(text.steps.every((step) => step.trim().length > 5)).toBe(true);
    expect(text.who.length).toBeGreaterThan(0);
    expect(jargon.exec(words(text))?.[0]).toBeUndefined();
  });
});
