import type * as Electron from 'electron';
import { complete } from './not-implemented.ts';
import { registry } from './registry.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/*
 * Chromium knows no scheme of ours without Electron, so it sees app://bundle/x as https://bundle.app.standin.invalid/x,
 * and every address on the way back is translated.
 */

/** The end of the hosts under which Chromium sees our schemes. */
export const HOST_SUFFIX = '.standin.invalid';

const handlers = new Map<string, Handler>();
const privileged = new Map<string, Electron.Privileges>();

/** The handler of an address's scheme. */
export function handlerFor(url: string): Handler | undefined {
  return handlers.get(url.slice(0, Math.max(0, url.indexOf(':'))));
}

/** An address as Chromium sees it. */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return handlers.has(scheme) ? `https://${host || 'host'}.${scheme}${HOST_SUFFIX}${rest || '/'}` : url;
}

/** An address as the app knows it. */
export function fromChromium(url: string): string {
  const [, host, scheme, rest = ''] = /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.standin\.invalid(.*)$/.exec(url) ?? [];
  return host === undefined ? url : `${String(scheme)}://${host}${rest}`;
}

/** Scheme and host, as Electron writes an origin. */
export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/.exec(url)?.[0] ?? 'null';
}

/** A policy of the app for Chromium: a scheme source becomes the hosts that stand for it. */
export function policyForChromium(policy: string): string {
  return policy.replaceAll(/(^|[ ;])([a-z][a-z0-9+-]*):(?=[ ;]|$)/g, (source: string, before: string, scheme: string) =>
    handlers.has(scheme) ? `${before}https://*.${scheme}${HOST_SUFFIX}` : source,
  );
}

function requireReady(): void {
  if (!registry.isReady) throw new Error('Session can only be received when app is ready');
}

type ProtocolPart = Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

/** Electron's `protocol`. Schemes are those of all sessions. */
export const protocol: ProtocolPart = complete('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    if (registry.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {});
  },
  handle(scheme: string, handler: Handler) {
    requireReady();
    if (!privileged.get(scheme)?.standard) throw new Error(`stand-in: protocol.handle of ${scheme}, which is not registered as a standard scheme, is not implemented`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string) {
    requireReady();
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
});
