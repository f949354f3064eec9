/** A question to the read API in, its answer out, read from the public tables alone. */
import type { Term } from '../../core/codebook.ts'
import { independentIn } from '../../core/collectors.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { FACETS, periodOf, quarterOf } from '../../core/measure.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type * as answers from '../../publish/api/answers.ts'
import type { Answer } from '../../publish/api/answers.ts'
import type { IncidentsAsked, MeasuresAsked, ProceedingsAsked } from '../../publish/api/parameters.ts'
import { matches } from '../../publish/filter.ts'
import { LICENCE } from '../../publish/open/licence.ts'
import { CODE_LISTS } from '../../publish/open/tables/codes.ts'
import type { Filter } from '../../publish/views.ts'
import * as read from '../../store/queries/public.ts'
import { publicMeasures } from '../../store/queries/public-measures.ts'
import {
  publicProceeding,
  publicProceedingsAfter,
  publicProceedingsOf,
} from '../../store/queries/public-proceedings.ts'
import { isKnownFilter } from '../site/known-filter.ts'
import type { SiteContext } from '../site/views.ts'
import { cursorOf, idOfCursor } from './cursor.ts'

/** Records looked through for one answer: a filter that few fit gives a short answer and a mark to go on from, not a long wait. */
const MOST_LOOKED_AT = 5_000
const CHUNK = 500

export const home = (): Answer<typeof answers.homeSchema> => ({
  name: 'Aigaq',
  licence: LICENCE,
  description: '/api/v1/openapi.json',
  data: '/en/data',
})

export async function countries({
  store,
  knowledge,
}: SiteContext): Promise<Answer<typeof answers.countriesSchema>> {
  const found = []
  for (const id of await read.publicCountries(store)) {
    const pack = knowledge.packs.get(id)
    if (!pack) continue
    const counts = new Map<string, number>()
    for (const day of await read.publicDays(store, id))
      counts.set(quarterOf(day), (counts.get(quarterOf(day)) ?? 0) + 1)
    const periods = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, incidents]) => ({ period, incidents }))
    found.push({ id, name: pack.name, periods })
  }
  return { countries: found }
}

/** Every value that is in no vocabulary is named by its parameter. */
function checkFilter({ knowledge }: SiteContext, filter: Filter, country: string | undefined): void {
  const packs =
    country === undefined
      ? [...knowledge.packs.values()]
      : [knowledge.packs.get(country)].flatMap((one) => one ?? [])
  const faults = Object.entries(filter).flatMap(([name, value]): readonly Fault[] =>
    packs.some((pack) => isKnownFilter({ [name]: value }, pack, knowledge.codebook))
      ? []
      : [{ code: 'api.value', where: name, params: { name } }],
  )
  if (faults.length > 0) throw new Refusal(faults)
}

export async function incidents(
  context: SiteContext,
  asked: IncidentsAsked,
): Promise<Answer<typeof answers.incidentsSchema>> {
  const { country, limit, cursor } = asked
  if (country !== undefined && !context.knowledge.packs.has(country))
    throw refuse('api.value', { name: 'country' }, 'country')
  const filter = Object.fromEntries(
    [...FACETS, 'from' as const, 'to' as const].flatMap((name) =>
      asked[name] === undefined ? [] : [[name, asked[name]]],
    ),
  ) as Filter
  checkFilter(context, filter, country)
  const period = asked.period === undefined ? undefined : (periodOf(asked.period) ?? undefined)
  const found: PublicIncident[] = []
  let after = cursor === undefined ? '' : idOfCursor(cursor)
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += CHUNK) {
    const rows = await read.publicIncidentsAfter(context.store, { after, country, period, limit: CHUNK })
    for (const row of rows) {
      if (found.length === limit) return { incidents: found, next: cursorOf(after) }
      after = row.id
      const pack = context.knowledge.packs.get(row.country)
      if (pack && matches(row, filter, pack)) found.push(row)
    }
    if (rows.length < CHUNK) return { incidents: found, next: null }
  }
  return { incidents: found, next: cursorOf(after) }
}

/** A record that is shown within another is answered with that one. */
export async function incident(
  { store }: SiteContext,
  id: string,
): Promise<Answer<typeof answers.incidentAnswerSchema>> {
  const under = await read.shownUnder(store, id)
  const found = await read.publicIncident(store, under ?? id)
  if (!found) throw refuse('page.not-found')
  return {
    incident: found,
    independentSources: independentIn(found.sources),
    proceedings: [...(await publicProceedingsOf(store, found.id))],
  }
}

export async function proceedings(
  { store }: SiteContext,
  { limit, cursor }: ProceedingsAsked,
): Promise<Answer<typeof answers.proceedingsSchema>> {
  const rows = await publicProceedingsAfter(store, cursor === undefined ? '' : idOfCursor(cursor), limit + 1)
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  return { proceedings: found, next: rows.length > limit && last ? cursorOf(last.id) : null }
}

export async function proceeding(
  { store }: SiteContext,
  id: string,
): Promise<Answer<typeof answers.proceedingAnswerSchema>> {
  const found = await publicProceeding(store, id)
  if (!found) throw refuse('page.not-found')
  return { proceeding: found }
}

export async function measures(
  { store, knowledge }: SiteContext,
  { country, period }: MeasuresAsked,
): Promise<Answer<typeof answers.measuresSchema>> {
  if (!knowledge.packs.has(country)) throw refuse('api.value', { name: 'country' }, 'country')
  return { measures: (await publicMeasures(store, country, period)).map((one) => ({ country, ...one })) }
}

export function codebook({ knowledge }: SiteContext): Answer<typeof answers.codebookSchema> {
  const { codebook: book } = knowledge
  const plain = (terms: Iterable<Pick<Term, 'id' | 'label' | 'definition' | 'not'>>) =>
    [...terms].map(({ id, label, definition, not }) => ({ id, label, definition, not }))
  const lists = CODE_LISTS.map((list) => [list, plain(book.vocabularies[list].values())] as const)
  return { version: book.version, lists: { acts: plain(book.acts.values()), ...Object.fromEntries(lists) } }
}
