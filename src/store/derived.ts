/** Writes the derived tiers: incidents (4), measures (5) and what the public may read (6). Each can be thrown away and made again. */
import { sql, type Transaction } from 'kysely'
import type { Counters } from '../core/counters.ts'
import type { Json } from '../core/json.ts'
import type { Measure } from '../core/measure.ts'
import type { PublicIncident, PublicProceeding } from '../core/public-record.ts'
import type { PublicSought } from '../core/public-search.ts'
import type { Thing } from '../core/things.ts'
import { DERIVED } from './kinds-of-tables.ts'
import type {
  CaseRecordRow,
  IncidentStored,
  PartnerIncidentRow,
  PartnerTestimonyRow,
  PublicCampaignRow,
  PublicPublicationRow,
  PublicRecommendationRow,
  Tables,
} from './tables.ts'

type Trx = Transaction<Tables>

export async function clearDerived(trx: Trx): Promise<void> {
  for (const table of DERIVED) await trx.deleteFrom(table).execute()
}

/** Old rows of these incidents go, new ones come; an incident without a public form has none. */
export async function writeIncidents(
  trx: Trx,
  incidents: readonly IncidentStored[],
  shown: readonly PublicIncident[],
): Promise<void> {
  for (const ids of slices(incidents.map((one) => one.id))) {
    await countThings(trx, ids, -1)
    await trx.deleteFrom('incidents').where('id', 'in', ids).execute()
    await trx.deleteFrom('counted').where('id', 'in', ids).execute()
    await trx.deleteFrom('public_incidents').where('id', 'in', ids).execute()
  }
  for (const rows of slices(incidents.map(toColumns)))
    await trx
      .insertInto('incidents')
      .values(rows as never)
      .execute()
  for (const rows of slices(incidents.flatMap((one) => (one.counted ? [toCounted(one, one.counted)] : []))))
    await trx
      .insertInto('counted')
      .values(rows as never)
      .execute()
  for (const rows of slices(shown.map(publicRow)))
    await trx
      .insertInto('public_incidents')
      .values(rows as never)
      .execute()
}

/** What the public rows answer to; rows of what is not public any more went with them. Ranking needs no positions, so none are kept. */
export async function writeSearch(trx: Trx, rows: readonly PublicSought[]): Promise<void> {
  for (const some of slices(rows))
    await trx
      .insertInto('public_search')
      .values(
        some.map(({ id, country, day, facets, words, lexemes }) => ({
          ...{ id, country, day, facets: sql`${facets}::text[]` },
          lexemes: sql`strip(to_tsvector('russian', ${words})) || array_to_tsvector(${lexemes}::text[])`,
        })) as never,
      )
      .execute()
}

export type AboutThings = {
  readonly incident: PublicIncident
  readonly things: readonly Thing[]
  /** What it adds to the counts of each of them. */
  readonly counters: Counters
}

/** Each with what it is about; the rows go with their public incident. */
export async function writeThings(trx: Trx, shown: readonly AboutThings[]): Promise<void> {
  const rows = shown.flatMap(({ incident, things }) =>
    things.map(({ id, ...thing }) => ({
      ...{ ...thing, thing: id },
      country: incident.country,
      incident: incident.id,
    })),
  )
  for (const some of slices(rows)) await trx.insertInto('public_things').values(some).execute()
  for (const some of slices(shown))
    await trx
      .insertInto('public_counters')
      .values(
        some.map(({ incident, counters }) => ({
          incident: incident.id,
          counters: JSON.stringify(counters),
        })) as never,
      )
      .execute()
  await countThings(
    trx,
    shown.map((one) => one.incident.id),
    1,
  )
}

/**
 * Adds what incidents count for to the counts of the things they are about, or takes it away, before they go. What is taken
 * away is what was written, not what would be written today.
 */
