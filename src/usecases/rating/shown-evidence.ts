/** A released rating in; what its forms rest on, as far as any reader may see it anyway, out: by dimension, and never by answer or coder. */
import type { PublicEvidence, PublicRating } from '../../core/rating/public-rating.ts'
import type { Store } from '../../store/connect.ts'
import { assessmentsOf } from '../../store/queries/ratings.ts'

const LAW = 'law:'

/** Words of documents are left out: withholding has not read them. An incident that is no longer public leaves no trace. */
export async function shownEvidence(
  house: Pick<Store, 'selectFrom'>,
  { country, asOf }: Pick<PublicRating, 'country' | 'asOf'>,
): Promise<readonly PublicEvidence[]> {
  const forms = (await assessmentsOf(house, { country })).filter((one) => one.as_of <= asOf)
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
