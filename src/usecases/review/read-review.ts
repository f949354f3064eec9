/** A document and who asks in, its passages out: which are open, what was said of the others, by whom and why. */
import { refuse } from '../../core/faults.ts'
import { keyOfSpan, type PassageCut, passagesOf, spanOfKey } from '../../core/passages.ts'
import type { Incident } from '../../core/record.ts'
import { overlap, type Span } from '../../core/span.ts'
import { type DeskDocument, deskDocument } from '../../store/queries/desk.ts'
import { newestReading, saidOfPassages, type Told, toldIn } from '../../store/queries/passages.ts'
import { recordRowsById } from '../../store/queries/records.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'

export type ReviewPassage = PassageCut & {
  readonly state: 'open' | 'decided' | 'rejected'
  /** Records it became, as far as whoever asks may read them. */
  readonly records: readonly string[]
}
export type Review = {
  readonly document: DeskDocument
  readonly reading: string
  readonly passages: readonly ReviewPassage[]
}

export async function readText(context: Context, id: string): Promise<DeskDocument> {
  const found = await deskDocument(context.store, id)
  permit(context, 'read', { id, target: found && targetOfDocument(found) })
  if (!found) throw refuse('record.unknown', { id }, id)
  return found
}

export async function readReview(context: Context, id: string): Promise<Review> {
  const document = await readText(context, id)
  const reading = (await newestReading(context.store, id)) ?? ''
  const cuts = passagesOf(
    document.drafts.map((one) => one.span),
    await saidOfPassages(context.store, reading),
  )
  const told = await toldIn(context.store, id)
  const asked = [...told.map((one) => one.record), ...cuts.flatMap((one) => one.said?.incident ?? [])]
  const rows = await recordRowsById(context.store, [...new Set(asked)])
  const readable = new Map(
    rows.filter((row) => mayRead(context, 'team', targetOf(row))).map((row) => [row.id, whyOf(row)]),
  )
  const isMarked = (cut: PassageCut): boolean => spanOfKey(cut.key) !== null
  const marked = new Set(cuts.filter(isMarked).map((cut) => cut.said?.incident ?? ''))
  const proposed = cuts
    .filter((cut) => !isMarked(cut))
    .map((cut) =>
      standing(
        cut,
        told.filter((one) => !marked.has(one.record)),
        readable,
      ),
    )
  const byHand = cuts.filter((cut) => isMarked(cut) && cut.said !== null)
  const listed = [...proposed, ...byHand.map((cut) => standing(cut, [], readable))]
  const reopened = new Set(cuts.filter((cut) => cut.isReopened).map((cut) => cut.key))
  const elsewhere = toldElsewhere(told, listed, readable).filter((one) => !reopened.has(one.key))
  const passages = [...listed, ...elsewhere].sort((a, b) => a.span.start - b.span.start)
  return { document, reading, passages }
}

/** Records told in words that are in no passage of this reading: marked before it, or decided in a file. */
function toldElsewhere(
  told: readonly Told[],
  listed: readonly ReviewPassage[],
  readable: ReadonlyMap<string, string | null>,
): readonly ReviewPassage[] {
  const known = new Set(listed.flatMap((one) => one.records))
  const more = told.filter((one) => readable.has(one.record) && !known.has(one.record))
  const keys = [...new Set(more.map((one) => keyOfSpan(one.span)))]
  return keys.flatMap((key) => {
    const span = spanOfKey(key)
    const records = more.filter((one) => keyOfSpan(one.span) === key).map((one) => one.record)
    return span
      ? [{ key, span, drafts: [], said: null, isReopened: false, cut: null, state: 'decided', records }]
      : []
  })
}

/** What somebody said of it; else what decisions that came in a file tell of the same words. */
function standing(
  cut: PassageCut,
  told: readonly Told[],
  readable: ReadonlyMap<string, string | null>,
): ReviewPassage {
  const may = (ids: readonly string[]): readonly string[] => ids.filter((id) => readable.has(id))
  if (cut.said?.verdict === 'rejected') return { ...cut, state: 'rejected', records: [] }
  if (cut.said?.verdict === 'decided') {
    // That it was decided keeps a colleague from telling it twice; what a sealed record is called is not theirs to know.
    const incident = may([cut.said.incident ?? ''])[0] ?? null
    const said = { ...cut.said, incident, why: incident === null ? null : (readable.get(incident) ?? null) }
    return { ...cut, said, state: 'decided', records: incident === null ? [] : [incident] }
  }
  const records = cut.isReopened
    ? []
    : may(told.filter((one) => isMostly(one.span, cut.span)).map((one) => one.record))
  return { ...cut, state: records.length > 0 ? 'decided' : 'open', records }
}

/** The reason stands with the record, and is read by whoever may read it. */
const whyOf = (row: IncidentRow): string | null =>
  (row.body as unknown as Incident).rulings.find((one) => one.why !== null)?.why ?? null

const lengthOf = (span: Span): number => span.end - span.start
const isMostly = (a: Span, b: Span): boolean =>
  overlap(a, b) * 2 >= Math.min(lengthOf(a), lengthOf(b)) && overlap(a, b) > 0
