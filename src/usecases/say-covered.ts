/** A total and a single incident in, whether the total counts it too; one row of the decisions out. Nothing is added to anything. */
import type { SayCovered } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { heldOf } from '../core/record.ts'
import { instant, record } from '../store/append.ts'
import { coverFieldOf } from '../store/queries/covers.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { type Context, happeningOf } from './context.ts'
import { refuseUnseen } from './decide-draft.ts'

/** A decision on the total, whose page waits for its own clearance. Refuses with `record.unknown` or `cover.kind`. */
export async function sayCovered(context: Context, said: SayCovered): Promise<void> {
  const { id, with: incident, covers, by, at, why } = said
  await record(context.store, happeningOf(context, said), async (writer) => {
    await refuseUnseen(writer, id, id, said.seen)
    const both = await loadIncidents(writer.trx, [id, incident])
    const isTotal = (asked: string): boolean => {
      const one = both.find((other) => other.id === asked)
      if (!one) throw refuse('record.unknown', { id: asked }, asked)
      return heldOf(one, 'kind')[0]?.value === 'aggregate'
    }
    const [isOne, isOther] = [isTotal(id), isTotal(incident)]
    if (covers && (!isOne || isOther)) throw refuse('cover.kind', { id, incident }, id)
    await writer.append('decisions', [
      {
        ...{ record_kind: 'incident', record: id, field: coverFieldOf(incident), verdict: 'stands' },
        ...{ held: [{ value: covers, claims: [], person: null }], by, at: instant(at), why: why ?? null },
      },
    ])
  })
}
