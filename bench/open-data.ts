/** The example corpus → every file of open data, read by the reference programs of its format (Python): frictionless, pandas, openpyxl, pyarrow, followthemoney, libhxl, openapi-spec-validator. Usage: PYTHON=python3 node bench/open-data.ts */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPEN_FILES } from '../src/publish/open/files.ts'
import { closeTestStores } from '../src/store/test-stores.ts'
import { openTestServer } from '../test/server.ts'
import { corpusWorld, siteOf } from '../test/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-open-'))
const server = await openTestServer()
const world = await corpusWorld()
try {
  const web = siteOf(world, 'https://example.org')
  const paths = [
    ...OPEN_FILES.map((one) => `/data/all/${one.name}`),
    ...OPEN_FILES.filter((one) => !one.ofWhole).map((one) => `/data/kz/2020-q1/${one.name}`),
    '/data/kz/2020-q1/datapackage.zip?act=fine',
    '/api/v1/openapi.json',
    '/en/feeds/kz.atom',
  ]
  for (const path of paths) {
    const answer = await web.request(path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    const file = join(folder, path.replace(/\.zip\?(.*)/, '~$1.zip'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  }
  const script = fileURLToPath(new URL('open_data.py', import.meta.url))
  const { status } = spawnSync(process.env.PYTHON ?? 'python3', [script, folder], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  await world.store.destroy()
  await closeTestStores()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
