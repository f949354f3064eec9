/** cards/*.yaml of a country pack: each law card, with every provision, act and standard that it names. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { canonical } from '../core/json.ts'
import { LANGUAGES, type Language } from '../core/language.ts'
import { TEST_STEPS } from '../core/standard.ts'
import type { LawCard } from '../core/teach/law-card.ts'
import type { Told } from '../core/teach/told.ts'
import { FREEDOMS } from '../core/values.ts'
import { certainty, fullLabels, head, listOf, packId, partialIso, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const line = { text: fullLabels, certainty, source: text.nullable() }
const lines = listOf(z.strictObject(line), null)
/** A line that nothing else on the card stands for says itself how sure it is. */
const easyLine = z.strictObject({ text: fullLabels, certainty, isAdvice: z.boolean().optional() })
const cardFile = z
  .strictObject({
    ...head,
    id: packId,
    provisions: listOf(packId, null),
    acts: listOf(text, null),
    freedom: z.enum(FREEDOMS),
    standards: listOf(text, null),
    title: fullLabels,
    one: fullLabels,
    says: lines,
    penalties: lines,
    advice: lines,
    steps: listOf(z.strictObject({ when: fullLabels, ...line }), null),
    world: lines,
    test: z.record(z.enum(TEST_STEPS), fullLabels),
    changes: listOf(z.strictObject({ date: partialIso, ...line }), null),
    sources: listOf(z.strictObject({ title: text, url: z.url({ protocol: /^https?$/ }).nullable() }), null),
    easy: z.array(z.union([fullLabels, easyLine])).min(3),
    misses: z.strictObject({ en: text.optional(), ru: text.optional(), kk: text.optional() }),
  })
  .refine(({ provisions, acts }) => provisions.length + acts.length > 0, {
    message: 'names neither a provision nor an act, so that nothing can be counted',
    path: ['provisions'],
  })
type CardFile = z.infer<typeof cardFile>

/** One language of everything: a text in three languages becomes its words in this one. */
function inOne(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => inOne(one, language))
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  const isTold = keys.length === LANGUAGES.length && LANGUAGES.every((one) => keys.includes(one))
  if (isTold) return (value as Told<unknown>)[language]
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOne(one, language)]))
}

/** Who read the language, and the number of the version, are not what a lawyer reviews. */
function printOf({ version: _, reviewedBy: __, misses: ___, ...card }: CardFile, language: Language): string {
  const words = canonical(inOne(card, language) as never)
  return createHash('sha256').update(words).digest('hex')
}

type Known = { readonly provisions: ReadonlySet<string> | null }

/** None where the pack has no such folder. What cards name of the codebook is checked by `cardFaults`, which has it. */
export function loadCards(root: string, pack: string, known: Known, faults: Fault[]): readonly LawCard[] {
  const folder = join(root, 'packs', pack, 'cards')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return names.flatMap((name) => {
    const shownAs = `packs/${pack}/cards/${name}`
    const file = readYaml(join(folder, name), shownAs, cardFile, faults)
    if (file === null) return []
    const wrong = [
      ...(`${file.id}.yaml` === name ? [] : [`id "${file.id}" in the file "${name}"`]),
      ...file.provisions
        .filter((one) => known.provisions?.has(one) === false)
        .map((one) => `no provision "${one}"`),
    ]
    faults.push(
      ...wrong.map((problem): Fault => ({ code: 'data.invalid', where: shownAs, params: { problem } })),
    )
    const prints = Object.fromEntries(LANGUAGES.map((one) => [one, printOf(file, one)])) as Told
    const easy = file.easy.map((one) => ('text' in one ? one : { text: one }))
    return [{ ...file, easy, prints } as LawCard]
  })
}

type Terms = { readonly acts: ReadonlyMap<string, unknown>; readonly standards: ReadonlyMap<string, unknown> }

/** What cards name that the codebook does not have. */
export const cardFaults = (pack: string, cards: Iterable<LawCard>, terms: Terms): readonly Fault[] =>
  [...cards].flatMap(({ id, acts, standards }) =>
    [
      ...acts.filter((one) => !terms.acts.has(one)).map((one) => `no act "${one}"`),
      ...standards.filter((one) => !terms.standards.has(one)).map((one) => `no standard "${one}"`),
    ].map(
      (problem): Fault => ({
        code: 'data.invalid',
        where: `packs/${pack}/cards/${id}.yaml`,
        params: { problem },
      }),
    ),
  )
