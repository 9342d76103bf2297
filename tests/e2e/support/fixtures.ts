import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import type { PracticeOptions } from '../../../electron/practice/authority.ts';
import { launchApp, type RunningApp } from './running-app.ts';

/** One laptop of one test: a data folder, authorities and starts of the program; everything ends with the test. */
export interface Laptop {
  readonly folder: string;
  /** A place for files of the test beside the data folder. */
  readonly elsewhere: string;
  start(more?: readonly string[], environment?: Readonly<Record<string, string>>): Promise<RunningApp>;
  authority(overrides?: Partial<PracticeOptions>): Promise<TestAuthority>;
}

/** Playwright's test with a laptop. */
export const test = base.extend<{ laptop: Laptop }>({
  // Playwright reads the names of the fixtures from this pattern; there are none.
  laptop: async ({}, use) => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'liaison-e2e-'));
    const apps: RunningApp[] = [];
    const authorities: TestAuthority[] = [];
    await use({
      folder: path.join(place, 'data'),
      elsewhere: place,
      start: async (more, environment) => {
        const app = await launchApp(path.join(place, 'data'), more, environment);
        apps.push(app);
        return app;
      },
      authority: async (overrides) => {
        const authority = await startTestAuthority(overrides);
        authorities.push(authority);
        return authority;
      },
    });
    await Promise.all(apps.map(async (app) => app.close()));
    await Promise.all(authorities.map(async ({ authority }) => authority.close()));
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';
