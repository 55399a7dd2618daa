import { defineConfig } from 'vitest/config';

/** Many more plans than in the tests, with a seed of their own each time: `npm run soak`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/proof/**/*.test.ts'],
    env: { SOAK: 'true' },
    testTimeout: 3_600_000,
  },
});