export async function countThings(trx: Trx, ids: readonly string[], sign: 1 | -1): Promise<void> {
  const about = sql`(select kind, thing, country, incident, array_agg(part) as parts, bool_or(sure) as sure
    from public_things where incident = any(${ids}::text[]) and kind in ('place', 'body', 'law')
    group by kind, thing, country, incident)`
  await sql`
    insert into public_thing_counts as counts (kind, thing, country, counter, certain, claimed, open)
    select kind, thing, country, counter, ${sign} * sum(case when sure then certain else 0 end), ${sign} * sum(coalesce(claimed, 0)),
      ${sign} * count(*) filter (where claimed is null)
    from (
      select kind, thing, country, sure, key as counter, (value ->> 0)::numeric as certain, (value ->> 1)::numeric as claimed
      from ${about} about join public_counters using (incident), jsonb_each(counters)
      union all
      select kind, thing, country, sure, 'part|' || part, 1, 1
      from ${about} about join public_counters using (incident), unnest(parts) part where counters ? 'all') added
    group by kind, thing, country, counter
    on conflict (kind, thing, country, counter) do update set
      certain = counts.certain + excluded.certain, claimed = counts.claimed + excluded.claimed, open = counts.open + excluded.open`.execute(
    trx,
  )
  if (sign < 0)
    await sql`delete from public_thing_counts where certain = 0 and claimed = 0 and open = 0`.execute(trx)
}

/** All of them anew: a day that ended, or a basis that changed, may take any of them off. */
export async function writePartnerTestimonies(trx: Trx, rows: readonly PartnerTestimonyRow[]): Promise<void> {
  await trx.deleteFrom('partner_testimonies').execute()
  for (const some of slices(rows))
    await trx
      .insertInto('partner_testimonies')
      .values(
        some.map((one) => ({
          ...one,
          shared_with: JSON.stringify(one.shared_with) as never,
          body: JSON.stringify(one.body) as never,
        })),
      )
      .execute()
}

/** All of them anew: any change of what is withheld may change any text. */
export async function writePublications(trx: Trx, rows: readonly PublicPublicationRow[]): Promise<void> {
  await trx.deleteFrom('public_publications').execute()
  for (const some of slices(rows))
    await trx
      .insertInto('public_publications')
      .values(some.map((one) => ({ ...one, body: JSON.stringify(one.body) as never })))
      .execute()
}

/** All of them anew: any change of what is withheld may take one off. */
export async function writeCampaigns(trx: Trx, rows: readonly PublicCampaignRow[]): Promise<void> {
  await trx.deleteFrom('public_campaigns').execute()
  for (const some of slices(rows))
    await trx
      .insertInto('public_campaigns')
      .values(some.map((one) => ({ ...one, body: JSON.stringify(one.body) as never })))
      .execute()
}

/** All of them anew, as publications are. */
export async function writeRecommendations(
  trx: Trx,
  rows: readonly PublicRecommendationRow[],
): Promise<void> {
  await trx.deleteFrom('public_recommendations').execute()
  for (const some of slices(rows))
    await trx
      .insertInto('public_recommendations')
      .values(some.map((one) => ({ ...one, body: JSON.stringify(one.body) as never })))
      .execute()
}

/** What partners may read of these incidents, in the place of what they could read before. */
export async function writePartnerRows(
  trx: Trx,
  ids: readonly string[],
  rows: readonly PartnerIncidentRow[],
): Promise<void> {
  for (const some of slices(ids)) await trx.deleteFrom('partner_incidents').where('id', 'in', some).execute()
  for (const some of slices(rows))
    await trx
      .insertInto('partner_incidents')
      .values(
        some.map(({ shared_with, body, ...row }) => ({
          ...row,
          shared_with: JSON.stringify(shared_with),
          body: JSON.stringify(body),
        })) as never,
      )
      .execute()
}

