import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/integration/**/*.test.{ts,tsx}', 'tests/crash/**/*.test.ts'],
    globalSetup: ['tests/temporary.ts'],
    environment: 'node',
    globals: false,
    pool: 'forks',
    maxWorkers: 2,
    // A busy machine may be slow; a test that hangs is found all the same.
    testTimeout: 60_000,
    // Both are ways in which a run says nothing and looks green.
    passWithNoTests: false,
    allowOnly: false,
  },
});
