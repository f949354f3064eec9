/** A hostile file in; it is imported into a database whole with one entry of the log, or refused and nothing is there that was not before. */
import { Refusal } from '../../src/core/faults.ts'
import { readDocument } from '../../src/document/read.ts'
import { extract } from '../../src/extract/extract.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aSource, emptyWorld } from '../world.ts'
import type { Hostile } from './documents.ts'

const WRITTEN = ['files', 'sources', 'documents', 'readings', 'claims', 'events'] as const

export async function importEach() {
  const world = await emptyWorld()
  const counted = async (): Promise<readonly number[]> => {
    const rows = []
    for (const table of WRITTEN)
      rows.push(
        Number(
          (
            await world.house
              .selectFrom(table)
              .select((one) => one.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
      )
    return rows
  }
  /** Read here and not in a process of its own, whose start takes longer than the file. */
  const here = {
    read: readDocument,
    extract: async (...given: Parameters<typeof extract>) => extract(...given),
  }
  return {
    /** Throws where something is half-written. */
    check: async ({ name, bytes, language }: Hostile): Promise<void> => {
      const before = await counted()
      const given = {
        bytes,
        name,
        country: 'kz',
        source: aSource({ title: name.replace(/\0/g, '') }),
        asOf: null,
        by: 'lena',
        language,
      }
      try {
        await importReport(world, given, here)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const after = await counted()
        if (after.join() !== before.join())
          throw new Error(`${error.code} left something: ${before} ${after}`)
        return
      }
      const after = await counted()
      const grown = after.map((n, index) => n - (before[index] ?? 0))
      const [, , documents, readings, , events] = grown
      if (documents !== 1 || readings !== 1 || events !== 1) throw new Error(`half-written: ${grown}`)
    },
    close: () => world.store.destroy(),
  }
}
