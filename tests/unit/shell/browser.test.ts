import { describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../electron/oauth/secret.ts';
import { openExternalAllowed, openSignInPage } from '../../../electron/shell/browser.ts';

const opened = { ok: true, value: null };

describe('the sign-in page', () => {
  it.each(['https://partners-login.eliotbylegrand.com/authorize?state=s', 'http://localhost:4000/authorize', 'http://127.0.0.1:4000/authorize', 'http://[::1]:4000/authorize'])('opens %s', async (address) => {
    const openExternal = vi.fn<(url: string) => Promise<void>>(async () => undefined);
    expect(await openSignInPage({ openExternal }, new Secret(address))).toEqual(opened);
    expect(openExternal).toHaveBeenCalledExactlyOnceWith(address);
  });

  it.each(['http://example.com/', 'http://localhost.example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', '\\\\host\\share', 'https://user:x@example.com/', ''])('refuses %s', async (address) => {
    const openExternal = vi.fn<(url: string) => Promise<void>>(async () => undefined);
    expect(await openSignInPage({ openExternal }, new Secret(address))).toEqual({ ok: false, problem: { code: 'L-85', reason: 'address' } });
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('says when no browser opens, without repeating the address', async () => {
    const openExternal = async (url: string): Promise<void> => Promise.reject(new Error(`cannot open ${url}`));
    expect(await openSignInPage({ openExternal }, new Secret('https://example.com/?state=canary'))).toEqual({ ok: false, problem: { code: 'L-85', reason: 'browser' } });
  });
});

describe('another link', () => {
  it.each([
    ['https://developer.legrand.com/documentation', true],
    ['http://developer.legrand.com/', false],
    ['https://developer.legrand.com:8443/', false],
    ['https://developer.legrand.com.example.com/', false],
    ['https://developer.legrand.com@example.com/', false],
    ['https://x@developer.legrand.com/', false],
    ['http://localhost:4000/', false],
  ])('%s opens: %s', async (address, opens) => {
    const openExternal = vi.fn<(url: string) => Promise<void>>(async () => undefined);
    expect((await openExternalAllowed({ openExternal }, address)).ok).toBe(opens);
    expect(openExternal).toHaveBeenCalledTimes(opens ? 1 : 0);
  });
});
