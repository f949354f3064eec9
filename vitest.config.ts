import { defineConfig } from 'vitest/config'

/** Tests stand beside the code and in test/; time is UTC; a test never touches the network. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only wait for each other, and each database in memory needs half a gigabyte.
    maxWorkers: 2,
    reporters: process.env.AIGAQ_TEST_RESULTS ? ['default', 'json'] : ['default'],
    ...(process.env.AIGAQ_TEST_RESULTS && { outputFile: { json: process.env.AIGAQ_TEST_RESULTS } }),
  },
})
