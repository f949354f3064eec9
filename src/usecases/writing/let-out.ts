/** The clock in; texts whose embargo has ended put before readers, with everything that is withheld by then, out. */
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { publicPublications } from '../../store/queries/public-publications.ts'
import { allMoves } from '../../store/queries/written-texts.ts'
import type { Context } from '../context.ts'
import { refresh } from '../refresh.ts'
import { outByNow } from './released.ts'

/** True when one was let out. Looked for by what readers have, not by when anybody looked last: a process may have slept. */
export async function letOut(context: Context): Promise<boolean> {
  const moves = await allMoves(context.house)
  if (!moves.some((one) => one.until !== null)) return false
  const now = context.clock.now()
  const shown = new Map(
    (await publicPublications<PublicationBody>(context.house)).map((one) => [
      one.id,
      one.corrections.length + 1,
    ]),
  )
  const isDue = [...Map.groupBy(moves, (one) => one.publication)].some(
    ([id, own]) => outByNow(own, now).length > (shown.get(id) ?? 0),
  )
  if (isDue) await refresh(context, { touched: [] })
  return isDue
}
