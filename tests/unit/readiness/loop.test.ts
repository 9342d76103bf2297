import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCallback } from '../../../electron/oauth/callback.ts';
import { loopWay, nonceOf, whyMissing } from '../../../electron/readiness/loop.ts';

const NONCE = 'A'.repeat(42) + '_';
const way = (redirectUri: string): object => {
  const found = loopWay(redirectUri, NONCE);
  return found.ok ? found.value : found.problem;
};

describe('the way of a test', () => {
  it('goes to the scheme of the redirect URI', () => {
    expect(way('liaison://auth/callback')).toEqual({ route: 'scheme', scheme: 'liaison', returnAddress: `liaison://loop-test/${NONCE}`, pageAddress: null, listen: null });
    expect(way('com.company.app:/done')).toMatchObject({ scheme: 'com.company.app', returnAddress: `com.company.app://loop-test/${NONCE}` });
  });

  it('goes over the company’s own page where that bounces', () => {
    expect(way('https://company.example/back')).toMatchObject({ route: 'bounce', scheme: 'liaison', pageAddress: `https://company.example/back?loop_test=${NONCE}`, listen: null });
  });

  it('goes to the port of a loopback address', () => {
    expect(way('http://localhost:8123/callback')).toMatchObject({ route: 'loopback', scheme: null, returnAddress: `http://localhost:8123/callback?loop_test=${NONCE}`, listen: { port: 8123, path: '/callback' } });
  });

  it('is refused for what is no redirect URI', () => {
    expect(way('https://company.example')).toMatchObject({ code: 'L-80' });
  });
});

describe('a return', () => {
  it.each([`liaison://loop-test/${NONCE}`, `com.company.app://loop-test/${NONCE}`, `liaison://auth/callback?loop_test=${NONCE}`, `http://localhost:8123/callback?loop_test=${NONCE}`])('of a test is known by its shape: %s', (raw) => {
    expect(nonceOf(raw)).toBe(NONCE);
  });

  it.each(['liaison://auth/callback?code=c&state=s', `liaison://auth/callback?code=c&state=s&loop_test=${NONCE}`, 'liaison://auth/callback?loop_test=short', 'loop-test', ''])('of a sign-in, or of nothing, is not: %s', (raw) => {
    expect(nonceOf(raw)).toBeNull();
  });

  it('with a damaged number is a test’s all the same, and nobody’s', () => {
    expect(nonceOf('liaison://loop-test/short')).toBe('');
  });

  it('that a sign-in could use is never taken for a test', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.boolean(), (code, state, extra) => {
        const raw = `liaison://auth/callback?${new URLSearchParams({ code, state, ...(extra ? { loop_test: NONCE } : {}) }).toString()}`;
        fc.pre(parseCallback(raw, ['liaison://auth/callback']).kind === 'code');
        expect(nonceOf(raw)).toBeNull();
      }),
    );
  });
});

describe('a return that does not come', () => {
  it.each([
    [{ kind: 'none' }, true, { code: 'L-30' }],
    [{ kind: 'other', name: 'Old Liaison' }, true, { code: 'L-31', reason: 'Old Liaison' }],
    [{ kind: 'ours' }, true, { code: 'L-32' }],
    [{ kind: 'unknown' }, true, { code: 'L-32' }],
    [{ kind: 'ours' }, false, { code: 'L-85', reason: 'browser' }],
  ] as const)('%j, page opened %s', (owner, wasOpened, problem) => {
    expect(whyMissing(owner, wasOpened)).toEqual(problem);
  });
});
