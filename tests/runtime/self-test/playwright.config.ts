import { defineConfig } from '@playwright/test';

/** The self-test alone. */
// oxlint-disable-next-line import/no-default-export -- Playwright demands it
export default defineConfig({ testDir: '.', outputDir: '../../results/runtime', workers: 1, timeout: 30_000, forbidOnly: true, retries: 0, reporter: 'list' });
