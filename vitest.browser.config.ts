import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: what only a real browser can say. Needs Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    env: { TZ: 'UTC', NO_COLOR: '1' },
    globalSetup: 'test/support/state-home.ts',
  },
});
