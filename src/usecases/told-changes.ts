/** Records as readers see them in; what each correction changed, where whoever published it said that the former values may be seen, out. */
import type { Pack } from '../core/pack.ts'
import type { Incident } from '../core/record.ts'
import { changesBetween } from '../core/withholding/changes.ts'
import { project } from '../core/withholding/project.ts'
import type { Store } from '../store/connect.ts'
import { loadPublications } from '../store/queries/corrections.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import type { Context } from './context.ts'
import { type ToldChanges, withholdingFor } from './withholding-for.ts'

type Reader = Pick<Store, 'selectFrom'>

/**
 * Both versions are read as they stood and withheld by the rules of today: a name, a field or a record that is held back now is
 * held back in what was before too. Records that are shown as one event with others tell nothing of it: what one of them held
 * back then, another may have said.
 */
export async function toldChanges(
  context: Context,
  store: Reader,
  open: readonly Incident[],
  upTo: ReadonlyMap<string, number>,
  round: readonly string[],
): Promise<ToldChanges> {
  const alone = new Map(open.filter((one) => one.together === undefined).map((one) => [one.id, one]))
  const published = await loadPublications(store, upTo)
  const steps = [...published].flatMap(([id, all]) =>
    all.flatMap(({ tellsOld, event }, at) => {
      const before = all[at - 1]
      // What was taken off in between was taken off for a reason: nothing of it comes back.
      const isWhole = before !== undefined && before.move !== 'withdraw'
      return tellsOld && isWhole && alone.has(id) ? [{ id, from: before.event, to: event }] : []
    }),
  )
  const changes = new Map<string, ReturnType<typeof changesBetween>>()
  for (const { id, from, to } of steps) {
    const [before] = await loadIncidents(store, [id], new Map([[id, from]]))
    const [after] = await loadIncidents(store, [id], new Map([[id, to]]))
    const pack = context.knowledge.packs.get(before?.country ?? '')
    if (!before || !after || !pack) continue
    const [was, is] = [
      await readersSaw(context, store, before, pack, upTo, round),
      await readersSaw(context, store, after, pack, upTo, round),
    ]
    if (was && is) changes.set(`${id} ${to}`, changesBetween(was, is))
  }
  return changes
}

async function readersSaw(
  context: Context,
  store: Reader,
  version: Incident,
  pack: Pack,
  upTo: ReadonlyMap<string, number>,
  round: readonly string[],
) {
  const givenFor = await withholdingFor(context, store, [version], upTo, 'public', round)
  return project(version, givenFor(pack))
}
