/** A record in, what each of its sources says of each field side by side out: with its words, who read it, and what stands. */
import type { Claim, Reader } from '../../core/claim.ts'
import type { Way } from '../../core/document.ts'
import type { Incident } from '../../core/record.ts'
import type { Field } from '../../core/values.ts'
import { toClaim } from '../../store/queries/claims.ts'
import { loadTexts } from '../../store/queries/incidents.ts'
import { loadSayings } from '../../store/queries/sayings.ts'
import type { HeldRow, IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { permit, targetOf } from '../permit.ts'

export type SaidBy = {
  readonly claim: string
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  /** Sources that quote each other share one, and are one witness. */
  readonly collector: string | null
  readonly way: Way | null
  readonly words: string
  readonly language: string
  readonly reader: Reader
}
export type SaidValue = {
  readonly value: HeldRow['value']
  readonly person: string | null
  readonly stands: boolean
  readonly said: readonly SaidBy[]
}
export type FieldSayings = {
  readonly field: Field
  readonly isDisputed: boolean
  readonly by: string
  readonly at: string
  readonly why: string | null
  readonly values: readonly SaidValue[]
}

export async function readSayings(context: Context, row: IncidentRow): Promise<readonly FieldSayings[]> {
  permit(context, 'history', { id: row.id, target: targetOf(row) })
  const sayings = await loadSayings(context.store, row.id)
  const all = [...sayings.values()].flatMap((one) => [...one.held, ...one.otherwise])
  const claims = await claimsById(
    context,
    all.flatMap((one) => one.claims),
  )
  const { tellings } = row.body as unknown as Incident
  const documents = [
    ...tellings.map((one) => one.document),
    ...[...claims.values()].map((one) => one.document),
  ]
  const texts = await loadTexts(context.store, [...new Set(documents.flatMap((one) => one ?? []))])
  const saidBy = (id: string): readonly SaidBy[] => {
    const claim = claims.get(id)
    const text = claim?.document ? texts.get(claim.document) : undefined
    if (!claim || !text) return []
    const { title, publisher, way = null } = text.source
    const own = tellings.find((one) => one.document === claim.document)?.collector
    const collector = own === undefined ? text.source.collector : own
    const words = claim.span ? text.text.slice(claim.span.start, claim.span.end) : ''
    const { reader, document } = claim
    const source = { document: document ?? '', title, publisher, collector, way }
    return [{ claim: id, ...source, words, language: text.language, reader }]
  }
  const value = (held: HeldRow, stands: boolean): SaidValue => ({
    ...{ value: held.value, person: held.person, stands, said: held.claims.flatMap(saidBy) },
  })
  return [...sayings].map(([field, { held, otherwise, verdict, by, at, why }]) => ({
    field,
    isDisputed: verdict === 'disputed',
    ...{ by, at, why },
    values: [...held.map((one) => value(one, true)), ...otherwise.map((one) => value(one, false))],
  }))
}

async function claimsById({ store }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('claims')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toClaim(row)]))
}
