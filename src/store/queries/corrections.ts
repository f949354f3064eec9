/** Moves in, the publications, corrections and withdrawals of each incident out, in their order: those that are shown by now. */
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
/** `event`: the entry of the log up to which readers saw the record from then on. */
export type Published = {
  readonly event: number
  readonly at: string
  readonly why: string | null
  readonly move: 'publish' | 'correct' | 'withdraw'
  /** True: readers may see the values as they were. */
  readonly tellsOld: boolean
}

/** `publish` happens once to a record; whatever is published after it is a correction. */
export async function loadPublications(
  store: Reader,
  upTo: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly Published[]>> {
  const rows = await store
    .selectFrom('moves')
    .select(['record', 'event', 'move', 'at', 'why', 'tells_old'])
    .where('move', 'in', ['publish', 'correct', 'withdraw'])
    .orderBy('event')
    .execute()
  const found = new Map<string, Published[]>()
  for (const { record, event, move, at, why, tells_old } of rows) {
    if (event > (upTo.get(record) ?? Number.POSITIVE_INFINITY)) continue
    const one = { event, at, why, move: move as Published['move'], tellsOld: tells_old === true }
    const known = found.get(record)
    if (known) known.push(one)
    else found.set(record, [one])
  }
  return found
}
