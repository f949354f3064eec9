/** A reviewer's form as it was sent in, the rows and answers in it out; any field it does not have is refused. */
import type { Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { emptyRow, type ReviewRow, ROW_PARTS } from '../../../core/review-row.ts'
import { FIELDS, type Field } from '../../../core/values.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import type { ReviewForm } from '../../../usecases/review/save-passage.ts'
import { formLists } from '../form-fields.ts'
import { formOf, tidy } from '../form-of.ts'

/** More values than any passage has. */
const MOST_ROWS = 200
const COLUMNS = ['keep', 'field', 'origin', ...ROW_PARTS] as const
const ANSWERS = ['tier', 'tier-why', 'why', 'seen', 'record', 'do'] as const

export async function reviewForm(
  c: Request,
  view: Pick<PassageView, 'proposed'>,
): Promise<ReviewForm & { readonly does: 'save' | 'check' }> {
  const numbers = [...(await formOf(c)).keys()].flatMap((name) =>
    Number(/^r(\d{1,3})\./.exec(name)?.[1] ?? -1),
  )
  const many = Math.max(-1, ...numbers) + 1
  if (many > MOST_ROWS) throw refuse('input.value', { problem: `> ${MOST_ROWS}` })
  const names = Array.from({ length: many }, (_, n) => COLUMNS.map((column) => `r${n}.${column}`)).flat()
  const given = await formLists(c, ['disputed'], [...ANSWERS, ...names])
  const text = (name: string): string => tidy((given as Readonly<Record<string, string>>)[name] ?? '')
  const rows = Array.from({ length: many }, (_, n) => rowOf((part) => text(`r${n}.${part}`), view))
  return {
    rows: rows.flatMap((row) => row ?? []),
    disputed: given.disputed,
    tier: text('tier'),
    tierWhy: text('tier-why'),
    why: text('why'),
    seen: Number.parseInt(text('seen'), 10) || 0,
    record: text('record'),
    does: text('do') === 'check' ? 'check' : 'save',
  }
}

/** A row for adding that was left empty is none; words without a value are the value. */
function rowOf(
  text: (part: (typeof COLUMNS)[number]) => string,
  { proposed }: Pick<PassageView, 'proposed'>,
): ReviewRow | null {
  const asked = text('field')
  const field: Field | undefined = FIELDS.find((one) => one === asked)
  const typed = Object.fromEntries(ROW_PARTS.map((part) => [part, text(part)])) as Pick<
    ReviewRow,
    (typeof ROW_PARTS)[number]
  >
  if (!field) {
    if (asked !== '' || ROW_PARTS.some((part) => typed[part] !== ''))
      throw refuse('input.value', { problem: 'field' })
    return null
  }
  const known = proposed.get(text('origin'))
  const blank = emptyRow(field)
  const row: ReviewRow = {
    ...typed,
    field,
    keep: text('keep') === 'yes',
    origin: known ? text('origin') : '',
    unit: typed.unit === '' && field === 'group' ? blank.unit : typed.unit,
    harmed: typed.harmed === '' ? blank.harmed : typed.harmed,
    words: known ? known.row.words : typed.words,
    value: typed.value === '' && !known && !isCounted(field) ? typed.words : typed.value,
  }
  const isEmpty = !known && ROW_PARTS.every((part) => row[part] === blank[part])
  return isEmpty ? null : row
}

const isCounted = (field: Field): boolean => field === 'group' || field === 'penalty'
