/** Who asks, a unit, a country and a period in; who was documented by which original collector, with the doubt of who is who, out. */
import { refuse } from '../../core/faults.ts'
import { type JudgedOne, judgedOne } from '../../core/identity/judged-one.ts'
import { leads } from '../../core/identity/one-person.ts'
import type { NameRules } from '../../core/names/rules.ts'
import { tokensOf } from '../../core/names/tokens.ts'
import { isIsoDay, parsePartialDate, withIsoDays } from '../../core/partial-date.ts'
import { type Captures, capturesOf, type Doubt, type Sighting } from '../../measure/estimate/captures.ts'
import { type CapturedRow, eventsWithin } from '../../store/queries/captures.ts'
import { collectorsOf, type Documented } from '../../store/queries/collectors.ts'
import { type Judgement, newestJudgements } from '../../store/queries/judgements.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import type { Context } from '../context.ts'
import { peopleAsOne } from '../link/people-as-one.ts'
import { mayRead, targetOf } from '../permit.ts'
import { isCountable, permitMeasure } from './counted-rows.ts'

export const CAPTURE_UNITS = ['incidents', 'persons'] as const
export type CaptureUnit = (typeof CAPTURE_UNITS)[number]
export type AskedCaptures = {
  readonly unit: CaptureUnit
  readonly country: string
  /** Days, both counted. */
  readonly from: string
  readonly to: string
  /** Also records that nobody has verified. */
  readonly unverified: boolean
}
export type ReadCaptures = {
  /** Null: nothing that a collector told of lies in the period. */
  readonly captures: Captures | null
  readonly records: number
  /** Told by sources of which nobody said who stands behind them: in no list. */
  readonly nobodyBehind: number
  /** Records that whoever asks may read and nobody has verified; left out unless asked for. */
  readonly unverified: number
  readonly doubts: number
}
type Part = {
  readonly sightings: readonly Sighting[]
  readonly doubts: readonly Doubt[]
  readonly nobodyBehind: number
}

/** `2020`, `2020-03` or a day → its first and last day. Refuses with `input.date` where it is none, or ends before it begins. */
export function periodFrom(from: string, to: string): { readonly from: string; readonly to: string } {
  const [first, last] = [
    parsePartialDate(withIsoDays(from.trim()))?.from,
    parsePartialDate(withIsoDays(to.trim()))?.to,
  ]
  if (first == null || !isIsoDay(first)) throw refuse('input.date', { date: from }, 'from')
  if (last == null || last < first) throw refuse('input.date', { date: to }, 'to')
  return { from: first, to: last }
}

export async function readCaptures(
  context: Context,
  asked: AskedCaptures,
  others: string,
): Promise<ReadCaptures> {
  permitMeasure(context)
  const { store } = context
  const readable = (await eventsWithin(store, asked.country, asked.from, asked.to)).filter(
    (row) => isCountable(row.state, true) && mayRead(context, 'team', targetOf(row)),
  )
  const rows = readable.filter((row) => isCountable(row.state, asked.unverified))
  const told = await collectorsOf(
    store,
    rows.map((row) => row.id),
  )
  const part =
    asked.unit === 'incidents'
      ? incidentsOf(rows, told, judgedOne(await saidOfPairs(store)))
      : personsOf(
          rows,
          told,
          { judged: [...(await newestJudgements(store)).values()], one: await peopleAsOne(store) },
          context.knowledge.names,
        )
  const spelling = spellingsOf(told)
  const nameOf = (list: readonly string[]): string => {
    const [only] = list
    return list.length === 1 && only !== undefined ? (spelling.get(only) ?? only) : others
  }
  return {
    captures: capturesOf(part.sightings, part.doubts, nameOf),
    records: rows.length,
    nobodyBehind: part.nobodyBehind,
    unverified: readable.filter((row) => !isCountable(row.state, false)).length,
    doubts: part.doubts.length,
  }
}

function spellingsOf(told: ReadonlyMap<string, readonly Documented[]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const list of told.values())
    for (const one of list) {
      const { key } = one
      if (key !== null && !found.has(key)) found.set(key, (one.collector ?? one.publisher ?? key).trim())
    }
  return found
}

