/** A question to the public search in, its answer out, worked out by the database alone and without any memory: what the site must say to the letter. */
import { type RawBuilder, sql } from 'kysely'
import { facetLexeme, NARROWS, type Narrow, type PublicTerm } from '../src/core/public-search.ts'
import type { Store } from '../src/store/connect.ts'
import { isValue, type PublicAsked, type PublicFound, saysTerm } from '../src/store/queries/public-search.ts'

type Query = RawBuilder<unknown>

function answers(asked: PublicAsked, of: (term: PublicTerm) => Query, without: Narrow | null = null): Query {
  const narrows = NARROWS.flatMap((one) => {
    const values = asked.narrowing[one]
    if (values === undefined || one === without) return []
    const any = values.split(',').map((value) => `'${facetLexeme(one, value)}'`)
    return [sql`${any.join(' | ')}::tsquery`]
  })
  const parts = [...asked.terms.map(of), ...narrows]
  const here = asked.country === null ? sql`true` : sql`country = ${asked.country}`
  return parts.length === 0 ? here : sql`${here} and lexemes @@ (${sql.join(parts, sql` && `)})`
}

export async function askedPlainly(store: Store, asked: PublicAsked): Promise<PublicFound> {
  const found = answers(asked, saysTerm)
  const best = asked.terms.length === 0 ? sql`false` : answers(asked, isValue)
  const { rows } = await sql<{ id: string }>`select id from public_search where ${found}
    order by (not (${best})), day desc nulls last, id desc`.execute(store)
  const counts = new Map<Narrow, Map<string, number>>()
  for (const narrow of NARROWS) {
    const { rows: some } = await sql<{ value: string; n: number }>`
      select substr(facet, ${narrow.length + 2}) as value, count(*) as n from public_search, unnest(facets) facet
      where ${answers(asked, saysTerm, narrow)} and facet like ${`${narrow}=%`} group by facet order by facet`.execute(
      store,
    )
    counts.set(narrow, new Map(some.map((one) => [one.value, Number(one.n)])))
  }
  return {
    ids: rows.map((one) => one.id).slice(asked.offset, asked.offset + asked.limit),
    total: rows.length,
    counts: Object.fromEntries(counts) as unknown as PublicFound['counts'],
  }
}
