import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { attachReturns, createInbox, returnFromArguments } from '../../../electron/shell/returns.ts';
import { isReturnScheme } from '../../../electron/shell/scheme.ts';

const RETURN = 'liaison://auth/callback?code=c&state=s';
const read = (...argv: string[]): string | null => returnFromArguments(argv, isReturnScheme);

describe('the inbox', () => {
  it('keeps what comes early, in order, and then passes everything on at once', () => {
    const inbox = createInbox();
    inbox.push('a', 'argv');
    inbox.push('b', 'open-url');
    const listener = vi.fn<(raw: string, source: string) => void>();
    inbox.attach(listener);
    inbox.push('c', 'second-instance');
    expect(listener.mock.calls).toEqual([['a', 'argv'], ['b', 'open-url'], ['c', 'second-instance']]);
  });

  it('refuses more than 16 KB and a 21st that waits', () => {
    const inbox = createInbox();
    expect(inbox.push('x'.repeat(16_385), 'argv')).toBe(false);
    for (let count = 0; count < 20; count += 1) expect(inbox.push(String(count), 'argv')).toBe(true);
    expect(inbox.push('20', 'argv')).toBe(false);
    const listener = vi.fn<(raw: string, source: string) => void>();
    inbox.attach(listener);
    expect(listener).toHaveBeenCalledTimes(20);
    expect(inbox.push('x'.repeat(16_385), 'argv')).toBe(false);
    expect(listener).toHaveBeenCalledTimes(20);
  });
});

describe('a command line', () => {
  it.each([
    ['packaged', ['liaison.exe', '--auth-callback', '--', RETURN]],
    ['not packaged', ['electron', '.', '--user-data-dir=/tmp/x', '--auth-callback', '--', RETURN]],
    ['with switches moved to the front by Chromium', ['electron', '--user-data-dir=/tmp/x', '--auth-callback', '--original-process-start-time=1', '.', '--', RETURN]],
    ['with the marker moved away from its place', ['liaison.exe', '--auth-callback', '--allow-file-access-from-files', '--', RETURN]],
    ['on Windows with a drive letter', ['C:\\Liaison\\liaison.exe', '--auth-callback', '--', RETURN]],
  ])('carries a return: %s', (_case, argv) => {
    expect(read(...argv)).toBe(RETURN);
  });

  it('carries a return to the company\'s own scheme', () => {
    const own = 'msal7700d7f4-b48e-4452-b493-5d14b45ef47e://auth?code=c';
    expect(read('liaison', '--auth-callback', '--', own)).toBe(own);
  });

  it.each([
    ['nothing', []],
    ['no marker', ['liaison', '--', RETURN]],
    ['no end of switches', ['liaison', '--auth-callback', RETURN]],
    ['the address alone', ['liaison', RETURN]],
    ['two addresses', ['liaison', '--auth-callback', '--', RETURN, RETURN]],
    ['two addresses, one in capitals', ['liaison', '--auth-callback', '--', 'LIAISON://auth/callback?code=x', RETURN]],
    ['something behind the address', ['liaison', '--auth-callback', '--', RETURN, '--inspect']],
    ['a foreign address', ['liaison', '--auth-callback', '--', 'https://example.com/?code=c']],
    ['a file', ['liaison', '--auth-callback', '--', 'file:///etc/passwd']],
    ['only the marker', ['liaison', '--auth-callback', '--']],
  ])('carries no return: %s', (_case, argv) => {
    expect(read(...argv)).toBeNull();
  });

  it('never yields anything but its own last argument', () => {
    const argument = fc.oneof(fc.constantFrom('--auth-callback', '--', RETURN, '--inspect', '.', 'liaison:', 'https://x/'), fc.string());
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (argv) => {
        const found = read(...argv);
        if (found === null) return;
        expect(found).toBe(argv.at(-1));
        expect(argv).toContain('--auth-callback');
        expect(argv.filter((each) => each === found)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the ways of the system', () => {
  const attach = (argv: readonly string[]) => {
    const app = new EventEmitter();
    const inbox = createInbox();
    attachReturns(app as unknown as Pick<App, 'on'>, inbox, { argv, isReturnScheme });
    const heard: [string, string][] = [];
    inbox.attach((raw, source) => heard.push([raw, source]));
    return { app, heard };
  };

  it('bring a cold start', () => {
    expect(attach(['liaison', '--auth-callback', '--', RETURN]).heard).toEqual([[RETURN, 'argv']]);
    expect(attach(['liaison', RETURN]).heard).toEqual([]);
  });

  it('bring a second start that carries a return, and nothing from one that does not', () => {
    const { app, heard } = attach(['liaison']);
    app.emit('second-instance', {}, ['liaison', '--auth-callback', '--', RETURN], '/', null);
    app.emit('second-instance', {}, ['liaison'], '/', null);
    expect(heard).toEqual([[RETURN, 'second-instance']]);
  });

  it('bring an opened address', () => {
    const { app, heard } = attach(['liaison']);
    const preventDefault = vi.fn<() => void>();
    app.emit('open-url', { preventDefault }, RETURN);
    expect(heard).toEqual([[RETURN, 'open-url']]);
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
