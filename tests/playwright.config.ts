import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests of the built app, the inspection of its screens, and the self-test of the runtime they use. One worker: each test has an app and a browser of its own,
 * which fill two cores; two at a time took as long and were disturbed by each other.
 */
export default defineConfig({
  projects: [
    { name: 'runtime', testDir: 'runtime/self-test' },
    { name: 'screens', testDir: 'renderer' },
    { name: 'e2e', testDir: 'e2e' },
  ],
  testMatch: '**/*.{test,spec}.ts',
  outputDir: 'results/playwright',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A busy machine may be slow; a test that hangs is found all the same.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'results/e2e.json' }]],
  use: { trace: 'off', screenshot: 'off', video: 'off', actionTimeout: 20_000 },
});
