/** A line of the annotations in, the rows of a review form that say it out, in the words of the English workspace; what no row can say is named. */
import { isDeepStrictEqual } from 'node:util'
import type { Knowledge } from '../../src/adapters/load-knowledge.ts'
import type { Pack } from '../../src/core/pack.ts'
import type { ReviewRow } from '../../src/core/review-row.ts'
import type { Span } from '../../src/core/span.ts'
import type { Field, Values } from '../../src/core/values.ts'
import type { GoldRecord } from '../../src/extract/to-record.ts'
import { rowOfValue } from '../../src/review/row-of-value.ts'
import { typedValue } from '../../src/review/typed-value.ts'

type Said = { [F in Field]: { readonly field: F; readonly value: Values[F] } }[Field]

export type Annotated = {
  readonly id: string
  /** In UTF-16 units, as the workspace counts. */
  readonly span: Span
  readonly wanted: readonly ReviewRow[]
  /** What the annotation says and the form has no place for. */
  readonly unsayable: readonly string[]
  /** Names that the picker does not hold: they are typed in quotation marks. */
  readonly unpicked: readonly string[]
}

export function annotated(
  line: GoldRecord,
  text: string,
  pack: Pack,
  { codebook }: Pick<Knowledge, 'codebook'>,
): Annotated {
  const unsayable: string[] = []
  const unpicked: string[] = []
  const wanted = saidIn(line).flatMap((said): readonly ReviewRow[] => {
    const row = rowOfValue(said, codebook, 'en')
    const back = typedValue(row, { codebook, pack })
    if (back.kind === 'value' && isSame(said, back.value)) return [row]
    const quoted = { ...row, value: `«${row.value}»` }
    const again = typedValue(quoted, { codebook, pack })
    if (said.field === 'place' && again.kind === 'value') {
      unpicked.push(`place: ${row.value}`)
      return [quoted]
    }
    unsayable.push(`${said.field}: ${row.value}`)
    return []
  })
  if (line.people.some((one) => (one.aliases ?? []).length > 0)) unsayable.push('person: another spelling')
  return { id: line.id, span: unitsOf(text, line), wanted, unsayable, unpicked }
}

function saidIn(line: GoldRecord): readonly Said[] {
  const of = <F extends Field>(field: F, values: readonly Values[F][]): readonly Said[] =>
    values.map((value) => ({ field, value }) as unknown as Said)
  const { from, to } = line.date
  return [
    ...of('kind', [line.kind]),
    ...of('freedom', line.freedoms),
    ...of('date', from === null && to === null ? [] : [line.date]),
    ...of('other_date', line.other_dates),
    ...of(
      'place',
      line.places.map((one) => ({ ...one, place: null })),
    ),
    ...of(
      'person',
      line.people.map((one) => ({ ...one, aliases: one.aliases ?? [] })),
    ),
    ...of('organisation', line.organisations),
    ...of('group', line.groups),
    ...of('act', line.acts),
    ...of(
      'law',
      line.laws.map((one) => ({ ...one, name: one.name ?? null })),
    ),
    ...of('offence', line.offences),
    ...of('penalty', line.penalties),
    ...of('actor', line.actors),
    ...of('source', line.sources),
    ...of('outcome', line.outcome === null ? [] : [line.outcome]),
  ]
}

/** True when the form, read back, says what was annotated; what no part of it asks for is told apart. */
function isSame({ field, value }: Said, back: Values[Field]): boolean {
  if (field === 'place') return (back as Values['place']).canonical === value.canonical
  if (field === 'person') return (back as Values['person']).harmed === value.harmed
  if (field === 'organisation') return true
  return isDeepStrictEqual(value, back)
}

/** The annotations count code points. */
function unitsOf(text: string, { start, end }: Span): Span {
  const all = [...text]
  const before = all.slice(0, start).join('').length
  return { start: before, end: before + all.slice(start, end).join('').length }
}
