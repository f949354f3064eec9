/** What is to be forgotten in; every text of a plan and the name of every table without it out. */
import type { Json } from '../../core/json.ts'
import type { Writer } from '../../store/append.ts'
import { eraseIn } from '../../store/erase.ts'

/** The entry stays, and the rest of its words: what others were written after must be found. Returns how many rows changed. */
export const erasePlans = (writer: Writer, rest: (value: Json) => Json): Promise<number> =>
  eraseIn(writer, 'plan_entries', (row) => ({
    ...row,
    text: rest(String(row.text)),
    written_by: rest(String(row.written_by)),
  }))
