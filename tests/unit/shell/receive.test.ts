import { beforeEach, describe, expect, it } from 'vitest';
import type { ReturnVerdict } from '../../../electron/links/sign-in-ports.ts';
import type { Program } from '../../../electron/shell/program.ts';
import { receiveReturn } from '../../../electron/shell/receive.ts';

let seenBySignIn: string[];
let notices: string[];
let written: string[];
let shown: number;
let tested: 'notOurs' | 'taken' | 'ignored';
let verdict: ReturnVerdict;

const receive = (raw: string): boolean => {
  const signIn = { accept: (text: string) => (seenBySignIn.push(text), verdict) };
  const program = { ready: { loop: { accept: () => tested } }, workplace: () => ({ desk: { signIn } }), addNotice: ({ code }: { code: string }) => void notices.push(code) };
  return receiveReturn(program as unknown as Program, { write: (event) => void written.push(event) }, () => void (shown += 1), raw, 'open-url');
};

beforeEach(() => {
  [seenBySignIn, notices, written, shown, tested, verdict] = [[], [], [], 0, 'notOurs', { kind: 'taken' }];
});

describe('a return', () => {
  it.each([['taken', true, 'return.accepted'], ['ignored', false, 'return.refused']] as const)('of a test of the way back (%s) never reaches the sign-in and starts nothing', (how, waitedFor, event) => {
    tested = how;
    expect(receive('liaison://loop-test/x')).toBe(waitedFor);
    expect([seenBySignIn, notices, written, shown]).toEqual([[], [], [event], 1]);
  });

  it('of a sign-in is the sign-in’s to judge', () => {
    expect(receive('liaison://auth/callback?code=c')).toBe(true);
    expect(seenBySignIn).toEqual(['liaison://auth/callback?code=c']);
  });

  it('that nobody waits for is told (L-14)', () => {
    verdict = { kind: 'nobodyWaiting' };
    expect(receive('liaison://auth/callback?code=c')).toBe(false);
    expect(notices).toEqual(['L-14']);
  });
});
