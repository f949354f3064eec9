/** A plan as it stands in, what programs get of it out. */
import { commentsOn } from '../../../core/plan/beside.ts'
import { linesOf, type PlanLine, said } from '../../../core/plan/plan.ts'
import { COMMENT_TEXT, type PlanSheet } from '../../../core/plan/terms.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'

export function planTwin(read: PlanOnDesk, sheet: PlanSheet): object {
  const line = (one: PlanLine): object => ({
    id: one.id,
    struck: one.struck.length > 0,
    fields: Object.fromEntries(
      [...one.values].map(([field, { text, rivals }]) => [
        field,
        { text, rivals: rivals.map(({ text: other, by, at }) => ({ text: other, by, at })) },
      ]),
    ),
    comments: commentsOn(read.plan, one.id).map((comment) => said(comment, COMMENT_TEXT)),
  })
  const { total, own, asked, open } = read.budget
  return {
    id: read.id,
    parts: [...sheet.keys()].map((part) => ({ part, lines: linesOf(read.plan, part).map(line) })),
    open: read.open,
    // In hundredths of the currency; `open`: lines that nobody priced, so that the sums are at least so much.
    budget: { total, own, asked, open },
  }
}
