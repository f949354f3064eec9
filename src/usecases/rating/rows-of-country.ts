/** A country and a day in, the rows of its rating out: forms without names, outside indices, and months of published incidents. */

import { HOME } from '../../core/access.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { RatingMethod } from '../../core/rating/method.ts'
import type { FormRow, IndexRow, RatingRows } from '../../core/rating/rows.ts'
import { type Look, lookedIn } from '../../measure/rate/effort.ts'
import { type Counted, countedOf, monthRows } from '../../measure/rate/months.ts'
import { coverageRows } from '../../store/queries/counted.ts'
import { publicIncidents } from '../../store/queries/public.ts'
import { assessmentsOf, indexValuesOf } from '../../store/queries/ratings.ts'
import type { AssessmentRow } from '../../store/tables.ts'
import { type Context, organisationOf, packOf } from '../context.ts'

/** What is counted each month comes from public records alone, so that any reader can count it again. */
export async function rowsOfCountry(
  context: Context,
  asked: { readonly country: string; readonly asOf: string; readonly back?: number },
  method: RatingMethod = context.knowledge.codebook.rating.method,
): Promise<{ readonly rows: RatingRows; readonly counted: readonly Counted[] }> {
  const { country, asOf } = asked
  const { window, baseline, gravity } = method.live
  const back = asked.back ?? window * (baseline + 1)
  const incidents = await publicIncidents(context.house, country)
  const counted = countedOf(incidents)
  const { acts } = context.knowledge.codebook
  const effort = await effortOf(context, country, incidents)
  const months = monthRows(counted, effort, { asOf, back, gravity }, acts)
  const forms = formRows(await assessmentsOf(context.store, { country }), asOf, organisationOf(context))
  const indices = (await indexValuesOf(context.store, country)).map(
    ({ index_id: index, variable, edition, value, published }): IndexRow => ({
      ...{ index, variable, edition, value, published },
    }),
  )
  return { rows: { country, asOf, forms, indices, months }, counted }
}

/**
 * What collectors say of where they looked, as soon as any of them says anything of this country: a month of which nobody says
 * anything is then not known. Else how many reports came out: sources, as readers see them, that tell of at least one incident.
 * The two are never mixed in one row of months.
 */
async function effortOf(
  context: Context,
  country: string,
  incidents: readonly PublicIncident[],
): Promise<(month: string) => number | null> {
  const newest = new Map((await coverageRows(context.store, country)).map((one) => [one.id, one]))
  const looks = [...newest.values()].flatMap(
    ({ collector, region, date_from: from, date_to: to, looked }): readonly Look[] =>
      looked === 'withdrawn' ? [] : [{ collector, region, from, to, looked: looked as Look['looked'] }],
  )
  const regions = packOf(context.knowledge, country).regions.size
  if (looks.length > 0) return (month) => lookedIn(month, looks, regions)
  const reports = new Map(
    incidents.flatMap((one) =>
      one.sources.flatMap(({ publisher, title, url, published }) =>
        published === null
          ? []
          : [[JSON.stringify([publisher, title, url, published]), published.slice(0, 7)]],
      ),
    ),
  )
  const byMonth = Map.groupBy(reports.values(), (month) => month)
  return (month) => (byMonth.size === 0 ? null : (byMonth.get(month)?.length ?? 0))
}

/**
 * Coders get a number in the order of their first form: who rates is told to nobody. Newer forms of one day supersede. Whatever
 * another organisation calls itself, to this one it is a partner.
 */
export function formRows(
  assessments: readonly AssessmentRow[],
  asOf: string,
  own: string,
): readonly FormRow[] {
  const coders = new Map<string, number>()
  const forms = new Map<string, FormRow>()
  for (const { source: said, organisation, by, as_of, answers } of assessments) {
    const source = (organisation ?? HOME) === own ? said : 'partner'
    const who = `${source} ${by}`
    const coder =
      coders.get(who) ?? [...coders.keys()].filter((one) => one.startsWith(`${source} `)).length + 1
    coders.set(who, coder)
    if (as_of <= asOf)
      forms.set(`${who} ${as_of}`, {
        ...{ source, coder, asOf: as_of },
        answers: answers.map(({ question, aspect, value }) => ({ question, aspect, value })),
      })
  }
  return [...forms.values()]
}
