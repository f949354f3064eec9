/** Numbers from the first to before the last in, how each hostile file of that number ended out, to whoever started this process. */
import { canReadPictures, openPictureReader } from '../src/adapters/ocr/picture-reader.ts'
import { hostile } from '../test/hostile/documents.ts'
import { importEach } from '../test/hostile/import-each.ts'
import { take } from '../test/hostile/take.ts'
import type { Ended } from './fuzz.ts'

const [from = 0, to = 0] = process.argv.slice(2).map(Number)
/** Every so many-th is imported, too: a database is written and counted. */
const IMPORTED = 20
const pictures = canReadPictures() ? await openPictureReader() : undefined
const imports = await importEach()
process.send?.('ready')

function spentSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

for (let seed = from; seed < to; seed += 1) {
  const file = hostile(seed, pictures !== undefined)
  const begun = process.cpuUsage()
  const end = (how: string, failed: boolean): unknown =>
    process.send?.({ seed, how, ms: spentSince(begun), failed } satisfies Ended)
  try {
    const how = await take(file, pictures)
    if (seed % IMPORTED === 0) await imports.check(file)
    end(how, false)
  } catch (error) {
    end(
      error instanceof Error
        ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ')
        : `${error}`,
      true,
    )
  }
  // What was told is sent before the next one can end the process.
  await new Promise((resolve) => setImmediate(resolve))
}
await imports.close()
process.disconnect()
