/** An incident as decided in; the row of numbers that a count reads, and the original collectors of its sources, out. */
import { createHash } from 'node:crypto'
import { countableOf } from '../../core/countable.ts'
import type { CountingWords } from '../../core/counting-words.ts'
import { canonical, type Json } from '../../core/json.ts'
import { NO_PACK, type Pack } from '../../core/pack.ts'
import type { Incident, TextOfRecord } from '../../core/record.ts'
import { countedFrom, type Facts } from '../../measure/counts/counted.ts'
import { pack as packed } from '../../measure/counts/packed.ts'

/** Hexadecimal digits of the fingerprint: 48 bits, which a number holds exactly. */
const DIGITS = 12

/** A hash over what a record or a case adds to counts. */
export const fingerprintOf = (id: string, facts: Facts): number =>
  Number.parseInt(
    createHash('sha256')
      .update(canonical({ id, ...facts } as unknown as Json))
      .digest('hex')
      .slice(0, DIGITS),
    16,
  )

export function numbersOf(incident: Incident, pack: Pack | undefined, words: CountingWords): Uint8Array {
  const given = { pack: pack ?? NO_PACK, words }
  const facts = countedFrom(countableOf(incident, given.pack), given)
  return packed({ ...facts, fingerprint: fingerprintOf(incident.id, facts) })
}

/** Sources that quote each other share a collector and are one witness. */
export const collectorsOf = (
  incident: Incident,
  documents: ReadonlyMap<string, TextOfRecord>,
): readonly string[] =>
  [
    ...new Set(
      incident.tellings.flatMap(({ document, collector }) => {
        const source = documents.get(document)?.source
        const said = collector === undefined ? source?.collector : collector
        return said ?? source?.publisher ?? []
      }),
    ),
  ].sort()
