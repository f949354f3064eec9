/** A question of counting as typed, on the command line or in an address, in; the checked question, or everything wrong with it, out. */
import { type CountQuestion, isFacet, isUnit, type OnlySlice } from '../../core/count-table.ts'
import { COUNT_FACETS, COUNT_UNITS, type CountFacet } from '../../core/counted.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import { parsePartialDate } from '../../core/partial-date.ts'

export type TypedQuestion = {
  readonly country?: string | undefined
  readonly unit?: string | undefined
  readonly rows?: string | undefined
  readonly columns?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `act:detention region:KZ-75`, parted by spaces or commas. */
  readonly only?: string | undefined
  readonly unverified?: boolean | undefined
}

/** `2020` and `2020-03` are meant whole: from their first day, to their last. */
export function questionFrom(typed: TypedQuestion, country: string): CountQuestion {
  const faults: Fault[] = []
  const unknown = (value: string, known: readonly string[], where: string): void => {
    faults.push({
      code: 'count.unknown',
      params: { value: value.slice(0, 60), known: known.join(', ') },
      where,
    })
  }
  const facet = (value: string | undefined, where: 'rows' | 'columns'): CountFacet | null => {
    if (value === undefined || value === '') return null
    if (isFacet(value)) return value
    unknown(value, COUNT_FACETS, where)
    return null
  }
  const day = (value: string | undefined, end: 'from' | 'to'): string | null => {
    if (value === undefined || value.trim() === '') return null
    const date = parsePartialDate(value.trim())
    if (date?.[end] == null)
      faults.push({ code: 'input.date', params: { date: value.slice(0, 40) }, where: end })
    return date?.[end] ?? null
  }
  const slice = (text: string): readonly OnlySlice[] => {
    const [name = '', ...rest] = text.split(':')
    const value = rest.join(':')
    if (isFacet(name) && value !== '') return [{ facet: name, value }]
    unknown(
      text,
      COUNT_FACETS.map((one) => `${one}:…`),
      'only',
    )
    return []
  }
  const unit = typed.unit === undefined || typed.unit === '' ? 'incidents' : typed.unit
  if (!isUnit(unit)) unknown(unit, COUNT_UNITS, 'unit')
  const [rows, columns] = [facet(typed.rows, 'rows'), facet(typed.columns, 'columns')]
  if (rows !== null && rows === columns)
    faults.push({ code: 'count.same-facet', params: { facet: rows }, where: 'columns' })
  const question: CountQuestion = {
    country: typed.country || country,
    unit: isUnit(unit) ? unit : 'incidents',
    // One facet alone is always that of the rows.
    rows: rows ?? columns,
    columns: rows === null ? null : columns,
    from: day(typed.from, 'from'),
    to: day(typed.to, 'to'),
    only: (typed.only ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .flatMap(slice),
    unverified: typed.unverified === true,
  }
  if (question.from !== null && question.to !== null && question.from > question.to)
    faults.push({ code: 'count.backwards', params: { from: question.from, to: question.to }, where: 'to' })
  if (faults.length > 0) throw new Refusal(faults)
  return question
}

/** The same question as parameters of an address: it names codes and days, and nobody. */
export function asParameters(question: CountQuestion): string {
  const { country, unit, rows, columns, from, to, only, unverified } = question
  const given = {
    ...{ country, unit, rows, columns, from, to },
    only: only.map((one) => `${one.facet}:${one.value}`).join(' '),
    unverified: unverified ? 'on' : '',
  }
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  ).toString()
}
