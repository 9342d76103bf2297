import { describe, expect, it } from 'vitest';
import { exercisesOf, type Exercise } from '../../../renderer/screens/practice/exercises.ts';

const all: readonly Exercise[] = [
  { fault: 'authorize.access_denied', code: 'L-03', name: 'The customer says no', hint: 'Link a customer.' },
  { fault: 'network.offline', code: 'L-50', name: 'No internet', hint: 'The rest waits, café.' },
  { fault: null, code: 'L-43', name: '', hint: 'Renew the link.' },
  { fault: 'token.expires_in_string', code: null, name: 'A lifetime written as text', hint: 'It works.' },
];
const found = (query: string): readonly (string | null)[] => [...exercisesOf(all, query).values()].flat().map(({ code }) => code);

describe('finding an exercise', () => {
  it.each([['', ['L-03', 'L-50', 'L-43', null]], ['l-43', ['L-43']], ['L43', ['L-43']], ['50', ['L-50']], ['CAFE', ['L-50']], ['customer no', ['L-03']], ['elephant', []]] as const)('“%s”', (query, codes) => {
    expect(found(query)).toEqual(codes);
  });

  it('keeps the groups apart', () => {
    expect([...exercisesOf(all, '').keys()]).toEqual(['authorize', 'network', 'byHand', 'token']);
  });
});
