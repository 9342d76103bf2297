import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { createProxyPassword } from '../../../electron/shell/proxy-password.ts';

it('holds nothing at first, then what was entered last, and never prints it', () => {
  const proxyPassword = createProxyPassword();
  expect(proxyPassword.current()).toBeNull();
  proxyPassword.enter('anna', 'canary-one');
  proxyPassword.enter('martin', 'canary-two');
  const kept = proxyPassword.current();
  expect([kept?.userName.reveal(), kept?.password.reveal()]).toEqual(['martin', 'canary-two']);
  expect(`${JSON.stringify(kept)}${inspect(kept, { depth: 9 })}`).not.toMatch(/martin|canary/u);
});

it('forgets what the proxy refused, but not what was entered since', () => {
  const proxyPassword = createProxyPassword();
  proxyPassword.enter('martin', 'wrong');
  const wrong = proxyPassword.current();
  proxyPassword.enter('martin', 'right');
  if (wrong) proxyPassword.refused(wrong);
  const right = proxyPassword.current();
  expect(right?.password.reveal()).toBe('right');
  if (right) proxyPassword.refused(right);
  expect(proxyPassword.current()).toBeNull();
});
