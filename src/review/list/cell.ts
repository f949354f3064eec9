/** The words of one cell and what its column holds in, the values they say out, or why they say none. */
import type { Codebook } from '../../core/codebook.ts'
import type { DateOrder, HeldByColumn, ListFault } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import { dateText } from '../../core/partial-date.ts'
import { emptyRow } from '../../core/review-row.ts'
import type { Field, Values } from '../../core/values.ts'
import { typedDate, typedRange } from '../typed-numbers.ts'
import { typedValue } from '../typed-value.ts'
import { dateIn } from './dates.ts'
import { lawsIn } from './law-cell.ts'
import { penaltiesIn } from './penalty-cell.ts'
import { namesIn } from './people-cell.ts'
import { foldWords, listedIn, partsOf } from './words.ts'

export type Said = { [F in Field]: { readonly field: F; readonly value: Values[F] } }[Field]
export type CellGiven = {
  readonly holds: HeldByColumn
  /** Name of the column; empty where it has none. */
  readonly heading: string
  readonly order: DateOrder | null
  readonly keepPlaces: boolean
  /** Other cells of the row that speak of this one. */
  readonly role: string
  readonly part: string
  readonly codebook: Codebook
  readonly pack: Pack
}
export type CellRead =
  | { readonly kind: 'said'; readonly values: readonly Said[] }
  | { readonly kind: 'fault'; readonly code: ListFault['code'] }

/** Columns whose cells are values of a field by themselves; a cell may hold several. */
const FIELD_OF: Partial<Record<HeldByColumn, Field>> = {
  place: 'place',
  act: 'act',
  freedom: 'freedom',
  organisation: 'organisation',
  actor: 'actor',
  source: 'source',
  offence: 'offence',
  outcome: 'outcome',
}

/** A cell of sentences is no value; and a pattern of numbers takes as long on a million figures as a file's maker likes. */
const MOST_LETTERS = 1_000

export function readCell(words: string, given: CellGiven): CellRead {
  if (words.length > MOST_LETTERS) return { kind: 'fault', code: 'unknown' }
  const { codebook, pack, heading } = given
  switch (given.holds) {
    case 'date':
    case 'other_date':
      return dated(words, given)
    case 'person':
      return said(
        namesIn(words, codebook.lists.and).map((name) =>
          typedAs('person', { value: name, role: given.role, harmed: 'yes' }, given),
        ),
      )
    case 'law':
      return said(lawsIn(words, given)?.map((value) => ({ field: 'law' as const, value })) ?? [])
    case 'penalty':
      return said(
        penaltiesIn(words, heading, codebook.lists, pack)?.map((value) => ({
          field: 'penalty' as const,
          value,
        })) ?? [],
      )
    case 'count':
      return counted(words)
    case 'place':
      return placed(words, given)
    default: {
      const field = FIELD_OF[given.holds]
      if (!field) return said([])
      return said(
        field === 'outcome' ? [typedAs(field, { value: words }, given)] : listed(field, words, given),
      )
    }
  }
}

const said = (values: readonly (Said | null)[], code: ListFault['code'] = 'unknown'): CellRead =>
  values.length > 0 && values.every((one) => one !== null)
    ? { kind: 'said', values }
    : { kind: 'fault', code }

/** As whoever reviews would type it. */
function typedAs(
  field: Field,
  typed: { readonly value: string; readonly role?: string; readonly harmed?: string },
  { codebook, pack }: CellGiven,
): Said | null {
  const meant = typedValue({ ...emptyRow(field), ...typed }, { codebook, pack })
  return meant.kind === 'value' ? ({ field, value: meant.value } as Said) : null
}

/** The whole cell is one value, or its parts are; a part that is none takes the others with it, for it is not to be lost. */
function listed(field: Field, words: string, given: CellGiven): readonly (Said | null)[] {
  return partsOf(words).flatMap((part) => {
    const whole = typedAs(field, { value: part }, given)
    return whole
      ? [whole]
      : listedIn(part, given.codebook.lists.and).map((one) => typedAs(field, { value: one }, given))
  })
}

function placed(words: string, given: CellGiven): CellRead {
  const around = new Set(given.codebook.lists.placeWords)
  const bare = (text: string): string =>
    text
      .split(/\s+/)
      .filter((word) => !around.has(foldWords(word).replace(/[.,]+$/, '')))
      .join(' ')
  const one = (text: string): Said | null =>
    typedAs('place', { value: text }, given) ?? typedAs('place', { value: bare(text) || text }, given)
  const found = partsOf(words).flatMap((part) => {
    const whole = one(part)
    return whole ? [whole] : listedIn(part, given.codebook.lists.and).map(one)
  })
  const known = found.filter((each) => each !== null)
  // «Алматинская обл., г. Талгар»: the town is known, and says more than the region.
  if (known.length > 0 || !given.keepPlaces) return said(known)
  return said([typedAs('place', { value: `«${words}»` }, given)])
}

function dated(words: string, { holds, order }: CellGiven): CellRead {
  const bounds = words.split(/\s+[-–—]\s+/)
  const [first, last] = bounds.map((one) => (order === null ? null : dateIn(one, order)))
  const span =
    bounds.length === 2 && first?.from && last?.to && first.from <= last.to
      ? { from: first.from, to: last.to, precision: first.precision }
      : null
  const date = bounds.length === 1 && first ? first : (span ?? (order === 'mdy' ? null : typedDate(words)))
  if (!date || (date.from === null && date.to === null)) return { kind: 'fault', code: 'date' }
  return said([
    holds === 'date' ? { field: 'date', value: date } : { field: 'other_date', value: dateText(date) },
  ])
}

/** «12 человек»: how many of what. */
function counted(words: string): CellRead {
  const [, figures = '', what = ''] = /^([\d\s.,–—-]+?)\s*(\p{L}[\p{L}\s.-]*)?$/u.exec(words.trim()) ?? []
  const range = figures === '' ? null : typedRange(figures)
  const isWhole = range && [range.min, range.max].every((one) => one === null || Number.isInteger(one))
  return said(
    isWhole ? [{ field: 'group', value: { what: what.trim(), ...range, qualifier: 'exact' } }] : [],
    'number',
  )
}
