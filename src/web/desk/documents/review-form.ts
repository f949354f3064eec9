/** A form about a record as it was sent in, the rows and answers in it out; any field it does not have is refused. */
import type { Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { emptyRow, type ReviewRow, ROW_PARTS } from '../../../core/review-row.ts'
import { FIELDS, type Field } from '../../../core/values.ts'
import type { Answers, Stray } from '../../../usecases/review/answers.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import type { ReviewForm } from '../../../usecases/review/save-passage.ts'
import { formLists } from '../form-fields.ts'
import { formOf, tidy, tidyLines } from '../form-of.ts'

/** More values than any passage has. */
const MOST_ROWS = 200
const COLUMNS = ['keep', 'field', 'origin', ...ROW_PARTS] as const
/** Places in the form for tiers of single fields, and for links. */
export const TIER_PLACES = 3
export const LINK_PLACES = 2
const numbered = (many: number, name: string, parts: readonly string[]): readonly string[] =>
  Array.from({ length: many }, (_, n) => parts.map((part) => `${name}${n}.${part}`)).flat()
const ANSWERS = [
  ...['tier', 'tier-why', 'why', 'do'],
  ...numbered(TIER_PLACES, 't', ['field', 'value', 'why']),
  ...numbered(LINK_PLACES, 'l', ['kind', 'to']),
]

export type RecordForm<K extends string> = Answers & {
  readonly rows: readonly ReviewRow[]
  readonly disputed: readonly string[]
  readonly does: 'save' | 'check'
  /** What this form has besides, each tidied. */
  readonly more: Readonly<Record<K, string>>
}
type Known = Pick<PassageView, 'proposed'>

export async function recordForm<K extends string>(
  c: Request,
  view: Known,
  more: readonly K[],
  told: readonly K[] = [],
): Promise<RecordForm<K>> {
  const numbers = [...(await formOf(c)).keys()].flatMap((name) =>
    Number(/^r(\d{1,3})\./.exec(name)?.[1] ?? -1),
  )
  const many = Math.max(-1, ...numbers) + 1
  if (many > MOST_ROWS) throw refuse('input.value', { problem: `> ${MOST_ROWS}` })
  const names: readonly string[] = [...ANSWERS, ...more, ...numbered(many, 'r', COLUMNS)]
  const given = await formLists(c, ['disputed'], names, told)
  const text = (name: string): string => tidy((given as Readonly<Record<string, string>>)[name] ?? '')
  const rows = Array.from({ length: many }, (_, n) => rowOf((part) => text(`r${n}.${part}`), view))
  return {
    rows: rows.flatMap((row) => (row && 'field' in row ? [row] : [])),
    stray: rows.flatMap((row) => (row && !('field' in row) ? [row] : [])),
    disputed: given.disputed,
    tier: text('tier'),
    tierWhy: text('tier-why'),
    why: text('why'),
    tiers: Array.from({ length: TIER_PLACES }, (_, n) => ({
      ...{ field: text(`t${n}.field`), value: text(`t${n}.value`), why: text(`t${n}.why`) },
    })),
    links: Array.from({ length: LINK_PLACES }, (_, n) => ({
      ...{ kind: text(`l${n}.kind`), to: text(`l${n}.to`) },
    })),
    does: text('do') === 'check' ? 'check' : 'save',
    more: Object.fromEntries(
      more.map((name) => [name, told.includes(name) ? tidyLines(given[name] ?? '') : text(name)]),
    ) as Record<K, string>,
  }
}

export async function reviewForm(
  c: Request,
  view: Known,
): Promise<ReviewForm & { readonly does: 'save' | 'check' }> {
  const { more, ...form } = await recordForm(c, view, ['seen', 'record'])
  return { ...form, seen: Number.parseInt(more.seen, 10) || 0, record: more.record }
}

/** A row for adding that was left empty is none; words without a value are the value. */
function rowOf(
  text: (part: (typeof COLUMNS)[number]) => string,
  { proposed }: Known,
): ReviewRow | Stray | null {
  const asked = text('field')
  const field: Field | undefined = FIELDS.find((one) => one === asked)
  const typed = Object.fromEntries(ROW_PARTS.map((part) => [part, text(part)])) as Pick<
    ReviewRow,
    (typeof ROW_PARTS)[number]
  >
  if (!field) {
    if (asked !== '') throw refuse('input.value', { problem: 'field' })
    return typed.value === '' && typed.words === '' ? null : { value: typed.value, words: typed.words }
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
