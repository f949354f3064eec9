/** What another source says of an incident on record in; its words, its claims and what then stands out: all of it, or every fault. */
import type { RecordSaying, Weighing } from '../../core/decided.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import type { ReviewRow } from '../../core/review-row.ts'
import type { Span } from '../../core/span.ts'
import type { Field } from '../../core/values.ts'
import { anchorsOf } from '../../review/anchors.ts'
import { listsOfFields } from '../../review/lists-of-fields.ts'
import { locate } from '../../review/locate.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { decide } from '../decide.ts'
import type { ReportRead } from '../import-report.ts'
import { permit, targetOf } from '../permit.ts'
import { refresh } from '../refresh.ts'
import { type Foreseeable, understood } from '../review/foresee.ts'
import { readPassage } from '../review/read-passage.ts'
import { readBare } from '../review/read-review.ts'
import { faultsIn } from '../review/save-passage.ts'
import { handView } from './hand-view.ts'
import { readWords, type Told } from './read-words.ts'
import { type SavedByHand, writeBoth } from './save-by-hand.ts'

export type SourceForm = {
  readonly rows: readonly ReviewRow[]
  readonly told: Told
  /** Or words of a document that is here: its id, the first and the last of them. */
  readonly document: string
  readonly from: string
  readonly to: string
  readonly weighed: readonly { readonly field: Field; readonly how: Weighing }[]
  readonly why: string
  readonly seen: number
}
export type Origin = {
  readonly view: Foreseeable
  readonly report: ReportRead | null
  readonly faults: readonly Fault[]
}

/** Signs of each end of a passage by which its words are named. */
const END = 400

/** A passage that waits for review as what another source says: its words by their beginning and end, its proposed values, none of them the kind. */
export async function passageAsSource(
  context: Context,
  document: string,
  key: string,
  language: Language,
): Promise<{
  readonly chosen: Pick<SourceForm, 'document' | 'from' | 'to'>
  readonly rows: readonly ReviewRow[]
}> {
  const view = await readPassage(context, document, key, language)
  const { start, end } = view.passage.span
  const words = view.document.text.slice(start, end)
  return {
    chosen: { document, from: words.slice(0, END).trim(), to: words.slice(-END).trim() },
    rows: view.rows.filter((one) => one.field !== 'kind').map((one) => ({ ...one, origin: '' })),
  }
}

/** Either words that were typed, or words of a document; said of both, nobody knows which is meant. */
export async function originOf(
  context: Context,
  row: IncidentRow,
  form: Pick<SourceForm, 'told' | 'document' | 'from' | 'to'>,
  language: Language,
): Promise<Origin> {
  const { told, document, from, to } = form
  if (document === '') {
    const { report, faults } = await readWords(context, { ...told, country: row.country }, language)
    const view = await handView(context, row.country, report?.document.text ?? told.words, row.id)
    return { view, report, faults }
  }
  const { id, text } = await readBare(context, document)
  const span: Span | null = locate(text, from, to)
  const empty = await handView(context, row.country, text, row.id)
  const view = { ...empty, document: { id, country: row.country, text } }
  if (told.words !== '') return { view, report: null, faults: [{ code: 'hand.origin', params: {} }] }
  return span
    ? { view: { ...view, passage: { span }, shown: span }, report: null, faults: [] }
    : { view, report: null, faults: [{ code: 'passage.not-found', params: { words: `${from} … ${to}` } }] }
}

export async function addSource(
  context: Context,
  row: IncidentRow,
  form: SourceForm,
  language: Language,
): Promise<SavedByHand> {
  permit(context, 'decide', { id: row.id, target: targetOf(row) })
  if (form.document === '') permit(context, 'import')
  const { view, report, faults } = await originOf(context, row, form, language)
  const { lists, kept, evidence, faults: rows } = understood(context, view, form.rows)
  const fields = new Set(kept.map((one) => one.field))
  const weighed = form.weighed.filter((one) => fields.has(one.field))
  const { text } = view.document
  const said: RecordSaying = {
    record: 'saying',
    id: row.id,
    document: report?.id ?? (form.document || 'unread'),
    ...(text.trim() === '' ? { from: '-', to: '-' } : anchorsOf(text, view.passage.span)),
    says: listsOfFields(lists, fields),
    ...(evidence.length > 0 && { evidence }),
    ...(weighed.length > 0 && { weighed }),
    ...(form.why !== '' && { why: form.why }),
    by: context.actor?.handle ?? 'operator',
    at: context.clock.now(),
    seen: form.seen,
  }
  const wrong = [...faults, ...ownFaults(form, weighed, kept.length + rows.length)]
  const checked = kept.length === 0 ? [] : faultsIn(context, said)
  if (rows.length + wrong.length + checked.length > 0)
    return { kind: 'faults', rows, faults: [...wrong, ...checked] }
  try {
    if (report) await writeBoth(context, report, (inside) => decide(inside, said))
    else await decide(context, said)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'review.between')
      return { kind: 'faults', rows: [], faults: error.faults }
    throw error
  }
  await refresh(context, { touched: [row.id] })
  return { kind: 'saved', id: row.id }
}

function ownFaults(
  { why }: Pick<SourceForm, 'why'>,
  weighed: SourceForm['weighed'],
  said: number,
): readonly Fault[] {
  const needsReason = weighed.some(({ how }) => how === 'disputed' || how === 'prefer')
  return [
    ...(said === 0 ? [{ code: 'hand.nothing', params: {} } as const] : []),
    ...(needsReason && why === '' ? [{ code: 'review.reason', params: {}, where: 'why' } as const] : []),
  ]
}
