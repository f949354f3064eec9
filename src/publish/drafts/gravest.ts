/** The incidents of a time in, those whose outcome is gravest out: what a release names. */
import type { PublicIncident } from '../../core/public-record.ts'
import { patchOf } from '../quilt/patch.ts'
import type { Counting } from './counting.ts'
import { singles } from './lead.ts'

const MOST = 10

/** The graver first, then the one that struck more people, then by id. */
export function gravestOf({ incidents, codebook }: Counting): readonly PublicIncident[] {
  const weigh = (one: PublicIncident): readonly [number, number] => {
    const { gravity, persons } = patchOf(one, codebook)
    return [typeof gravity === 'number' ? gravity : -1, persons ?? 0]
  }
  return singles(incidents)
    .map((one) => ({ one, weight: weigh(one) }))
    .filter(({ weight }) => weight[0] >= 0)
    .sort(
      (a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1] || a.one.id.localeCompare(b.one.id),
    )
    .slice(0, MOST)
    .map(({ one }) => one)
}
