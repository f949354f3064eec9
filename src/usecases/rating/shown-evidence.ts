/** A released rating in, the public evidence of its forms out: by dimension, and never by answer or coder. */
import type { PublicEvidence, PublicRating } from '../../core/rating/public-rating.ts'
import type { Store } from '../../store/connect.ts'
import { assessmentsOf, ratingRow } from '../../store/queries/ratings.ts'
import type { AssessmentRow } from '../../store/tables.ts'

const LAW = 'law:'

/** Words of documents are left out: withholding has not read them. An incident that is no longer public leaves no trace. */
export async function shownEvidence(
  house: Pick<Store, 'selectFrom'>,
  rating: Pick<PublicRating, 'id' | 'country' | 'asOf'>,
): Promise<readonly PublicEvidence[]> {
  const forms = await formsOf(house, rating)
  const cited = new Map<string, Set<string>>()
  for (const { question, evidence } of forms.flatMap((one) => one.answers)) {
    const [dimension = ''] = question.split('.')
    const known = cited.get(dimension) ?? new Set()
    for (const one of evidence) known.add(one)
    cited.set(dimension, known)
  }
  const shown = await openAmong(
    house,
    [...cited.values()].flatMap((one) => [...one]),
  )
  return [...cited].map(([dimension, all]) => {
    const pieces = [...all].sort()
    return {
      dimension,
      laws: pieces.flatMap((one) => (one.startsWith(LAW) ? [one.slice(LAW.length)] : [])),
      incidents: pieces.filter((one) => shown.has(one)),
    }
  })
}

/** Those that its rows were made of: what somebody filled in later, or filled in anew for the same day, it does not rest on. */
async function formsOf(
  house: Pick<Store, 'selectFrom'>,
  { id, country, asOf }: Pick<PublicRating, 'id' | 'country' | 'asOf'>,
): Promise<readonly AssessmentRow[]> {
  const proposed = (await ratingRow(house, id))?.event ?? 0
  const there = (await assessmentsOf(house, { country })).filter(
    (one) => one.as_of <= asOf && one.event < proposed,
  )
  const keyOf = ({ organisation, source, by, as_of }: AssessmentRow): string =>
    JSON.stringify([organisation, source, by, as_of])
  return [...new Map(there.map((one) => [keyOf(one), one])).values()]
}

async function openAmong(
  house: Pick<Store, 'selectFrom'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await house
    .selectFrom('public_incidents')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map((one) => one.id))
}
