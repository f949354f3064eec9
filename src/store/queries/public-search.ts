/** Terms and what narrows them in; the public records that answer, best first, and how many there are of each kind, out. */
import { type RawBuilder, sql } from 'kysely'
import {
  type FoundCounts,
  NARROWS,
  type Narrow,
  type Narrowing,
  type PublicTerm,
  VALUE_MARK,
} from '../../core/public-search.ts'
import { SOUND_MARK } from '../../core/sought.ts'
import type { Store } from '../connect.ts'
import { atOneMoment } from '../one-moment.ts'
import { type Counted, everyRow, newestOf, numbersIn, type SoughtRow, soughtRows } from './public-rows.ts'

type Query = RawBuilder<unknown>

export type PublicAsked = {
  readonly country: string | null
  readonly terms: readonly PublicTerm[]
  readonly narrowing: Narrowing
  readonly limit: number
  readonly offset: number
}
export type PublicFound = {
  readonly ids: readonly string[]
  readonly total: number
  readonly counts: FoundCounts
}

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`
/** A number is meant whole: 17 is not 174. */
const endOf = (folded: string): string => (/^\p{N}+$/u.test(folded) ? '' : ':*')

/** By the letters a word begins with, by its bases, by the sound of a name; `mark` stands before words of values. */
function letters({ folded, sound, bases }: PublicTerm, mark: string): string {
  const whole = [
    `${quoted(`${mark}${folded}`)}${endOf(folded)}`,
    ...bases.map((base) => quoted(`${mark}${base}`)),
  ]
  return [...whole, ...(sound === null ? [] : [`${quoted(`${SOUND_MARK}${sound}`)}:*`])].join(' | ')
}

/** Anywhere in the record, also by its stem in English or Russian. */
export const saysTerm = (term: PublicTerm): Query =>
  sql`(${letters(term, '')}::tsquery || plainto_tsquery('russian', ${term.folded}))`

/** In a value of the record. */
export const isValue = (term: PublicTerm): Query => sql`${letters(term, VALUE_MARK)}::tsquery`

/** Numbers of the rows that answer every term. The index alone says which; of a row nothing but its number is read. */
async function rowsThat(
  trx: Store,
  terms: readonly PublicTerm[],
  answer: (term: PublicTerm) => Query,
): Promise<readonly number[]> {
  const { rows } = await sql<{ found: string }>`
    select array(select nth from public_search where lexemes @@ (${sql.join(terms.map(answer), sql` && `)}))::text as found`.execute(
    trx,
  )
  return numbersIn(rows[0]?.found ?? '{}')
}

/**
 * First those whose values say every word, then those whose passages do; the newest first in each. Nothing is ranked by how
 * often a word stands there: that would mean reading all records that answer.
 */
export const publicFound = (store: Store, asked: PublicAsked): Promise<PublicFound> =>
  atOneMoment(store, async (trx) => {
    if (asked.terms.length === 0) return foundAmong(await everyRow(store, trx), [], asked)
    // Reading every row of the table unpacks the lexemes of each: always dearer than the planner thinks.
    await sql`select set_config('enable_seqscan', 'off', true), set_config('work_mem', '32MB', true)`.execute(
      trx,
    )
    const best = await rowsThat(trx, asked.terms, isValue)
    const isBest = new Set(best)
    const others = (await rowsThat(trx, asked.terms, saysTerm)).filter((one) => !isBest.has(one))
    return foundAmong(await soughtRows(store, trx, others), await soughtRows(store, trx, best), asked)
  })

function foundAmong(
  others: readonly SoughtRow[],
  best: readonly SoughtRow[],
  { country, narrowing, limit, offset }: PublicAsked,
): PublicFound {
  const missed = missing(country, narrowing)
  const counts = new Map(NARROWS.map((one) => [one, new Map<string, number>()]))
  for (const [alike, n] of alikeIn(best, others)) {
    const without = missed(alike)
    if (without === null || without.length > 1) continue
    // What one narrow alone leaves out is counted as what its other values would add.
    for (const narrow of without.length === 0 ? NARROWS : without) {
      const own = counts.get(narrow)
      for (const value of alike.under.get(narrow) ?? []) own?.set(value, (own.get(value) ?? 0) + n)
    }
  }
  const answers = ({ counted }: SoughtRow): boolean => missed(counted)?.length === 0
  const isNarrowed = country !== null || Object.keys(narrowing).length > 0
  const [first, then] = isNarrowed ? [best.filter(answers), others.filter(answers)] : [best, others]
  const shown = [
    ...newestOf(first, offset, limit),
    ...(offset + limit > first.length
      ? newestOf(then, Math.max(0, offset - first.length), Math.min(limit, offset + limit - first.length))
      : []),
  ]
  return {
    ids: shown.map((one) => one.id),
    total: first.length + then.length,
    counts: Object.fromEntries(
      [...counts].map(([narrow, own]) => [narrow, new Map([...own].sort(([a], [b]) => (a < b ? -1 : 1)))]),
    ) as unknown as FoundCounts,
  }
}

function alikeIn(...lists: readonly (readonly SoughtRow[])[]): ReadonlyMap<Counted, number> {
  const alike = new Map<Counted, number>()
  for (const rows of lists) for (const { counted } of rows) alike.set(counted, (alike.get(counted) ?? 0) + 1)
  return alike
}

/** Which narrows leave it out; null for another country. Each is asked once, of however many records. */
function missing(country: string | null, narrowing: Narrowing): (one: Counted) => readonly Narrow[] | null {
  const wanted = NARROWS.flatMap((narrow) => {
    const values = narrowing[narrow]
    return values === undefined ? [] : [{ narrow, values: new Set(values.split(',')) }]
  })
  const known = new Map<Counted, readonly Narrow[] | null>()
  return (one) => {
    const before = known.get(one)
    if (before !== undefined) return before
    const missed =
      country !== null && one.country !== country
        ? null
        : wanted.flatMap(({ narrow, values }) =>
            (one.under.get(narrow) ?? []).some((value) => values.has(value)) ? [] : [narrow],
          )
    known.set(one, missed)
    return missed
  }
}
