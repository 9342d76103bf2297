import { describe, expect, it } from 'vitest';
import type { ProfileTest } from '../../../electron/contract/views.ts';
import { CLOCK_TOLERANCE, judgeClock, readClock, readDateHeader } from '../../../electron/readiness/clock-check.ts';
import { batteryLine, clockLine, credentialsLine, diskLine, PROOF_LASTS, returnLine } from '../../../electron/readiness/lines.ts';
import { nameNetwork } from '../../../electron/readiness/network-name.ts';
import { overallOf, staleness } from '../../../electron/readiness/stamp.ts';

const NOW = Date.UTC(2026, 5, 1, 8, 12);
const DAY = 86_400_000;

describe('the clock', () => {
  it('is read in the middle of a request', () => {
    expect(readClock(1000, 3000, 5000)).toEqual({ laptopAt: 2000, serverAt: 5000 });
    expect(readClock(1000, 3000, null)).toBeNull();
  });

  it.each([[CLOCK_TOLERANCE, false], [-CLOCK_TOLERANCE, false], [CLOCK_TOLERANCE + 1, true], [-CLOCK_TOLERANCE - 1, true]])('off by %i ms: wrong is %s', (off, wrong) => {
    const problem = judgeClock({ laptopAt: NOW + off, serverAt: NOW }, 'Europe/Paris');
    expect(problem).toEqual(wrong ? { code: 'L-58', laptopAt: NOW + off, serverAt: NOW, timeZone: 'Europe/Paris' } : null);
  });

  it('is not judged without an answer', () => {
    expect(clockLine(null, 'Europe/Paris', { code: 'L-50' })).toMatchObject({ verdict: 'cannotCheck', problem: { code: 'L-50' } });
  });

  it.each([['Tue, 15 Nov 1994 08:12:31 GMT', 784_887_151_000], ['yesterday', null], [undefined, null], ['Thu, 01 Jan 1900 00:00:00 GMT', null]])('understands the header %s', (value, at) => {
    expect(readDateHeader(value)).toBe(at);
  });
});

describe('the battery', () => {
  it.each([[0.09, false, 'problem'], [0.1, false, 'ok'], [0.05, true, 'ok'], [1, false, 'ok']] as const)('at %d, charging %s: %s', (level, charging, verdict) => {
    expect(batteryLine({ level, charging }, true)).toMatchObject({ verdict, problem: verdict === 'ok' ? null : { code: 'L-65' } });
  });

  it('that nobody knows cannot be checked, unless the laptop is plugged in', () => {
    expect(batteryLine(null, false).verdict).toBe('cannotCheck');
    expect(batteryLine(null, true).verdict).toBe('ok');
  });
});

describe('the company’s credentials', () => {
  const test = (part: Partial<ProfileTest>): ProfileTest => ({ at: NOW, verdict: 'answered', problem: null, pkce: true, signOut: true, ...part });

  it('are good when the server knows them', () => {
    expect(credentialsLine(test({}))).toMatchObject({ verdict: 'ok', problem: null });
  });

  it('are not called wrong when the way to the server is at fault', () => {
    for (const code of ['L-50', 'L-54', 'L-10', 'L-09'] as const) expect(credentialsLine(test({ verdict: 'failed', problem: { code } }))).toMatchObject({ verdict: 'cannotCheck', problem: { code } });
  });

  it('are red when the server points elsewhere, and unproven when it is silent', () => {
    expect(credentialsLine(test({ verdict: 'failed', problem: { code: 'L-59' } }))).toMatchObject({ verdict: 'problem' });
    expect(credentialsLine(test({ verdict: 'silent' }))).toMatchObject({ verdict: 'cannotCheck', problem: null, facts: { silent: true } });
  });
});

describe('disk and way back', () => {
  it('wants 200 MB', () => {
    expect(diskLine(200 * 1024 * 1024).verdict).toBe('ok');
    expect(diskLine(200 * 1024 * 1024 - 1)).toMatchObject({ verdict: 'problem', problem: { code: 'L-62' } });
    expect(diskLine(null).verdict).toBe('cannotCheck');
  });

  it('believes a return for thirty days, and never against what the system says now', () => {
    expect(returnLine(null, null, NOW).verdict).toBe('notTested');
    expect(returnLine(null, { at: NOW - PROOF_LASTS + 1, cold: true }, NOW)).toMatchObject({ verdict: 'ok', facts: { cold: true } });
    expect(returnLine(null, { at: NOW - PROOF_LASTS, cold: true }, NOW).verdict).toBe('notTested');
    expect(returnLine({ code: 'L-31' }, { at: NOW, cold: false }, NOW)).toMatchObject({ verdict: 'problem', problem: { code: 'L-31' } });
  });
});

describe('the stamp', () => {
  const stamp = { at: NOW, network: 'Wi-Fi', fingerprint: 'a', lines: [] };

  it.each([[NOW + DAY - 1, 'a', null], [NOW + DAY, 'a', 'day'], [NOW + 1, 'b', 'network'], [NOW - 1, 'a', 'day'], [NOW + DAY, 'b', 'day']] as const)('at %i on network %s says %s', (now, fingerprint, stale) => {
    expect(staleness(stamp, now, fingerprint)).toBe(stale);
  });

  it('lets the worst line count', () => {
    const line = (verdict: 'ok' | 'problem' | 'cannotCheck' | 'notTested') => ({ id: 'disk', verdict, problem: null, facts: {} }) as const;
    expect(overallOf([])).toBe('never');
    expect(overallOf([line('ok'), line('ok')])).toBe('ready');
    expect(overallOf([line('ok'), line('cannotCheck')])).toBe('unsure');
    expect(overallOf([line('cannotCheck'), line('notTested')])).toBe('almost');
    expect(overallOf([line('notTested'), line('problem')])).toBe('notReady');
  });
});

describe('the network', () => {
  const wifi = { name: 'Wi-Fi', address: '192.168.1.23', family: 'IPv4', internal: false } as const;

  it('is named by its interface and range, without the laptop’s own address', () => {
    expect(nameNetwork([wifi], []).label).toBe('Wi-Fi, 192.168.1.x');
    expect(nameNetwork([{ ...wifi, address: '127.0.0.1', internal: true }, { ...wifi, address: '169.254.3.4' }], []).label).toBeNull();
  });

  it('stays the same with another address of the range, and is another one with other name servers', () => {
    const one = nameNetwork([wifi], ['192.168.1.1']).fingerprint;
    expect(nameNetwork([{ ...wifi, address: '192.168.1.99' }], ['192.168.1.1']).fingerprint).toBe(one);
    expect(nameNetwork([wifi], ['10.0.0.1']).fingerprint).not.toBe(one);
    expect(nameNetwork([{ ...wifi, address: '10.0.0.7' }], ['192.168.1.1']).fingerprint).not.toBe(one);
  });
});
