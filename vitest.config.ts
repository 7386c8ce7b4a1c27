import { defineConfig } from 'vitest/config';
import { reportSkipped } from './test/support/report-skipped.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', reportSkipped],
    // Only what hangs should meet it: a busy machine is several times slower.
    testTimeout: 120_000,
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    // Tests fix the clock and zone themselves; the machine's settings must not leak in.
    env: { TZ: 'UTC', NO_COLOR: '1' },
    globalSetup: 'test/support/state-home.ts',
  },
});
