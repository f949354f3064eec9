import { defineConfig } from 'vitest/config'

/** Tests stand beside the code and in test/; time is UTC; a test never touches the network. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: [],
  },
})
