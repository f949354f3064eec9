/** The clock in; texts whose embargo has ended put before readers, with everything that is withheld by then, out. */
import { allMoves } from '../../store/queries/written-texts.ts'
import { type Context, earliestNow } from '../context.ts'
import { refresh } from '../refresh.ts'
import { outByNow, shownIssues } from './released.ts'

/** True when one was let out. Looked for by what readers have, not by when anybody looked last: a process may have slept. */
export async function letOut(context: Context): Promise<boolean> {
  const moves = await allMoves(context.house)
  if (!moves.some((one) => one.until !== null)) return false
  const [now, all] = [earliestNow(context), await shownIssues(context.house)]
  const isDue = [...Map.groupBy(moves, (one) => one.publication)].some(([id, own]) => {
    const shown = all.get(id) ?? 0
    return outByNow(own, { now, shown }).length > shown
  })
  if (isDue) await refresh(context, { touched: [] })
  return isDue
}
