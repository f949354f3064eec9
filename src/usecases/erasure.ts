/** What is to be forgotten in; every row and every input of the log that tells it, erased or removed. */
import type { Forgetting } from '../core/forgetting.ts'
import type { Json } from '../core/json.ts'
import type { Writer } from '../store/append.ts'
import { eraseIn } from '../store/erase.ts'
import { BODY_KINDS } from '../store/queries/bodies.ts'
import { STEM } from '../store/queries/equivalents.ts'
import { PERSON_KIND } from '../store/queries/pairs.ts'
import type { EventRow, HeldRow, SecondHeld } from '../store/tables.ts'
import { eraseCampaigns } from './act/erasure-of-campaigns.ts'
import { erasePatchWords } from './actions/erasure-of-actions.ts'
import { isCaseRow, withoutIds, withoutPersonId } from './cases/erasure-of-cases.ts'
import { eraseArrivals, withoutRecordOf } from './field/erasure-of-arrivals.ts'
import { erasePlans } from './plan/erasure-of-plans.ts'
import { eraseRecommendations, lineWithoutPerson } from './recommendations/erasure-of-recommendations.ts'
import { eraseSealed } from './sealed/erase-sealed.ts'
import { eraseTactics } from './tactics/tactics.ts'
import { eraseTestimonies } from './testimony/erasure-of-testimonies.ts'
import { eraseWriting, inputWithoutTelling, type ToldInWriting } from './writing/erasure-of-writing.ts'

export type Erasure = Forgetting & {
  readonly person: string
  /** Cases, observations and assistance about them alone. */
  readonly journeys: ReadonlySet<string>
  /** Roots of their surnames, as names are folded. */
  readonly stems: ReadonlySet<string>
  /** Names of files and documents that hold the name, in any case → the neutral name they get. */
  readonly renamed: ReadonlyMap<string, string>
  readonly writing: ToldInWriting
  /** Testimonies that they gave. */
  readonly testimonies: ReadonlySet<string>
  /** Incidents in which somebody was judged to be them. */
  readonly incidents: ReadonlySet<string>
  /** Campaigns for them. */
  readonly campaigns: ReadonlySet<string>
}

/** Returns how many rows were changed or removed. */
export async function eraseRows(writer: Writer, erasure: Erasure): Promise<number> {
  const { person, journeys, renamed, stems, isTheirs, inText, inJson } = erasure
  const nameOf = (name: unknown): string => renamed.get(String(name)) ?? String(name)
  const isJourney = (row: Readonly<Record<string, unknown>>): boolean =>
    isCaseRow(row) && journeys.has(String(row.record))
  let rows = await eraseSealed(
    writer.trx,
    [...journeys].map((one) => ['case', one] as const),
  )
  rows += await eraseIn(writer, 'persons', (row) => (row.id === person ? null : row))
  rows += await eraseIn(writer, 'bases', (row) =>
    row.person === person ? null : { ...row, ...(inJson(wordsOf(row)) as object) },
  )
  rows += await eraseIn(writer, 'judgements', (row) => {
    const sides = [row.left_id, row.right_id].map(String)
    if (row.right_id === person || (row.left_kind === PERSON_KIND && row.left_id === person)) return null
    if (row.left_kind === STEM && sides.some((one) => stems.has(one))) return null
    // What was said of a foundation that bears their name goes with it.
    if (BODY_KINDS.has(String(row.left_kind)) && sides.some((one) => inText(one) !== one)) return null
    return { ...row, explanation: inJson(String(row.explanation)) }
  })
  rows += await eraseIn(writer, 'claims', (row) => {
    if (isJourney(row)) return null
    if (isCaseRow(row)) {
      const value = withoutPersonId(row.value as Json, person)
      return value === null ? null : { ...row, value: inJson(value) }
    }
    if (row.field === 'person' && isTheirs(String((row.value as { name?: unknown }).name))) return null
    return { ...row, value: inJson(row.value as Json) }
  })
  rows += await eraseIn(writer, 'decisions', (row) => {
    if (isJourney(row)) return null
    const held = (row.held as readonly HeldRow[]).flatMap((one): readonly HeldRow[] => {
      if (isThem(one, erasure)) return []
      const value = isCaseRow(row) ? withoutPersonId(one.value, person) : one.value
      return value === null ? [] : [{ ...one, value }]
    })
    return {
      ...row,
      held: inJson(held as unknown as Json),
      why: row.why === null ? null : inJson(String(row.why)),
    }
  })
  rows += await eraseIn(writer, 'shares', (row) => (journeys.has(String(row.record)) ? null : row))
  rows += await eraseIn(writer, 'second_readings', (row) => {
    const held = (row.held as readonly SecondHeld[]).filter((one) => !isThem({ ...one, claims: [] }, erasure))
    return { ...row, held: inJson(held as unknown as Json) }
  })
  rows += await eraseIn(writer, 'coverage', (row) => ({
    ...row,
    ...(inJson(wordsOf(row)) as object),
    collector: inJson(String(row.collector)),
  }))
  for (const table of [
    'replies',
    'retentions',
    'moves',
    'shares',
    'exports',
    'questions',
    'answers',
    'panel_words',
    'watch_words',
    'index_values',
    'action_rulings',
  ] as const)
    rows += await eraseIn(writer, table, (row) => ({ ...row, ...(inJson(wordsOf(row)) as object) }))
  rows += await eraseIn(writer, 'assessments', (row) => ({ ...row, answers: inJson(row.answers as Json) }))
  rows += await eraseIn(writer, 'analyses', (row) => ({
    ...row,
    steps: inJson(row.steps as Json),
    asks: inJson(row.asks as Json),
    author: row.author === null ? null : inJson(String(row.author)),
  }))
  rows += await eraseIn(writer, 'readings', (row) => ({
    ...row,
    mentions: (row.mentions as readonly { name: string }[]).map((one) => ({
      ...one,
      name: inText(one.name),
    })),
  }))
  rows += await eraseIn(writer, 'documents', (row) => ({
    ...row,
    text: inText(String(row.text)),
    name: nameOf(row.name),
  }))
  rows += await eraseIn(writer, 'sources', (row) => ({
    ...row,
    title: inJson(String(row.title)),
    title_in: row.title_in === null ? null : inJson(row.title_in as Json),
    publisher: row.publisher === null ? null : inJson(String(row.publisher)),
    collector: row.collector === null ? null : inJson(String(row.collector)),
    url: row.url === null ? null : inJson(String(row.url)),
    licence: row.licence === null ? null : inJson(String(row.licence)),
  }))
  rows += await eraseArrivals(writer.trx, { gone: journeys, told: erasure.incidents, rest: inJson })
  rows += await erasePatchWords(writer.trx, inText)
  rows += await eraseRecommendations(writer, inJson, person)
  rows += await eraseTactics(writer, inJson)
  rows += await erasePlans(writer, inJson)
  rows += await eraseWriting(writer, erasure.writing, inJson)
  rows += await eraseTestimonies(writer, erasure.testimonies, inJson)
  rows += await eraseCampaigns(writer, erasure.campaigns, inJson)
  rows += await eraseIn(writer, 'files', (row) => ({ ...row, name: nameOf(row.name) }))
  return rows
}

