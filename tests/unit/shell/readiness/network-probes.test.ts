import { describe, expect, it } from 'vitest';
import { firstProxy } from '../../../../electron/shell/readiness/network-probes.ts';

describe('the answer of a proxy configuration', () => {
  it.each([
    ['DIRECT', null], ['PROXY proxy.example:3128; DIRECT', 'proxy.example:3128'], ['HTTPS proxy.example:443', 'proxy.example:443'], ['SOCKS5 127.0.0.1:1080', '127.0.0.1:1080'],
    ['DIRECT; PROXY proxy.example:3128', null], ['', null], ['nonsense', null],
  ])('%s', (answer, proxy) => {
    expect(firstProxy(answer)).toBe(proxy);
  });
});