/** Old rows of these go, new ones come; one that nothing is left of has none. */
export async function writeCaseRecords(
  trx: Trx,
  ids: readonly string[],
  rows: readonly CaseRecordRow[],
): Promise<void> {
  for (const some of slices(ids)) await trx.deleteFrom('case_records').where('id', 'in', some).execute()
  const json = (row: CaseRecordRow): object => ({
    ...row,
    coders: JSON.stringify(row.coders),
    assigned: JSON.stringify(row.assigned),
    people: JSON.stringify(row.people),
    about: JSON.stringify(row.about),
    names: JSON.stringify(row.names),
    body: JSON.stringify(row.body),
  })
  for (const some of slices(rows))
    await trx
      .insertInto('case_records')
      .values(some.map(json) as never)
      .execute()
}

/** PostgreSQL numbers its parameters with 16 bits. */
const AT_ONCE = 500

const slices = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, index) =>
    rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )

const toColumns = ({
  coders,
  assigned,
  shared_with,
  passages,
  body,
  counted: _,
  ...row
}: IncidentStored): object => ({
  ...row,
  coders: JSON.stringify(coders),
  assigned: JSON.stringify(assigned),
  shared_with: JSON.stringify(shared_with),
  passages: JSON.stringify(passages),
  body: JSON.stringify(body),
})

const toCounted = (row: IncidentStored, counted: NonNullable<IncidentStored['counted']>): object => ({
  ...{ id: row.id, country: row.country, kind: row.kind, date_from: row.date_from, date_to: row.date_to },
  ...{ organisation: row.organisation, state: row.state, tier: row.tier },
  coders: JSON.stringify(row.coders),
  assigned: JSON.stringify(row.assigned),
  shared_with: JSON.stringify(row.shared_with),
  collectors: JSON.stringify(counted.collectors),
  numbers: Buffer.from(counted.numbers),
})

function publicRow(incident: PublicIncident): object {
  const date = incident.fields.date[0]?.value
  const updated =
    incident.decided
      .map((one) => one.at)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  const { id, country } = incident
  const bounds = { date_from: date?.from ?? null, date_to: date?.to ?? null }
  const { published } = incident
  // Neither day is told where one of them would tell a date that is held back.
  const corrected = published === null ? null : (incident.corrections.at(-1)?.at.slice(0, 10) ?? null)
  return {
    id,
    country,
    kind: incident.fields.kind,
    ...bounds,
    updated,
    published,
    corrected,
    body: JSON.stringify(incident),
  }
}

export async function writeProceedings(
  trx: Trx,
  country: string,
  shown: readonly PublicProceeding[],
): Promise<void> {
  await trx.deleteFrom('public_proceedings').where('country', '=', country).execute()
  if (shown.length === 0) return
  const rows = shown.map((one) => {
    const incidents = [...new Set(one.stages.flatMap((stage) => stage.incident ?? []))]
    return { id: one.id, country, incidents: JSON.stringify(incidents), body: JSON.stringify(one) }
  })
  await trx
    .insertInto('public_proceedings')
    .values(rows as never)
    .execute()
}

export async function writeMeasures(
  trx: Trx,
  country: string,
  period: string,
  measures: readonly Measure[],
): Promise<void> {
  await trx
    .deleteFrom('public_measures')
    .where('country', '=', country)
    .where('period', '=', period)
    .execute()
  if (measures.length === 0) return
  const rows = measures.map(({ slice, rows, ...rest }) => {
    const where = { facet: slice?.facet ?? null, value: slice?.value ?? null }
    return { country, ...rest, ...where, rows: JSON.stringify(rows) }
  })
  await trx
    .insertInto('public_measures')
    .values(rows as never)
    .execute()
}

export async function writeState(trx: Trx, key: string, value: Json): Promise<void> {
  await trx.deleteFrom('public_state').where('key', '=', key).execute()
  await trx
    .insertInto('public_state')
    .values({ key, value: JSON.stringify(value) as never })
    .execute()
}
