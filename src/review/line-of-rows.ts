/** The rows of a reviewer's form in; the lists of a decision with the words of each value out, and every fault by its row. */
import type { DecidedPerson, Evidence } from '../core/decided.ts'
import type { Person } from '../core/person.ts'
import { isSameRow, type ReviewRow, type RowFault } from '../core/review-row.ts'
import { type Field, SINGLE_FIELDS, type Values } from '../core/values.ts'
import { type Lists, linesOfValues } from './line-of-values.ts'
import { locate } from './locate.ts'
import { personMeant } from './resolve.ts'
import { type Data, typedValue } from './typed-value.ts'

export type RowsGiven = Data & {
  /** Claim → the row that shows it and its value: what nobody touched is taken as it was read, to the letter. */
  readonly proposed: ReadonlyMap<string, { readonly row: ReviewRow; readonly value: Values[Field] }>
  readonly people: ReadonlyMap<string, Person>
  /** The text that the reviewer has before them; words that are not in it were not read there. */
  readonly shown: string
  /** Fields on which sources disagree: of a single one several may be kept. */
  readonly disputed?: readonly string[]
}
export type KeptValue = {
  readonly row: number
  readonly field: Field
  readonly value: Values[Field]
  readonly person: string | null
  readonly isProposed: boolean
}
export type LineOfRows = {
  readonly lists: Lists
  readonly evidence: readonly Evidence[]
  readonly kept: readonly KeptValue[]
  readonly faults: readonly RowFault[]
}

export function lineOfRows(rows: readonly ReviewRow[], given: RowsGiven): LineOfRows {
  const kept: KeptValue[] = []
  const faults: RowFault[] = []
  for (const [index, row] of rows.entries()) {
    if (!row.keep) continue
    const fault = (code: RowFault['code'], typed: string): number => faults.push({ row: index, code, typed })
    const proposed = given.proposed.get(row.origin)
    const isProposed = proposed !== undefined && isSameRow(row, proposed.row)
    const understood = isProposed
      ? ({ kind: 'value', value: proposed.value } as const)
      : typedValue(row, given)
    const person = row.person.trim() === '' ? null : personMeant(row.person, given.people)
    if (row.person.trim() !== '' && person === null) fault('review.person', row.person)
    if (row.origin === '' && row.words.trim() !== '' && !locate(given.shown, row.words, row.words))
      fault('review.words', row.words)
    const isDisputed = given.disputed?.includes(row.field) && row.origin !== ''
    if (!isDisputed && SINGLE_FIELDS.has(row.field) && kept.some((one) => one.field === row.field))
      fault('review.one', row.value)
    if (understood.kind === 'fault') fault(understood.code, understood.typed)
    else kept.push({ row: index, field: row.field, value: understood.value, person, isProposed })
  }
  return { lists: listsOf(kept, rows), evidence: evidenceOf(kept, rows), kept, faults }
}

function listsOf(kept: readonly KeptValue[], rows: readonly ReviewRow[]): Lists {
  /** Proposed and written over: what was taken out of it is meant to be gone. */
  const isMended = ({ row, isProposed }: KeptValue): boolean => !isProposed && rows[row]?.origin !== ''
  const of = (field: Field): readonly KeptValue[] => kept.filter((one) => one.field === field)
  const lists = linesOfValues(<F extends Field>(field: F) => of(field).map((one) => one.value as Values[F]))
  return {
    ...lists,
    people: of('person').map((one) => personOf(one, isMended(one))),
    groups: lists.groups.map((group, index) => {
      const one = of('group')[index]
      const { what } = (one?.value ?? { what: '' }) as Values['group']
      return one && !one.isProposed && (what !== '' || isMended(one)) ? { what, ...group } : group
    }),
    penalties: lists.penalties.map((penalty, index) => {
      const one = of('penalty')[index]
      const { who } = (one?.value ?? { who: [] as readonly string[] }) as Values['penalty']
      return one && !one.isProposed && (who.length > 0 || isMended(one)) ? { ...penalty, who } : penalty
    }),
    outcome: (of('outcome')[0]?.value as string | undefined) ?? null,
  }
}

/** Where nothing was changed the words of the claim stand; what the reviewer wrote goes before them. */
function personOf({ value, person, isProposed }: KeptValue, isMended: boolean): DecidedPerson {
  const { name, role, harmed } = value as Values['person']
  return {
    ...(person !== null && { id: person }),
    name,
    ...(!isProposed && (role !== null || isMended) && { role: role ?? '' }),
    harmed,
  }
}

const evidenceOf = (kept: readonly KeptValue[], rows: readonly ReviewRow[]): readonly Evidence[] =>
  kept.flatMap(({ field, row }, at) => {
    const words = rows[row]?.words.trim() ?? ''
    const index = kept.slice(0, at).filter((one) => one.field === field).length
    return words === '' ? [] : [{ field, index, words }]
  })
