import { describe, expect, it } from 'vitest';
import { doubtOf, FASTEST_SIGN_IN } from '../../../electron/links/doubt.ts';

const fresh = { window: { name: 'Edge', isPrivate: true }, shownAt: 1000, isReused: false, isSignedOut: false };
const normal = { ...fresh, window: { name: null, isPrivate: false } };

describe('whose account it is', () => {
  it.each([
    ['faster than anyone types', fresh, 1000 + FASTEST_SIGN_IN - 1, 'fast'],
    ['as fast, in a normal window', normal, 1001, 'fast'],
    ['after the clock was set back', fresh, 500, 'fast'],
    ['slowly, in a fresh private window', fresh, 1000 + FASTEST_SIGN_IN, null],
    ['slowly, in a private window that was used before', { ...fresh, isReused: true }, 60_000, 'reused'],
    ['slowly, in such a window after its sign-out page', { ...fresh, isReused: true, isSignedOut: true }, 60_000, 'normalWindow'],
    ['fast, after a sign-out page', { ...fresh, isSignedOut: true }, 1001, 'fast'],
    ['slowly, in a normal window', normal, 60_000, 'normalWindow'],
    ['from a page of which nobody was told', { ...fresh, shownAt: null }, 1001, null],
  ])('is doubted when the return came %s', (_name, seen, now, doubt) => {
    expect(doubtOf(seen, now)).toBe(doubt);
  });
});
