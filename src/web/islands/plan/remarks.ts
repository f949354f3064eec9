/** What tables say of a line, shown beside it with the way to say more and to be done with it; nothing that somebody typed there is lost on leaving. */
import { commentsOn, entriesOfComment } from '../../../core/plan/beside.ts'
import type { PlanEntry } from '../../../core/plan/entry.ts'
import type { Plan, PlanLine } from '../../../core/plan/plan.ts'
import { planOf } from '../../../core/plan/plan.ts'
import { COMMENT, COMMENT_TEXT } from '../../../core/plan/terms.ts'
import { strikeOf } from '../../../core/plan/write.ts'
import { at, said } from '../installed/said.ts'
import { button, byTable, made, minuteNow, onTheWall } from './page.ts'
import { keepEntries, type Table } from './table.ts'

/** `done`: somebody is done with a comment. */
export type Done = (comment: string) => void

/** A line that has no words yet has nothing that could be spoken of. */
export function showRemarks(
  element: HTMLElement,
  plan: Plan,
  line: string,
  isThere: boolean,
  done: Done,
): void {
  const place = at<HTMLDetailsElement>('.remarks', element)
  if (!place) return
  place.hidden = !isThere
  const all = commentsOn(plan, line)
  const now = all.flatMap((one) => [...one.values.values()].map(({ entry }) => entry.id)).join(' ')
  if (place.dataset.now === now) return
  place.dataset.now = now
  const summary = at('summary', place)
  if (summary) summary.textContent = said('comments', { n: all.length })
  at('ul', place)?.replaceChildren(...all.flatMap((one) => remark(one, done) ?? []))
}

function remark(line: PlanLine, done: Done): HTMLElement | null {
  const entry = line.values.get(COMMENT_TEXT)?.entry
  if (!entry) return null
  const item = made('li')
  item.append(
    made('span', saidBy(entry), 'meta'),
    made('span', entry.text, 'text'),
    button(said('comment.done'), () => done(line.id)),
  )
  return item
}

export const saidBy = ({ by, at: then }: Pick<PlanEntry, 'by' | 'at'>): string =>
  said('rival', { by: byTable(by), at: onTheWall(then) })

const written = ({ plan, by }: Table) => ({ plan, by, at: minuteNow(), newId: () => crypto.randomUUID() })

/** Null: nothing was typed. */
export function sayRemark(table: Table, field: HTMLTextAreaElement): Promise<void> | null {
  const of = field.closest<HTMLElement>('.line')?.dataset.line
  const text = field.value.trim()
  if (of === undefined || text === '') return null
  field.value = ''
  return keepEntries(table, entriesOfComment(table.entries, written(table), of, text))
}

/** What was typed and not said yet, when the page is left: it is said. */
export function sayAll(table: Table): void {
  for (const one of document.querySelectorAll<HTMLTextAreaElement>('.remark')) sayRemark(table, one)
}

export function strikeRemark(table: Table, comment: string): Promise<void> | null {
  const strike = strikeOf(planOf(table.entries), { ...written(table), line: comment, part: COMMENT })
  return strike && keepEntries(table, [strike])
}
