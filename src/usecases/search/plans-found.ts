/** Terms in; lines of plans of the own organisation that say them, with what colleagues said beside, out. What was struck off or written over answers no more. */

import { linesOf, oneOf, type Plan, planOf, said } from '../../core/plan/plan.ts'
import { COMMENT, COMMENT_OF, COMMENT_TEXT } from '../../core/plan/terms.ts'
import { answersAll, excerpt } from '../../core/search.ts'
import { keptPlan, plansSought } from '../../store/queries/plans.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo } from '../permit.ts'
import type { Given, Hit } from './search.ts'

/** Plans looked through for one page, and lines shown of one plan before the next. */
const PLANS = 12
const OF_ONE = 6

export async function plansFound(
  context: Context,
  { terms, kind, page, limit }: Given,
): Promise<readonly Hit[]> {
  if (!mayDo(context, 'plan', null)) return []
  const own = { organisation: organisationOf(context) }
  const asked = { terms, limit: PLANS, offset: kind === null ? 0 : page * PLANS }
  const hits: Hit[] = []
  for (const id of await plansSought(context.store, own, asked)) {
    const plan = planOf((await keptPlan(context.store, id, own)).entries)
    const title = said(oneOf(plan, 'front'), 'title') || id
    const answering = textsOf(plan, context).filter(({ text }) => answersAll(text, terms))
    hits.push(
      ...answering.slice(0, OF_ONE).map(
        ({ part, line, text }): Hit => ({
          ...{ kind: 'plan', id: title, page: `plans/${id}/parts/${part}#l-${line}`, language: null },
          ...{ words: excerpt(text, terms), why: [], record: null },
        }),
      ),
    )
  }
  return hits.slice(0, limit)
}

type TextOfPlan = { readonly part: string; readonly line: string; readonly text: string }

/** What stands in the parts of the sheet, both texts where two stand, and comments on lines that are there. */
function textsOf(plan: Plan, { knowledge }: Context): readonly TextOfPlan[] {
  const sheet = knowledge.codebook.plan
  const written = [...sheet.keys()].flatMap((part) =>
    linesOf(plan, part).flatMap(({ id: line, values }) =>
      [...values.values()].flatMap(({ heads }) => heads.map(({ text }) => ({ part, line, text }))),
    ),
  )
  const comments = linesOf(plan, COMMENT).flatMap((one) => {
    const line = said(one, COMMENT_OF)
    const part = plan.lines.get(line)?.part ?? (sheet.get(line)?.isOne ? line : undefined)
    return part === undefined ? [] : [{ part, line, text: said(one, COMMENT_TEXT) }]
  })
  return [...written, ...comments]
}
