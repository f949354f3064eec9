/** What a second reader typed in; their coding recorded beside the first, or every fault, out. */
import type { SecondReading } from '../../core/decided.ts'
import type { Fault } from '../../core/faults.ts'
import type { ReviewRow, RowFault } from '../../core/review-row.ts'
import { anchorsOf } from '../../review/anchors.ts'
import type { Context } from '../context.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { understood } from '../review/foresee.ts'
import type { PassageView } from '../review/read-passage.ts'
import { faultsIn } from '../review/save-passage.ts'

export type SavedSecond =
  | { readonly kind: 'saved' }
  | { readonly kind: 'faults'; readonly rows: readonly RowFault[]; readonly faults: readonly Fault[] }

/** `view` was read for this person, who may therefore verify the record and did not code it. */
export async function saveSecond(
  context: Context,
  record: string,
  view: PassageView,
  rows: readonly ReviewRow[],
): Promise<SavedSecond> {
  const { lists, faults } = understood(context, view, rows)
  const { document, passage } = view
  const line: SecondReading = {
    ...{ record: 'second', id: record, country: document.country, document: document.id },
    ...{ ...anchorsOf(document.text, passage.span), ...lists },
    ...{ by: context.actor?.handle ?? 'operator', at: context.clock.now() },
  }
  const wrong = faultsIn(context, line)
  if (faults.length + wrong.length > 0) return { kind: 'faults', rows: faults, faults: wrong }
  await replayDecisions(context, [line])
  return { kind: 'saved' }
}
