import { expect, test } from 'vitest';
import { NOTHING_STORED, readStored, type StoredReadiness } from '../../../../electron/shell/readiness/stored.ts';

const kept: StoredReadiness = {
  stamp: { at: 1, network: 'Office', fingerprint: 'a', lines: [{ id: 'clock', verdict: 'problem', problem: { code: 'L-58' }, facts: { laptopAt: 1, serverAt: 2 } }] },
  proof: { at: 2, cold: true, redirectUri: 'liaison://auth/callback' },
  pending: { hash: 'a'.repeat(64), startedAt: 3, redirectUri: 'liaison://auth/callback' },
};

test('what Ready for site kept is read as it was written', () => {
  expect(readStored(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test('what makes no sense counts as nothing checked', () => {
  for (const value of [undefined, null, 'x', [], {}, { ...kept, stamp: { ...kept.stamp, lines: [{ id: 'other' }] } }, { ...kept, pending: { ...kept.pending, hash: 'short' } }]) expect(readStored(value)).toEqual(NOTHING_STORED);
});
