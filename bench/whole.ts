/** The tests that take a part of many things alike, with all of them: every page in every language, every list of a narrowing. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const WALKS = ['test/leaks', 'test/journeys', 'test/scenarios', 'test/differencing', 'src/web/site']
const { status } = spawnSync(
  process.execPath,
  [`${root}/node_modules/vitest/vitest.mjs`, 'run', '--root', root, '--testTimeout=600000', ...WALKS],
  { stdio: 'inherit', env: { ...process.env, AIGAQ_WHOLE: '1' } },
)
process.exitCode = status ?? 1
