import { defineConfig } from 'vitest/config'

/** Tests that take a defence away put another module in its place, and one looks at the memory of its process: each needs one of its own. */
const ALONE = [
  'test/leaks/defences.test.ts',
  'test/leaks/outer-defences.test.ts',
  'test/findings/t15-no-stack.test.ts',
  'test/findings/addresses.test.ts',
  'test/findings/t8-packed.test.ts',
]

const PATIENCE = process.env.AIGAQ_WHOLE === '1' ? 7_200_000 : 900_000

/** Tests stand beside the code and in test/; time is UTC; a test never touches the network. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Against what never ends, not against a busy machine: a walk of minutes may take four times as long there, and all of it (`AIGAQ_WHOLE=1`) twenty times.
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ['test/server.ts'],
    setupFiles: ['test/close-worlds.ts', 'test/seeded.ts'],
    projects: [
      // One process for many files: the code, the codebook and the packs are read once. No test leaves anything behind in a module.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    reporters: process.env.AIGAQ_TEST_RESULTS ? ['default', 'json'] : ['default'],
    ...(process.env.AIGAQ_TEST_RESULTS && { outputFile: { json: process.env.AIGAQ_TEST_RESULTS } }),
  },
})
