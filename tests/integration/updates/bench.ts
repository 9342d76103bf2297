import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientRequest, Session } from 'electron';
import type { Clock } from '../../../electron/oauth/ports.ts';
import { systemClock } from '../../../electron/shell/clock.ts';
import { createProxyPassword } from '../../../electron/shell/proxy-password.ts';
import { openUpdater } from '../../../electron/shell/updates/electron-updater.ts';
import type { Updater } from '../../../electron/shell/updates/updater.ts';
import { ClientRequest as StandInRequest } from '../../runtime/client-request.ts';
import { Connections } from '../../runtime/http-wire.ts';

/** The real updater, in a program of version 1.3.0. */
export interface UpdateBench {
  readonly updater: Updater;
  /** Where it keeps what it downloads. */
  readonly cache: string;
}

/** How the bench differs from an ordinary one. */
export interface BenchPart {
  readonly version?: string;
  /** Names the publisher, so that signatures are looked at. */
  readonly publisher?: string;
  readonly clock?: Clock;
  readonly refusal?: () => Error | null;
}

/** Opens electron-updater as the program does, over the stand-in's `net.request`. */
export function openBench(origin: string, { version = '1.3.0', publisher, clock = systemClock, refusal = () => null }: BenchPart = {}): UpdateBench {
  const cache = mkdtempSync(path.join(tmpdir(), 'liaison-updates-'));
  const settings = path.join(cache, 'app-update.yml');
  writeFileSync(settings, `provider: generic\nurl: ${origin}\nupdaterCacheDirName: liaison-updater\n${publisher === undefined ? '' : `publisherName:\n  - ${publisher}\n`}`);
  const session = { connections: new Connections(), getUserAgent: () => 'Chrome of this laptop', refusal } as unknown as Session;
  const net = { request: (options: unknown) => new StandInRequest(options as never, (options as { session: never }).session) as unknown as ClientRequest };
  const app = { getVersion: () => version, getName: () => 'Liaison', quit: () => undefined };
  const squirrel = (): never => {
    throw new Error('Squirrel is for macOS');
  };
  const updater = openUpdater({ app, net, session, squirrel, proxyPassword: createProxyPassword(), clock, platform: 'win32', cacheFolder: cache }, { kind: 'feed', url: `${origin}/`, settings });
  return { updater, cache };
}
