/** The form that maps a list as it was sent in, the mapping and what to do with it out; every fault of it at once. */
import type { Context as Request } from 'hono'
import { type Fault, Refusal, refuse } from '../../../core/faults.ts'
import { DATE_ORDERS, HELD, type ListMap, MOST_COLUMNS } from '../../../core/list.ts'
import { FREEDOMS, INCIDENT_KINDS } from '../../../core/values.ts'
import type { Context } from '../../../usecases/context.ts'
import { actTyped } from '../../../usecases/lists/read-list.ts'
import { formLists } from '../form-fields.ts'
import { tidy } from '../form-of.ts'

export const SHOWN = ['all', 'new', 'matched', 'doubtful', 'same', 'changed', 'faults'] as const
export type Shown = (typeof SHOWN)[number]
export type TypedMap = {
  readonly map: ListMap
  /** As typed, so that it stands in the form again. */
  readonly act: string
  /** `propose-unlike`: only the rows that are like nothing on record. */
  readonly does: 'look' | 'propose' | 'propose-unlike'
  readonly only: Shown
  /** From 1. */
  readonly page: number
}

export async function typedMap(c: Request, context: Context): Promise<TypedMap> {
  const given = await formLists(
    c,
    ['column', 'holds', 'word', 'held', 'means'],
    ['sheet', 'head', 'order', 'act', 'freedom', 'kind', 'keep-places', 'do', 'only', 'page'],
  )
  const { column, holds, word, held, means } = given
  const isWhole = column.length <= MOST_COLUMNS && holds.length === column.length
  if (!isWhole || held.length !== word.length || means.length !== word.length)
    throw refuse('input.value', { problem: 'columns' }, 'columns')
  const [sheet, headRows] = [number(given.sheet, 'sheet'), number(given.head, 'head')]
  const [act, kind] = [tidy(given.act), INCIDENT_KINDS.find((one) => one === given.kind)]
  const meant = act === '' ? null : actTyped(context, act)
  const faults: Fault[] = []
  if (act !== '' && meant === null)
    faults.push({ code: 'review.unknown', where: 'act', params: { field: 'act', typed: act } })
  if (faults.length > 0) throw new Refusal(faults)
  return {
    act,
    does: given.do === 'propose' || given.do === 'propose-unlike' ? given.do : 'look',
    only: SHOWN.find((one) => one === given.only) ?? 'all',
    page: Math.max(1, number(given.page, 'page')),
    map: {
      ...{ sheet, headRows, act: meant, kind: kind ?? 'event', keepPlaces: given['keep-places'] === 'yes' },
      columns: column.map((one, index) => ({
        column: number(one, 'column'),
        name: '',
        holds: heldBy(holds[index] ?? ''),
      })),
      order: DATE_ORDERS.find((one) => one === given.order) ?? null,
      freedom: FREEDOMS.find((one) => one === given.freedom) ?? null,
      meanings: word.flatMap((words, index) => {
        const said = tidy(means[index] ?? '')
        return said === '' ? [] : [{ holds: heldBy(held[index] ?? ''), words, means: said }]
      }),
    },
  }
}

function heldBy(word: string): (typeof HELD)[number] {
  const found = HELD.find((one) => one === word)
  if (!found) throw refuse('input.value', { problem: 'holds' }, 'holds')
  return found
}

function number(text: string, name: string): number {
  if (!/^\d{0,7}$/.test(text)) throw refuse('input.value', { problem: name }, name)
  return Number(text)
}