const keysOf = (told: readonly Documented[]): readonly string[] => [
  ...new Set(told.flatMap((one) => one.key ?? [])),
]

/** Records that were judged to tell one event are one; those of which nobody is sure, or judges contradict each other, are drawn both ways. */
function incidentsOf(
  rows: readonly CapturedRow[],
  told: ReadonlyMap<string, readonly Documented[]>,
  { pairs, sound }: JudgedOne,
): Part {
  const here = new Set(rows.map((row) => row.id))
  const leads = new Map(sound.flatMap((group) => group.map((id) => [id, group[0] ?? id] as const)))
  const lead = (id: string): string => leads.get(id) ?? id
  let nobodyBehind = 0
  const sightings = rows.flatMap(({ id }) => {
    const keys = keysOf(told.get(id) ?? [])
    if (keys.length === 0) nobodyBehind += 1
    return keys.map((collector) => ({ unit: lead(id), collector }))
  })
  const doubts = [...pairs.values()]
    .filter(({ left, right }) => here.has(left) && here.has(right) && lead(left) !== lead(right))
    .filter(({ verdict }) => verdict !== 'different')
    .map(({ left, right }): Doubt => [lead(left), lead(right)])
  return { sightings, doubts, nobodyBehind }
}

/**
 * Harmed people who are named. Whoever was judged to be a person on record is that person, and people on record who were judged to
 * be one are one; a name that nobody judged is somebody
 * of its own, and of two such names with the same letters nobody knows: they are drawn both ways, as are judgements of `unsure`.
 */
function personsOf(
  rows: readonly CapturedRow[],
  told: ReadonlyMap<string, readonly Documented[]>,
  { judged, one }: { readonly judged: readonly Judgement[]; readonly one: JudgedOne },
  names: NameRules,
): Part {
  const sightings: Sighting[] = []
  const alike = new Map<string, Set<string>>()
  const byClaim = new Map<string, string>()
  const leadOf = leads(one.sound)
  const unitOf = (person: string): string => `person ${leadOf.get(person) ?? person}`
  let nobodyBehind = 0
  for (const row of rows) {
    const sources = told.get(row.id) ?? []
    const tellers = new Map(sources.map((one) => [one.document, one]))
    for (const { value, person, claims } of row.people) {
      if (value.harmed !== true || value.name.trim() === '') continue
      const unit = person === null ? `name ${row.id} ${claims[0]?.id ?? value.name}` : unitOf(person)
      for (const claim of claims) byClaim.set(claim.id, unit)
      const said = claims.flatMap((one) => tellers.get(one.document ?? '') ?? [])
      // What a coder knew from outside the words, of a record that one source tells, that source is taken to tell.
      const documents = said.length === 0 && sources.length === 1 ? sources : said
      const keys = keysOf(documents)
      if (keys.length === 0) nobodyBehind += 1
      for (const collector of keys) sightings.push({ unit, collector })
      if (person !== null) continue
      const letters = tokensOf(value.name, names)
        .map((one) => one.folded)
        .sort()
        .join(' ')
      alike.set(letters, (alike.get(letters) ?? new Set()).add(unit))
    }
  }
  const here = new Set(sightings.map((one) => one.unit))
  const unsure = judged.flatMap(({ claim, person: id, verdict }): readonly Doubt[] => {
    const [unit, person] = [byClaim.get(claim), unitOf(id)]
    return verdict === 'unsure' && unit !== undefined && unit !== person ? [[unit, person]] : []
  })
  const unsurePeople = [...one.pairs.values()].flatMap(({ left, right, verdict }): readonly Doubt[] => {
    const [a, b] = [unitOf(left), unitOf(right)]
    return verdict !== 'different' && a !== b ? [[a, b]] : []
  })
  // Only neighbours: three of one name fall together, apart, or two of them, as chance has it.
  const unjudged = [...alike.values()].flatMap((units) =>
    [...units].slice(1).map((unit, at): Doubt => [[...units][at] ?? unit, unit]),
  )
  const doubts = [...unsure, ...unsurePeople, ...unjudged].filter(([a, b]) => here.has(a) && here.has(b))
  return { sightings, doubts, nobodyBehind }
}
