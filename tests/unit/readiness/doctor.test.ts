import { describe, expect, it } from 'vitest';
import type { ProbeOutcome, ProbeStep } from '../../../electron/contract/readiness.ts';
import { judge, SLOW_READ } from '../../../electron/readiness/doctor.ts';

type Tried = readonly [what: ProbeStep['what'], host: string | null, outcome: ProbeOutcome, milliseconds?: number];

const steps = (...tried: readonly Tried[]): readonly ProbeStep[] => tried.map(([what, host, outcome, milliseconds = 50]) => ({ what, host, port: host === null ? null : 443, outcome, at: 0, milliseconds }));
const codeOf = (...tried: readonly Tried[]): string | null => judge(steps(['interfaces', null, 'good'], ...tried), null, null).problem?.code ?? null;

const homesOpen: readonly Tried[] = [['lookup', 'homes', 'good'], ['connect', 'homes', 'good'], ['read', 'homes', 'good']];
const silent: readonly Tried[] = [['lookup', 'login', 'good'], ['connect', 'login', 'timeout'], ['read', 'login', 'timeout']];

describe('the verdict of Network doctor', () => {
  it.each<[string, readonly Tried[], string | null]>([
    ['everything answers', [['lookup', 'login', 'good'], ['connect', 'login', 'good'], ['read', 'login', 'good'], ...homesOpen], null],
    ['a guest network leads elsewhere and nothing protected opens', [['plain', 'login', 'otherPlace'], ['read', 'login', 'untrusted']], 'L-51'],
    ['a guest network says so itself', [['plain', 'login', 'signInFirst'], ['read', 'login', 'timeout']], 'L-51'],
    ['the plain page leads elsewhere, but the protected one opens', [['plain', 'login', 'otherPlace'], ['read', 'login', 'good']], null],
    ['no name is found', [['lookup', 'login', 'notFound'], ['read', 'login', 'notFound']], 'L-52'],
    ['the name service does not answer', [['lookup', 'login', 'timeout'], ['read', 'login', 'timeout']], 'L-52'],
    ['the proxy asks for a password', [['proxy', 'login', 'password'], ['read', 'login', 'password']], 'L-53'],
    ['the proxy asked, but it has the password by now', [['proxy', 'login', 'password'], ['read', 'login', 'good']], null],
    ['the proxy lets nothing through', [['proxy', 'login', 'blocked'], ['read', 'login', 'password']], 'L-55'],
    ['the proxy is not there', [['proxy', 'login', 'gone'], ['read', 'login', 'password']], 'L-55'],
    ['the certificate is not trusted', [['lookup', 'login', 'good'], ['read', 'login', 'untrusted'], ...homesOpen], 'L-54'],
    ['one host is silent, the other answers', [...silent, ...homesOpen], 'L-55'],
    ['everybody refuses', [['connect', 'login', 'refused'], ['read', 'login', 'refused']], 'L-55'],
    ['the plain page passes, the protected one does not', [...silent, ['plain', 'login', 'good']], 'L-55'],
    ['connections open and stay silent', [['connect', 'login', 'good'], ['read', 'login', 'timeout']], 'L-56'],
    ['one read of three is lost', [['read', 'login', 'good'], ['read', 'login', 'reset'], ['read', 'login', 'good']], 'L-56'],
    ['a read is slow', [['read', 'login', 'good', SLOW_READ + 1]], 'L-56'],
    ['a read is just fast enough', [['read', 'login', 'good', SLOW_READ]], null],
    ['nothing answers and nobody says why', silent, 'L-10'],
    ['every server is in trouble', [['read', 'login', 'serverError'], ['read', 'login', 'serverError']], 'L-09'],
    ['one answer of the server was an error', [['read', 'login', 'good'], ['read', 'homes', 'serverError']], null],
  ])('when %s', (_case, tried, code) => {
    expect(codeOf(...tried)).toBe(code);
  });

  it.each<[ProbeOutcome]>([['none'], ['offline']])('is L-50 when this laptop is not connected (%s)', (outcome) => {
    expect(judge(steps(['interfaces', null, outcome]), null, null)).toEqual({ problem: { code: 'L-50' }, asksPerson: false });
  });

  it('blames a wrong clock, not the network, for certificates that look expired', () => {
    const clock = { code: 'L-58', laptopAt: 1, serverAt: 2 } as const;
    expect(judge(steps(['read', 'login', 'untrusted']), clock, null).problem).toEqual(clock);
    expect(judge(steps(['read', 'login', 'good']), clock, null).problem).toBeNull();
  });

  it.each([['legrandOpens', 'L-57'], ['othersOpen', 'L-55'], ['nothingOpens', 'L-50']] as const)('follows the person who sees that %s when the laptop alone cannot tell', (answer, code) => {
    expect(judge(steps(...silent), null, null)).toEqual({ problem: { code: 'L-10' }, asksPerson: true });
    expect(judge(steps(...silent), null, answer).problem).toEqual({ code });
  });

  it('asks nobody when the cause is certain', () => {
    expect(judge(steps(['read', 'login', 'untrusted']), null, 'legrandOpens').problem).toEqual({ code: 'L-54' });
    expect(judge(steps(...silent, ...homesOpen), null, 'nothingOpens')).toEqual({ problem: { code: 'L-55' }, asksPerson: false });
  });
});
