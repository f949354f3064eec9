/** Words → what is read in them in Russian or Kazakh, with the pack of the house; for tests. */
import { fileURLToPath } from 'node:url'
import { loadReading } from '../../adapters/load-reading.ts'
import type { Pack } from '../../core/pack.ts'
import type { Reading } from '../../core/reading.ts'
import { extract } from '../extract.ts'
import { codebook, documentOf, pack as kz } from '../fixture.ts'
import { type Line, readLines } from '../lines.ts'
import { prepare } from '../prepare.ts'
import { type GoldRecord, toRecord } from '../to-record.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const russian = loadReading(root, 'ru')
export const kazakh = loadReading(root, 'kk')

/** Every sentence of the words, read. */
export const linesIn = (
  reading: Reading,
  text: string,
  asOf: string | null = null,
  pack: Pack = kz,
): Line[] => readLines(prepare(documentOf(text)), pack, reading, asOf).flatMap((passage) => passage.lines)

export function recordsIn(
  reading: Reading,
  text: string,
  asOf: string | null = null,
  pack: Pack = kz,
): GoldRecord[] {
  const document = { ...documentOf(text), language: reading.language }
  return extract(document, { pack, codebook, reading, asOf }).drafts.map((draft, index) =>
    toRecord('test', document, draft, index),
  )
}
