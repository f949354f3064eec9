/** The shape of codebook/ways.yaml, from plain YAML values to the checked ways in which somebody tells us something. */
import { z } from 'zod'
import { WAYS } from '../core/document.ts'
import { type Ways, WORDS_GO } from '../core/way.ts'
import { fullLabels, head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const way = z.strictObject({
  id: z.string().regex(/^way\.[a-z0-9-]+@\d+$/, 'written way.x@1'),
  way: z.enum(WAYS),
  label: fullLabels,
  words: z.enum(WORDS_GO),
  reason: labels,
  example: text,
})

export const waysFile = withChecks(z.strictObject({ ...head, ways: listOf(way, 'way') }), (file, tell) => {
  const told = rowsOf(file, 'ways').map((one) => one.way)
  for (const one of WAYS) if (!told.includes(one)) tell(`nothing says what the way "${one}" is`, ['ways'])
})

export const waysFrom = (file: z.infer<typeof waysFile>): Ways =>
  new Map(file.ways.map((one) => [one.way, one]))
