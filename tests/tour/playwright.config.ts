import { defineConfig } from '@playwright/test';

/** The tour is a test of its own: it plays the main job and writes pictures, and is no part of the test command. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.{tour,spec,test}.ts',
  outputDir: '../results/tour',
  workers: 1,
  timeout: 300_000,
  reporter: [['list']],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
