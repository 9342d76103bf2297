import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** The tests that have to notice a broken line of what `npm run test:mutation` breaks. All must be quick: they run once per broken line. */
export default defineConfig({
  root,
  test: {
    include: [
      'tests/unit/links/{standing,breaker,company-watch,safekeeping,renewal*,unreadable-disk}.test.ts',
      'tests/unit/oauth/callback.test.ts',
      'tests/integration/storage/{vault,sealing,data-key,link-store,workspace}.test.ts',
    ],
    environment: 'node',
    globals: false,
    isolate: false,
    // A property needs few tries to notice a line that is wrong.
    env: { LIAISON_RUNS: '60' },
    testTimeout: 20_000,
    passWithNoTests: false,
    allowOnly: false,
  },
});
