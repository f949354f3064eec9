/** One record of another house in, its values as claims with the decisions on them out, as one entry of the log. */
import type { Elsewhere } from '../../core/elsewhere.ts'
import { canonical, type Json } from '../../core/json.ts'
import { instant, record } from '../../store/append.ts'
import { sha256 } from '../../store/leaf.ts'
import type { ClaimRow, Fresh, HeldRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import type { PackageRecord } from './records.ts'

export const IMPORT_DATA = 'import-data'

type SaidField = PackageRecord['fields'][number]
type Tellings = readonly { readonly document: string; readonly start: number; readonly end: number }[]
/** Whoever is in it stands apart, so that whoever is to be forgotten can be taken out (src/usecases/erasure.ts). */
export type RecordFromElsewhere = {
  readonly id: string
  readonly country: string
  readonly from: Elsewhere
  readonly tellings: Tellings
  readonly fields: readonly SaidField[]
  readonly people: readonly {
    readonly id: string | null
    readonly name: string
    readonly value: Json
    readonly said: SaidField['values'][number]['said']
  }[]
  readonly links: PackageRecord['links']
}

/** As the log keeps it. */
export function withPeopleApart(
  one: PackageRecord,
  from: Elsewhere,
  tellings: Tellings,
): RecordFromElsewhere {
  const { id, country, fields, links } = one
  const people = fields
    .filter(({ field }) => field === 'person')
    .flatMap(({ values }) => values)
    .map(({ value, person, said }) => ({
      id: person,
      name: (value as { readonly name: string }).name,
      ...{ value, said },
    }))
  return {
    ...{ id, country, from, tellings, people, links },
    fields: fields.map((field) => (field.field === 'person' ? { ...field, values: [] } : field)),
  }
}

/** Coded in the name of whoever brings it in, so that somebody else must read it before anything of it is shown. */
export async function keepRecord(context: Context, kept: RecordFromElsewhere, by: string): Promise<void> {
  const { id, country, tellings, links } = kept
  const at = instant(context.clock.now())
  const happening = {
    ...{ actor: by, at, useCase: IMPORT_DATA, object: id, organisation: organisationOf(context) },
    input: JSON.parse(canonical(kept)) as Json,
  }
  await record(context.store, happening, async (writer) => {
    await writer.append(
      'tellings',
      tellings.map(({ document, start, end }) => ({
        ...{ record: id, country, document, start_at: start, end_at: end },
      })),
    )
    await writer.append(
      'links',
      links
        .filter((one) => one.kind !== 'covers')
        .map((one) => ({ record: id, kind: one.kind, target: one.incident })),
    )
    for (const field of fieldsOf(kept)) {
      const held = field.values.map((one, index) => claimed(kept, field.field, one, index, by))
      await writer.append(
        'claims',
        held.flatMap((one) => one.claims),
      )
      await writer.append('decisions', [
        {
          ...{ record_kind: 'incident', record: id, field: field.field, verdict: field.verdict, by, at },
          held: held.map((one) => one.held),
          why: null,
        },
      ])
    }
  })
}

const fieldsOf = ({ fields, people }: RecordFromElsewhere): readonly SaidField[] =>
  fields.map((field) =>
    field.field === 'person'
      ? { ...field, values: people.map(({ id, value, said }) => ({ value, person: id, said })) }
      : field,
  )

/** A claim for each source that says the value, on the passage as a whole: which of its words say it was not published. */
function claimed(
  { id, from, tellings }: RecordFromElsewhere,
  field: string,
  { value, person, said }: SaidField['values'][number],
  index: number,
  by: string,
): { readonly claims: readonly Fresh<ClaimRow>[]; readonly held: HeldRow } {
  const claims = said.map(({ source, basis }, nth): Fresh<ClaimRow> => {
    const told = tellings[source]
    const content = { from, record: id, field, value, index, source, nth }
    return {
      id: `c-${sha256(canonical(content)).slice(0, 20)}`,
      ...{
        record_kind: 'incident',
        record: id,
        reading: null,
        draft: null,
        document: told?.document ?? null,
      },
      ...{ field, value, start_at: told?.start ?? null, end_at: told?.end ?? null },
      ...{ rule: null, coder: by, basis },
    }
  })
  return { claims, held: { value, claims: claims.map((one) => one.id), person } }
}
