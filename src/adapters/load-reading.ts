/** packs/lang/<language>/read/*.yaml in, one Reading with compiled patterns out; every fault listed at once. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Fault, Refusal } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { DEMAND_CUES, type Inflection, type NameEnding, type Reading, TURNS } from '../core/reading.ts'
import { FREEDOMS, LAW_CODES, PENALTY_TYPES } from '../core/values.ts'
import { readYaml } from './yaml-file.ts'

const words = z.array(z.string().min(1))
const numbered = z.record(z.string(), z.number().int())
const cue = {
  id: z.string().regex(/^[a-z0-9-]+@\d+$/),
  reason: z.string().min(1),
  example: z.string().min(1),
  pattern: z.string().min(1),
  not: z.string().nullable().default(null),
}
const lexiconFile = z.strictObject({
  version: z.string(),
  reviewedBy: z.string().nullable(),
  months: numbered,
  weekdays: numbered,
  numbers: z.record(z.string(), z.number()),
  loose: words.default([]),
  roles: words,
  officials: words,
  people: words,
  things: words,
  institutions: words,
  localities: words,
  ordinary: words,
  demonyms: words,
  abbreviations: words,
  currencies: words,
  laws: z.array(z.strictObject({ ...cue, code: z.enum(LAW_CODES) })),
})
const actsFile = z.strictObject({
  version: z.string(),
  reviewedBy: z.string().nullable(),
  macros: z.record(z.string(), z.string()),
  acts: z.array(z.strictObject({ ...cue, act: z.string(), guarded: z.boolean().default(true) })),
})
const penaltiesFile = z.strictObject({
  penalties: z.array(z.strictObject({ ...cue, type: z.enum(PENALTY_TYPES), act: z.string() })),
})
const freedomsFile = z.strictObject({
  freedoms: z.array(
    z.strictObject({ ...cue, freedom: z.enum(FREEDOMS), beside_act: z.boolean().default(false) }),
  ),
})
const guardsFile = z.strictObject({ guards: z.array(z.strictObject({ ...cue, reach: z.number().int() })) })
const turnsFile = z.strictObject({ turns: z.array(z.strictObject({ ...cue, turn: z.enum(TURNS) })) })
const demandsFile = z.strictObject({
  version: z.string(),
  reviewedBy: z.string().nullable(),
  demands: z.array(
    z.strictObject({ ...cue, kind: z.enum(DEMAND_CUES), to: z.string().nullable().default(null) }),
  ),
})
/** `[stem, ending, what the base has instead, gender, cases]`. */
const nameEnding = z.tuple([z.string(), z.string(), z.string(), z.enum(['m', 'f', 'p']), z.string()])
const inflectionFile = z.strictObject({
  reviewedBy: z.string().nullable(),
  depth: z.number().int(),
  endings: z.record(z.string(), z.array(z.string())),
  surnames: z.array(z.array(nameEnding)),
  given: z.array(z.array(nameEnding)),
  women: words,
  men: words,
  towns: z.record(z.string(), z.string()),
  letters: z.record(z.string(), z.string()),
})

