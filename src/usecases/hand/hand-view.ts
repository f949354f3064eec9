/** Words that are not stored yet in, what must be known to understand the rows beside them out; and what the rules read in them. */

import type { Language } from '../../core/language.ts'
import type { ReviewRow } from '../../core/review-row.ts'
import { SINGLE_FIELDS } from '../../core/values.ts'
import { rowOfValue } from '../../review/row-of-value.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { type Context, organisationOf, packOf } from '../context.ts'
import type { ReportRead } from '../import-report.ts'
import { mayDo } from '../permit.ts'
import type { Foreseeable } from '../review/foresee.ts'

export async function handView(
  context: Context,
  country: string,
  text: string,
  record: string | null = null,
): Promise<Foreseeable> {
  const whole = { start: 0, end: text.length }
  return {
    record,
    pack: packOf(context.knowledge, country),
    proposed: new Map(),
    people: mayDo(context, 'people', null) ? await personsKnown(context.store, organisationOf(context)) : [],
    document: { id: '', country, text },
    passage: { span: whole },
    shown: whole,
  }
}

/** Offered, never taken: each row waits unticked, and what is in the form already is not offered again. */
export function offeredRows(
  { knowledge }: Context,
  { found, document }: ReportRead,
  rows: readonly ReviewRow[],
  language: Language,
): readonly ReviewRow[] {
  const key = (row: ReviewRow): string => JSON.stringify([row.field, row.value, row.number, row.unit])
  const known = new Set(rows.map(key))
  const single = new Set(rows.map((row) => row.field).filter((field) => SINGLE_FIELDS.has(field)))
  const offered = new Map<string, ReviewRow>()
  for (const one of found.drafts.flatMap((draft) => draft.proposals)) {
    const words = one.span ? document.text.slice(one.span.start, one.span.end) : ''
    const row = { ...rowOfValue(one, knowledge.codebook, language), words, keep: false }
    if (!known.has(key(row)) && !single.has(row.field) && row.field !== 'kind') offered.set(key(row), row)
  }
  return [...offered.values()]
}
