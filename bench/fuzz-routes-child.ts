/** Numbers from the first to before the last in, how each hostile request of that number was answered out, to whoever started this process. */
import { closeTestStores, useServer } from '../src/store/test-stores.ts'
import { play } from '../test/fuzz/cases.ts'
import { sentAll, walked } from '../test/fuzz/walk.ts'
import { fuzzedWorld, STAFFED } from '../test/fuzz/world.ts'
import type { Ended } from './fuzz-routes.ts'

const [from = 0, to = 0] = process.argv.slice(2, 4).map(Number)
useServer(process.argv[4] ?? '')

const told: string[] = []
process.stderr.write = ((text: string) => {
  told.push(String(text))
  return true
}) as typeof process.stderr.write

async function inOneWorld(first: number, last: number): Promise<void> {
  process.send?.('walking')
  const world = await fuzzedWorld()
  for (const round of [1, 2]) {
    await sentAll(
      world,
      await walked(world, ['marat', 'aigerim', 'daniyar', 'root', 'oskar'], 1),
      first + round,
    )
  }
  const everything = await walked(world, STAFFED, 2)
  process.send?.('asking')
  for (let seed = first; seed < last; seed += 1) {
    told.length = 0
    const begun = process.cpuUsage()
    const { asked, route, status, faults } = await play(world, everything, seed)
    const { user, system } = process.cpuUsage(begun)
    const wrong =
      faults.length === 0
        ? null
        : `${faults.join('; ').slice(0, 600)} | ${JSON.stringify(asked).slice(0, 1_500)} | ${told.join('').slice(0, 600)}`
    process.send?.({ seed, route, status, ms: (user + system) / 1000, wrong } satisfies Ended)
    // What was told is sent before the next one can end the process.
    if (seed % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await world.close()
  await closeTestStores()
}

await inOneWorld(from, to)
process.exit(0)
