import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Tests fix the clock and zone themselves; the machine's settings must not leak in.
    env: { TZ: 'UTC', NO_COLOR: '1' },
    globalSetup: 'test/support/state-home.ts',
  },
});