/** Reads `packs/lang/<language>/read` under `root`; throws a Refusal with every fault. */
export function loadReading(root: string, language: Language = 'en'): Reading {
  const faults: Fault[] = []
  const folder = `packs/lang/${language}/read`
  const read = <T>(name: string, schema: z.ZodType<T>): T | null =>
    readYaml(join(root, folder, name), `${folder}/${name}`, schema, faults)
  const lexicon = read('lexicon.yaml', lexiconFile)
  const acts = read('acts.yaml', actsFile)
  const penalties = read('penalties.yaml', penaltiesFile)
  const freedoms = read('freedoms.yaml', freedomsFile)
  const guards = read('guards.yaml', guardsFile)
  const given = (name: string): boolean => existsSync(join(root, folder, name))
  const turns = given('turns.yaml') ? read('turns.yaml', turnsFile) : { turns: [] }
  const demands = given('demands.yaml') ? read('demands.yaml', demandsFile) : { demands: [] }
  const inflection = given('inflection.yaml') ? read('inflection.yaml', inflectionFile) : null
  if (!turns || !demands || !lexicon || !acts || !penalties || !freedoms || !guards) throw new Refusal(faults)

  const macros = Object.entries(acts.macros)
  const compile = <R extends { id: string; pattern: string; not: string | null }>(rule: R) => {
    const regex = (source: string): RegExp => {
      let whole = source
      for (let pass = 0; pass < 2; pass += 1)
        for (const [name, text] of macros) whole = whole.replaceAll(`{${name}}`, text)
      // Blanked page furniture leaves long gaps inside a sentence: every single space stands for any gap.
      whole = whole.replaceAll(/(?<!\\) (?![?*+{])/g, '\\s+')
      try {
        return inflection === null ? new RegExp(whole, 'gi') : new RegExp(inCyrillic(whole), 'giu')
      } catch (reason) {
        faults.push({
          code: 'data.invalid',
          where: `${folder} ${rule.id}`,
          params: { problem: String(reason) },
        })
        return /$^/g
      }
    }
    return { ...rule, pattern: regex(rule.pattern), not: rule.not === null ? null : regex(rule.not) }
  }
  const lower = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((one) => one.toLowerCase()))
  const reading: Reading = {
    language,
    version: lexicon.version,
    reviewedBy: lexicon.reviewedBy,
    acts: acts.acts.map(compile),
    penalties: penalties.penalties.map(compile),
    freedoms: freedoms.freedoms
      .map(compile)
      .map(({ beside_act: besideAct, ...one }) => ({ ...one, besideAct })),
    guards: guards.guards.map(compile),
    lexicon: {
      months: new Map(Object.entries(lexicon.months)),
      weekdays: new Map(Object.entries(lexicon.weekdays)),
      numbers: new Map(Object.entries(lexicon.numbers)),
      loose: lower(lexicon.loose),
      roles: lower(lexicon.roles),
      officials: lower(lexicon.officials),
      people: lower(lexicon.people),
      things: lower(lexicon.things),
      institutions: lower(lexicon.institutions),
      localities: lower(lexicon.localities),
      ordinary: lower(lexicon.ordinary),
      demonyms: lower(lexicon.demonyms),
      abbreviations: lower(lexicon.abbreviations),
      currencies: lexicon.currencies,
      laws: lexicon.laws.map(compile),
    },
    demands: demands.demands.map((one) => compile(one)),
    turns: turns.turns.map(compile),
    inflection: inflection === null ? null : inflectionOf(inflection),
  }
  if (faults.length > 0) throw new Refusal(faults)
  return reading
}

/**
 * `\w` and `\b` know no letters but ASCII ones: in a language written in Cyrillic they are spelt out. Not as `\p{L}`: a
 * pattern of many such classes that ignores case takes the engine a tenth of a second to make.
 */
const LETTERS = 'a-zа-яёәғқңөұүһі\\d_'
const inCyrillic = (source: string): string =>
  eitherYo(source)
    .replaceAll('\\w', `[${LETTERS}]`)
    .replaceAll('\\b', `(?:(?<![${LETTERS}])(?=[${LETTERS}])|(?<=[${LETTERS}])(?![${LETTERS}]))`)

/** Half of all Russian texts write «ё» as «е»: a pattern that has one of them means both. */
const eitherYo = (source: string): string =>
  source
    .replaceAll('[её]', 'е')
    .replace(/\[[^\]]*\]|[её]/g, (part) =>
      part.length > 1 ? (/[её]/.test(part) ? part.replace(/[её]/, 'её') : part) : '[её]',
    )

function inflectionOf(file: z.infer<typeof inflectionFile>): Inflection {
  const endings = (rows: readonly z.infer<typeof nameEnding>[]): NameEnding[] =>
    rows.map(([stem, strip, add, gender, cases]) => ({
      stem: new RegExp(`(?:${stem})$`, 'iu'),
      strip,
      add,
      gender,
      cases: cases.split(' '),
    }))
  return {
    depth: file.depth,
    endings: new Map(Object.entries(file.endings)),
    surnames: file.surnames.map(endings),
    given: file.given.map(endings),
    women: new Set(file.women),
    men: new Set(file.men),
    towns: new Map(Object.entries(file.towns)),
    letters: new Map(Object.entries(file.letters)),
  }
}
