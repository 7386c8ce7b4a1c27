import { defineConfig } from 'vitest/config';
import { reportSkipped } from './test/support/report-skipped.js';

const mocking = [
  'test/git/hostile-clone.test.ts',
  'test/git/hostile-writes.test.ts',
  'test/store/page-folder-failure.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', reportSkipped],
    // Only what hangs should meet it: a busy machine is several times slower.
    testTimeout: 120_000,
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    // Tests fix the clock and zone themselves; the machine's settings must not leak in.
    env: { TZ: 'UTC', NO_COLOR: '1' },
    setupFiles: 'test/support/fixed-seed.ts',
    globalSetup: 'test/support/state-home.ts',
    // Most of a file's time is loading what it tests, so a worker loads it once for all its files;
    // but for those that put something else in a module's place.
    projects: [
      {
        extends: true,
        // Not above: a project adds its own to what it inherits.
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: mocking,
        },
      },
      { extends: true, test: { name: 'alone', include: mocking } },
    ],
  },
});