/** Columns in which a coder wrote sentences. */
const FREE_WORDS = [
  'asked_of',
  'how',
  'answer',
  'not_asked',
  'why',
  'reason',
  'given_how',
  'words',
  'origin',
  'licence',
]
const wordsOf = (row: Readonly<Record<string, unknown>>): Json =>
  Object.fromEntries(Object.entries(row).filter(([column]) => FREE_WORDS.includes(column))) as Json

const isThem = (held: HeldRow, { person, isTheirs }: Erasure): boolean =>
  held.person === person ||
  (typeof held.value === 'object' &&
    held.value !== null &&
    'harmed' in held.value &&
    'name' in held.value &&
    isTheirs(String(held.value.name)))

/** An event about the person keeps nothing of its input; one that also names them keeps the rest. */
export function withoutThem(
  event: EventRow,
  erasure: Erasure,
): { readonly object: string | null; readonly input: Json } {
  const object =
    event.object === null
      ? null
      : withoutIds(event.object, new Set([...erasure.journeys, ...erasure.testimonies, ...erasure.campaigns]))
  if (event.object === erasure.person || (object === null && event.object !== null))
    return { object: null, input: null }
  const written = inputWithoutTelling(event.input, erasure.writing)
  if (written === null && event.input !== null) return { object: null, input: null }
  const listed = withoutList(written, erasure.journeys)
  const input = isCaseLine(listed)
    ? withoutPersonId(listed, erasure.person)
    : lineWithoutPerson(listed, erasure.person)
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return { object, input }
  // Whether a name is them: nothing is left of it without them.
  const said = withoutRecordOf(input as Fields, erasure.journeys)
  if (said.record === 'judgement' && said.person === erasure.person) return { object, input: null }
  if (said.record === 'people' && [said.id, said.with].includes(erasure.person))
    return { object: null, input: null }
  if (said.record === 'stems' && (said.stems as readonly string[]).some((one) => erasure.stems.has(one)))
    return { object, input: null }
  const people = peopleIn(said, erasure)
  // What one more source says has the same lists one step below.
  const says =
    'says' in input && isObject(input.says)
      ? { says: { ...input.says, ...peopleIn(input.says, erasure) } }
      : {}
  const files = Object.fromEntries(
    Object.entries(input).flatMap(([key, one]) => {
      const name = typeof one === 'string' ? erasure.renamed.get(one) : undefined
      return name === undefined ? [] : [[key, name]]
    }),
  )
  return { object, input: erasure.inJson({ ...said, ...people, ...says, ...files }) }
}

const CASE_LINES: ReadonlySet<unknown> = new Set(['proceeding', 'case', 'entry', 'observation', 'assistance'])
const isCaseLine = (input: Json): boolean =>
  input !== null && typeof input === 'object' && 'record' in input && CASE_LINES.has(input.record)

/** The list of records that were moved or shared together, without these. */
function withoutList(input: Json, ids: ReadonlySet<string>): Json {
  if (input === null || typeof input !== 'object' || !('ids' in input) || !Array.isArray(input.ids))
    return input
  return { ...input, ids: input.ids.filter((one: Json) => !ids.has(String(one))) }
}

type Fields = { readonly [key: string]: Json }
const isObject = (one: Json | undefined): one is Fields =>
  one !== undefined && one !== null && typeof one === 'object' && !Array.isArray(one)

const peopleIn = (input: Fields, erasure: Erasure): Fields =>
  Array.isArray(input.people) ? { people: input.people.filter((one) => !isNamed(one, erasure)) } : {}

const isNamed = (one: Json, { person, isTheirs }: Erasure): boolean =>
  one !== null &&
  typeof one === 'object' &&
  !Array.isArray(one) &&
  (('id' in one && one.id === person) || ('name' in one && isTheirs(String(one.name))))
