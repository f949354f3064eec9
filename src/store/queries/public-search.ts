/** Terms and what narrows them in; the public records that answer, best first, and how many there are of each kind, out. */
import { type RawBuilder, sql } from 'kysely'
import {
  type FoundCounts,
  facetLexeme,
  NARROWS,
  type Narrow,
  type Narrowing,
  type PublicTerm,
  VALUE_MARK,
} from '../../core/public-search.ts'
import { SOUND_MARK } from '../../core/sought.ts'
import type { Store } from '../connect.ts'

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
  /** Null: more than MOST_COUNTED answer, and no number is said of a part of them. */
  readonly counts: FoundCounts | null
}

/** So many are counted under what narrows them while a reader waits. */
export const MOST_COUNTED = 10_000

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
const saysTerm = (term: PublicTerm): Query =>
  sql`(${letters(term, '')}::tsquery || plainto_tsquery('russian', ${term.folded}))`

/** In a value of the record. */
const isValue = (term: PublicTerm): Query => sql`${letters(term, VALUE_MARK)}::tsquery`

const anyOf = (narrow: Narrow, values: string): Query =>
  sql`${values
    .split(',')
    .map((value) => quoted(facetLexeme(narrow, value)))
    .join(' | ')}::tsquery`

/** `without` leaves one narrow out: its other values are counted as what they would add. */
function answers(asked: PublicAsked, of: (term: PublicTerm) => Query, without: Narrow | null = null): Query {
  const parts = [
    ...asked.terms.map(of),
    ...NARROWS.flatMap((one) => {
      const values = asked.narrowing[one]
      return values === undefined || one === without ? [] : [anyOf(one, values)]
    }),
  ]
  const here = asked.country === null ? sql`true` : sql`country = ${asked.country}`
  return parts.length === 0 ? here : sql`${here} and lexemes @@ (${sql.join(parts, sql` && `)})`
}

/**
 * First those whose values say every word, then those whose passages do; the newest first in each. Nothing is ranked by how
 * often a word stands there: that would mean reading all records that answers.
 */
export const publicFound = (store: Store, asked: PublicAsked): Promise<PublicFound> =>
  store.transaction().execute(async (trx) => {
    // Reading every row of the table unpacks the lexemes of each: always dearer than the planner thinks.
    await sql`select set_config('enable_seqscan', 'off', true)`.execute(trx)
    const best = asked.terms.length === 0 ? sql`false` : answers(asked, isValue)
    const { rows } = await sql<{ total: number; ids: readonly string[] }>`
      with found as materialized (select id, day from public_search where ${answers(asked, saysTerm)}),
        best as materialized (select id as best from public_search where ${best})
      select (select count(*) from found) as total, array(
        select id from found left join best on best = id
        order by (best is null), day desc nulls last, id desc limit ${asked.limit} offset ${asked.offset}) as ids`.execute(
      trx,
    )
    const { total = 0, ids = [] } = rows[0] ?? {}
    return { ids, total, counts: total > MOST_COUNTED ? null : await counted(trx, asked) }
  })

async function counted(store: Store, asked: PublicAsked): Promise<FoundCounts> {
  const narrowed = NARROWS.filter((one) => asked.narrowing[one] !== undefined)
  const counts = new Map(NARROWS.map((one) => [one, new Map<string, number>()]))
  for (const without of [null, ...narrowed]) {
    const own = without === null ? sql`` : sql`and facet like ${`${without}=%`}`
    const { rows } = await sql<{ facet: string; n: number }>`
      select facet, count(*) as n from public_search, unnest(facets) facet
      where ${answers(asked, saysTerm, without)} ${own} group by facet`.execute(store)
    for (const { facet, n } of rows) {
      const [narrow = '', value = ''] = facet.split(/=(.*)/s)
      if (without === null && narrowed.some((one) => one === narrow)) continue
      counts.get(narrow as Narrow)?.set(value, n)
    }
  }
  return Object.fromEntries(counts) as unknown as FoundCounts
}
