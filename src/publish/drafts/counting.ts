/** What sentences that count are made of. */
import type { Measure } from '../../core/measure.ts'
import type { Material } from '../manuscript/kinds.ts'
import type { Face } from '../views.ts'

export type Counting = Face &
  Pick<Material, 'pack' | 'period' | 'incidents'> & {
    /** Counts of the period with their ranges; none where nothing was counted. */
    readonly measures: readonly Measure[]
  }
