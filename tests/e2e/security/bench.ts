import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { LiaisonBridge } from '../../../electron/contract/bridge.ts';
import { launchApp, type RunningApp } from '../support/running-app.ts';

declare global {
  interface Window {
    readonly liaison: LiaisonBridge;
  }
}

/** A server of a stranger: whoever reaches it at all has got out of the window. */
export interface Stranger {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Requests that arrived, as `METHOD /path`. */
  readonly hits: readonly string[];
}

/** What a test of the locks works on. */
export interface Bench {
  readonly running: RunningApp;
  /** One thing that was tried; `refused` tells whether it failed as it must. Every one is looked at when the file ends. */
  tried(what: string, refused: boolean): void;
}

async function withStranger<Value>(use: (stranger: Stranger) => Promise<Value>): Promise<Value> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' }).end('<h1>a stranger</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function assertRefused(attempts: ReadonlyMap<string, boolean>): void {
  const refused = [...attempts.values()].filter(Boolean).length;
  console.log(`Security: ${attempts.size} things tried, ${refused} refused`);
  expect([...attempts].filter(([, held]) => !held).map(([what]) => what)).toEqual([]);
}

/** One program for all tests of a file: what one of them breaks the next ones would see. */
export const test = base.extend<{ stranger: Stranger }, { bench: Bench }>({
  stranger: async ({}, use) => withStranger(use),
  bench: [
    async ({}, use) => {
      const place = mkdtempSync(path.join(os.tmpdir(), 'liaison-locks-'));
      const running = await launchApp(path.join(place, 'data'));
      const attempts = new Map<string, boolean>();
      await use({ running, tried: (what, refused) => void attempts.set(what, refused) });
      await running.close();
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
      assertRefused(attempts);
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
