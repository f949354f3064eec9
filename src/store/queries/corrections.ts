/** Moves in, the corrections of each incident out, in their order: those that are shown by now. */
import type { Correction } from '../../core/withholding/project.ts'
import type { Store } from '../connect.ts'

export async function loadCorrections(
  store: Pick<Store, 'selectFrom'>,
  upTo: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const rows = await store
    .selectFrom('moves')
    .select(['record', 'event', 'at', 'why'])
    .where('move', '=', 'correct')
    .orderBy('event')
    .execute()
  const found = new Map<string, Correction[]>()
  for (const { record, event, at, why } of rows)
    if (event <= (upTo.get(record) ?? Number.POSITIVE_INFINITY))
      found.set(record, [...(found.get(record) ?? []), { at, why }])
  return found
}
