/** An incident that somebody wrote down in, its words as a document and the decision on it out: both, or every fault and neither. */

import type { DecideIncident } from '../../core/decided.ts'
import type { Fault } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import type { ReviewRow, RowFault } from '../../core/review-row.ts'
import { FIELDS, type Field } from '../../core/values.ts'
import { anchorsOf } from '../../review/anchors.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import type { Context } from '../context.ts'
import { decide } from '../decide.ts'
import { type ReportRead, writeReport } from '../import-report.ts'
import { permit } from '../permit.ts'
import { refresh } from '../refresh.ts'
import { type Answers, answered } from '../review/answers.ts'
import { understood } from '../review/foresee.ts'
import { faultsIn, idFor, newRecord } from '../review/save-passage.ts'
import { handView } from './hand-view.ts'
import { readWords, type Told } from './read-words.ts'

export type HandForm = Answers & {
  readonly rows: readonly ReviewRow[]
  readonly disputed: readonly string[]
  readonly told: Told
}
export type SavedByHand =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'faults'; readonly rows: readonly RowFault[]; readonly faults: readonly Fault[] }

export function mayWriteDown(context: Context): void {
  permit(context, 'import')
  permit(context, 'decide', { id: 'new', target: newRecord(context) })
}

export async function saveByHand(context: Context, form: HandForm, language: Language): Promise<SavedByHand> {
  mayWriteDown(context)
  const { report, faults } = await readWords(context, form.told, language)
  const view = await handView(context, form.told.country, report?.document.text ?? form.told.words)
  const line = understood(context, view, form.rows, form.disputed)
  const own = await answered(context, '', form)
  const { text } = view.document
  const decided: DecideIncident = {
    record: 'incident',
    id: idFor(form.told.country, line.lists.date, own.parts.tiers),
    country: form.told.country,
    document: report?.id ?? 'unread',
    ...(text === '' ? { from: '-', to: '-' } : anchorsOf(text, { start: 0, end: text.length })),
    ...line.lists,
    ...disputedOf(form.disputed),
    ...(line.evidence.length > 0 && { evidence: line.evidence }),
    ...own.parts,
    by: context.actor?.handle ?? 'operator',
    at: context.clock.now(),
  }
  const wrong = [...faults, ...own.faults, ...faultsIn(context, decided)]
  if (!report || line.faults.length > 0 || wrong.length > 0)
    return { kind: 'faults', rows: line.faults, faults: wrong }
  await writeBoth(context, report, (inside) => decide(inside, decided))
  await refresh(context, { touched: [decided.id] })
  return { kind: 'saved', id: decided.id }
}

/** Two entries of the log in one transaction: no words without what was decided on them, should either fail. */
export const writeBoth = (
  context: Context,
  report: ReportRead,
  then: (inside: Context) => Promise<void>,
): Promise<void> =>
  inOpenHouse(context.store, async (store) => {
    const inside = { ...context, store }
    await writeReport(inside, report)
    await then(inside)
  })

function disputedOf(typed: readonly string[]): Pick<DecideIncident, 'disputed'> {
  const disputed = typed.filter((one): one is Field => FIELDS.some((field) => field === one))
  return disputed.length > 0 ? { disputed } : {}
}
