/** What can be seen of a column → the kind it is taken for and why; what the values look like comes before what the heading says. */
import type { Kind } from '../core/linkage/kinds.ts'
import type { ColumnProfile } from '../core/linkage/profile.ts'
import type { LinkageRules } from '../core/linkage/rules.ts'

/** `part`: one of the three cells of a date. */
export type ColumnKind = {
  readonly kind: Kind | null
  readonly part: 'month' | 'day' | null
  readonly why: string
}

const MAIL = /^[^\s@]+@[^\s@]+$/
const ISO_DAY = /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?([T ].*)?$/
const DAY_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/
const PACKED_DAY = /^(1[5-9]|20)\d\d(0\d|1[0-2])([0-2]\d|3[01])$/
const PHONE = /^\+?[\d\s().-]{7,}$/
const LETTERS = /^[\p{L}\p{M}\s.'’,-]+$/u

/** A code that no two records share is a number of the record, not of the person. */
export function kindOfColumn(column: ColumnProfile, rules: LinkageRules): ColumnKind {
  const found = kindByLooks(column, rules)
  return found.kind === 'code' && column.isUnique
    ? { kind: null, part: null, why: 'each record has another' }
    : found
}

function kindByLooks(column: ColumnProfile, rules: LinkageRules): ColumnKind {
  const { name, sample, distinct } = column
  const heading = name.toLowerCase()
  const hint = rules.headings.find((one) => one.pattern.test(heading)) ?? null
  const missing = new Set(rules.missing)
  const values = sample
    // An apostrophe that keeps spreadsheets from computing, as our own copies have it.
    .map((one) => one.replace(/^'(?=[=+@-])/, ''))
    .filter((one) => one !== '' && !missing.has(one.toLowerCase()))
  const share = (holds: (value: string) => boolean): number =>
    values.filter(holds).length / Math.max(1, values.length)
  const most = (holds: (value: string) => boolean): boolean => values.length > 0 && share(holds) >= 0.9
  const said = (kind: Kind, why: string): ColumnKind => ({ kind, part: null, why })

  if (column.filled === 0) return { kind: null, part: null, why: 'it is empty' }
  if (distinct <= 1) return { kind: null, part: null, why: 'it holds one value' }
  if (most((one) => MAIL.test(one))) return said('mail', 'values have an @')
  if (most((one) => ISO_DAY.test(one) || DAY_FIRST.test(one))) return said('date', 'values are dates')
  if (most((one) => PACKED_DAY.test(one))) return said('date', 'values are dates of eight digits')
  if (most((one) => /^\d+$/.test(one))) return numberKind(column, values, hint?.kind ?? null)
  if (
    hint?.kind === 'sex' ||
    (distinct <= 3 && most((one) => /^(m|f|male|female|м|ж|муж.*|жен.*|ер|әйел)$/i.test(one)))
  )
    return said('sex', hint?.id ?? 'two or three values')
  if (most((one) => PHONE.test(one)) && share((one) => one.replace(/\D/g, '').length >= 7) >= 0.9)
    return said(
      hint?.kind === 'code' ? 'code' : 'phone',
      hint?.id ?? 'values are digits and signs of telephones',
    )
  if (hint && hint.kind !== 'date' && hint.kind !== 'mail' && hint.kind !== 'phone')
    return said(hint.kind, `heading (${hint.id})`)
  if (share((one) => /\d/.test(one)) >= 0.5 && share((one) => one.length <= 14) >= 0.9)
    return said('code', 'short values with digits')
  const words = values.reduce((sum, one) => sum + one.split(/\s+/).length, 0) / Math.max(1, values.length)
  if (most((one) => LETTERS.test(one)) && words < 1.3 && distinct > 20) return said('surname', 'single words')
  if (most((one) => LETTERS.test(one)) && words >= 1.8 && words <= 3.5 && distinct > column.filled * 0.3)
    return said('name', 'two or three words, mostly different')
  return said('text', 'none of the other kinds')
}

function numberKind(column: ColumnProfile, values: readonly string[], hint: Kind | null): ColumnKind {
  const between = (low: number, high: number): boolean =>
    values.filter((one) => Number(one) >= low && Number(one) <= high).length >= values.length * 0.97
  if (hint !== 'code' && between(1850, 2100)) return { kind: 'year', part: null, why: 'numbers like years' }
  if (hint === null && column.distinct <= 100 && between(1, 12))
    return { kind: 'code', part: 'month', why: 'numbers from 1 to 12' }
  if (hint === null && column.distinct <= 100 && between(1, 31))
    return { kind: 'code', part: 'day', why: 'numbers from 1 to 31' }
  if (hint === 'phone') return { kind: 'phone', part: null, why: 'heading' }
  return { kind: 'code', part: null, why: 'values are digits' }
}
