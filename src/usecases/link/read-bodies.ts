/** Whoever asks in; bodies and media of their records: which may be one, which are, and which followed which, out. */
import { spellingsOfLabels } from '../../core/sought.ts'
import { type Bodies, bodiesOf } from '../../link/bodies.ts'
import { bodiesInRecords, bodiesRelated, type RelatedBodies } from '../../store/queries/bodies.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

/** `said`: what stands of what people said of two of them. */
export type BodiesView = Bodies & { readonly said: readonly RelatedBodies[] }

export async function readBodies(context: Context): Promise<BodiesView> {
  const rows = (await bodiesInRecords(context.store)).filter((row) => mayRead(context, 'team', targetOf(row)))
  const named = rows.flatMap(({ id, bodies }) => bodies.map((name) => ({ name, records: [id] })))
  const countries = new Set(rows.map((one) => one.country))
  const known = [...context.knowledge.packs.values()]
    .filter((pack) => countries.has(pack.id))
    .flatMap((pack) =>
      [...pack.organisations.values()].map(({ id, name, aliases, follows }) => ({
        id,
        names: [...spellingsOfLabels(name), ...aliases],
        follows: follows ?? null,
      })),
    )
  const said = await bodiesRelated(context.store)
  return {
    ...bodiesOf(named, known, said, context.knowledge.names),
    said: said.filter((one) => one.verdict !== 'none'),
  }
}
