import type { App } from 'electron';
import { failure, success, type Result } from '../contract/result.ts';
import type { ReturnRoutes } from '../links/sign-in-ports.ts';
import { APP_SCHEME, classifyRedirectUri, type RedirectTarget } from '../oauth/redirect-uri.ts';
import { createLoopbackRoute, type LoopbackRoute } from './loopback.ts';
import { registerScheme, schemeStatus, type Launch } from './scheme.ts';

/** The part of Electron's app that registers schemes. */
export type SchemeApp = Pick<App, 'setAsDefaultProtocolClient' | 'isDefaultProtocolClient' | 'getApplicationInfoForProtocol'>;

/** What the routes are built from. `deliver` says whether the return belonged to the running sign-in. */
export interface ReturnRouteParts {
  readonly app: SchemeApp;
  readonly launch: Launch;
  readonly deliver: (raw: string) => boolean;
}

/** The routes of returns, and the check of one before a sign-in. */
export interface CheckedReturnRoutes extends ReturnRoutes {
  /** L-30, L-31 or L-82 when the browser could not come back now; the route is left as it was. */
  check(redirectUri: string): Promise<Result<null>>;
}

const schemeOf = (target: RedirectTarget): string => (target.route === 'scheme' ? target.scheme : APP_SCHEME);

async function checkScheme({ app, launch }: ReturnRouteParts, scheme: string): Promise<Result<null>> {
  registerScheme(app, scheme, launch);
  const status = await schemeStatus(app, scheme, launch);
  if (status.kind === 'none') return failure({ code: 'L-30' });
  return status.kind === 'other' ? failure({ code: 'L-31', reason: status.name.slice(0, 80) }) : success(null);
}

/**
 * Prepares the way back that the shape of the redirect URI chooses. Only a busy port stops a sign-in (L-82): when the system
 * hands our scheme to another program the address can still be pasted, so that is told by `check` before and does not stop.
 */
export function createReturnRoutes(parts: ReturnRouteParts): CheckedReturnRoutes {
  let open: LoopbackRoute | null = null;
  let releasing: Promise<void> = Promise.resolve();
  const listen = async (target: Extract<RedirectTarget, { route: 'loopback' }>): Promise<Result<null>> => {
    // The port of a sign-in that was just stopped is free only when its listener has ended.
    await releasing;
    const route = createLoopbackRoute({ port: target.port, path: target.path, onReturn: parts.deliver });
    const listening = await route.listen();
    if (listening.ok) open = route;
    return listening;
  };
  const release = async (): Promise<void> => {
    releasing = Promise.all([releasing, open?.release()]).then(() => undefined);
    open = null;
    return releasing;
  };
  return {
    prepare: async (redirectUri) => {
      const target = classifyRedirectUri(redirectUri);
      if (!target.ok) return target;
      if (target.value.route === 'loopback') return listen(target.value);
      registerScheme(parts.app, schemeOf(target.value), parts.launch);
      return success(null);
    },
    release: () => void release(),
    check: async (redirectUri) => {
      const target = classifyRedirectUri(redirectUri);
      if (!target.ok) return target;
      if (target.value.route !== 'loopback') return checkScheme(parts, schemeOf(target.value));
      if (open) return success(null);
      const listening = await listen(target.value);
      await release();
      return listening;
    },
  };
}
