/** An incident in, what of its fields stands and what sources say otherwise out, each with the claims that say it. */
import { FIELDS, type Field } from '../../core/values.ts'
import type { Store } from '../connect.ts'
import type { DecisionRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** The field under which is kept what sources say and what does not stand. */
export const OTHERWISE = 'otherwise'
export const otherwiseFieldOf = (field: Field): string => `${OTHERWISE}:${field}`

export type FieldSaid = Pick<DecisionRow, 'held' | 'verdict' | 'by' | 'at' | 'why'> & {
  readonly otherwise: DecisionRow['held']
}

/** The newest decision on each field. What stands now is no longer said otherwise, whoever wrote so before. */
export async function loadSayings(store: Reader, id: string): Promise<ReadonlyMap<Field, FieldSaid>> {
  const rows = await store
    .selectFrom('decisions')
    .select(['field', 'held', 'verdict', 'by', 'at', 'why'])
    .where('record_kind', '=', 'incident')
    .where('record', '=', id)
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((one) => [one.field, one]))
  return new Map(
    FIELDS.flatMap((field) => {
      const stands = newest.get(field)
      const said = newest.get(otherwiseFieldOf(field))
      const one = stands ?? said
      if (!one) return []
      const held = stands?.held ?? []
      const known = new Set(held.map((value) => JSON.stringify(value.value)))
      const otherwise = (said?.held ?? []).filter((value) => !known.has(JSON.stringify(value.value)))
      const { by, at, why } = one
      return [[field, { held, verdict: stands?.verdict ?? 'stands', by, at, why, otherwise }] as const]
    }),
  )
}
