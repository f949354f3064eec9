/** A document and who asks in, its passages out: which are open, what was said of the others, by whom and why. */
import type { Claim } from '../../core/claim.ts'
import { refuse } from '../../core/faults.ts'
import { keyOfSpan, type PassageCut, passagesOf, spanOfKey } from '../../core/passages.ts'
import type { FoundDoubt } from '../../core/review-rules.ts'
import { isMostly, likeness, nearby, overlap, type Span } from '../../core/span.ts'
import { inQueue } from '../../review/queue.ts'
import { type DeskDocument, type DeskText, deskDocument, deskText } from '../../store/queries/desk.ts'
import { saidOfReadings, type Told, toldInAll } from '../../store/queries/passages.ts'
import { recordWhys } from '../../store/queries/records.ts'
import { claimsOfDrafts } from '../../store/queries/waiting.ts'
import type { Context } from '../context.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'
import { doubtsOfPassages } from './doubts-of-passages.ts'

export type ReviewPassage = PassageCut & {
  readonly state: 'open' | 'decided' | 'rejected'
  /** Records it became, as far as whoever asks may read them. */
  readonly records: readonly string[]
  /** Why it needs a person; nothing for one that is decided. */
  readonly doubts: readonly FoundDoubt[]
}
export type Review = {
  readonly document: DeskText
  readonly reading: string
  readonly passages: readonly ReviewPassage[]
  /** Keys of the open ones, those that need a person most first. */
  readonly queue: readonly string[]
}

const permitted = <T extends DeskText | DeskDocument>(context: Context, id: string, found: T | null): T => {
  permit(context, 'read', { id, target: found && targetOfDocument(found) })
  if (!found) throw refuse('record.unknown', { id }, id)
  return found
}

/** With every claim of every draft. */
export const readText = async (context: Context, id: string): Promise<DeskDocument> =>
  permitted(context, id, await deskDocument(context.store, id))

/** Without the claims. */
export const readBare = async (context: Context, id: string): Promise<DeskText> =>
  permitted(context, id, await deskText(context.store, id))

export async function readReview(context: Context, id: string): Promise<Review> {
  const document = await readBare(context, id)
  const { reading } = document
  const spans = document.drafts.map((one) => one.span)
  const standing = (await standingPassages(context, [{ document: id, reading, spans }])).get(id) ?? []
  const doubts = await doubtsOfPassages(context, document, standing)
  const passages = standing.map((one): ReviewPassage => ({ ...one, doubts: doubts.get(one.key) ?? [] }))
  const open = passages.filter((one) => one.state === 'open')
  return {
    document,
    reading,
    passages,
    queue: inQueue(open, context.knowledge.codebook.review.queue).map((one) => one.key),
  }
}

/** What rules read in some passages of a text, by their keys. */
export async function claimsOfPassages(
  { store }: Pick<Context, 'store'>,
  { reading }: Pick<DeskText, 'reading'>,
  passages: readonly Pick<PassageCut, 'key' | 'drafts' | 'span'>[],
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const numbers = [...new Set(passages.flatMap((one) => one.drafts))]
  const found = await claimsOfDrafts(store, reading, numbers)
  return new Map(passages.map((one) => [one.key, claimsOf((draft) => found.get(draft) ?? [], one)]))
}

/** What rules proposed of one document, before anybody said anything. */
export type Proposed = {
  readonly document: string
  readonly reading: string
  readonly spans: readonly Span[]
}
export type StandingPassage = Omit<ReviewPassage, 'doubts'>

/** Of many documents with as few questions to the store as of one. */
export async function standingPassages(
  context: Context,
  proposed: readonly Proposed[],
): Promise<ReadonlyMap<string, readonly StandingPassage[]>> {
  const { store } = context
  const said = await saidOfReadings(
    store,
    proposed.map((one) => one.reading),
  )
  const told = await toldInAll(
    store,
    proposed.map((one) => one.document),
  )
  const cuts = proposed.map((one) => passagesOf(one.spans, said.get(one.reading) ?? []))
  const asked = [
    ...[...told.values()].flat().map((one) => one.record),
    ...cuts.flat().flatMap((one) => one.said?.incident ?? []),
  ]
  const readable = new Map(
    (await recordWhys(store, [...new Set(asked)]))
      .filter((row) => mayRead(context, 'team', targetOf(row)))
      .map((row) => [row.id, row.why]),
  )
  return new Map(
    proposed.map(({ document }, index) => [
      document,
      listed(cuts[index] ?? [], told.get(document) ?? [], readable),
    ]),
  )
}

/** In the order of the text: what rules proposed, what somebody marked, and what is told in other words of it. */
function listed(
  cuts: readonly PassageCut[],
  told: readonly Told[],
  readable: ReadonlyMap<string, string | null>,
): readonly StandingPassage[] {
  const isMarked = (cut: PassageCut): boolean => spanOfKey(cut.key) !== null
  const marked = new Set(cuts.filter(isMarked).map((cut) => cut.said?.incident ?? ''))
  const others = told.filter((one) => !marked.has(one.record))
  const all = cuts.filter((cut) => !isMarked(cut))
  const [toldNear, cutsNear] = [nearby(others), nearby(all)]
  const proposed = all.map((cut) =>
    standing(
      cut,
      toldNear(cut.span).filter((one) => isOf(one, cut, cutsNear(one.span))),
      readable,
    ),
  )
  const byHand = cuts.filter((cut) => isMarked(cut) && cut.said !== null)
  const here = [...proposed, ...byHand.map((cut) => standing(cut, [], readable))]
  const reopened = new Set(cuts.filter((cut) => cut.isReopened).map((cut) => cut.key))
  const elsewhere = toldElsewhere(told, here, readable).filter((one) => !reopened.has(one.key))
  return [...here, ...elsewhere].sort((a, b) => a.span.start - b.span.start)
}

/** Records told in words that are in no passage of this reading: marked before it, or decided in a file. */
function toldElsewhere(
  told: readonly Told[],
  listed: readonly StandingPassage[],
  readable: ReadonlyMap<string, string | null>,
): readonly StandingPassage[] {
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

/** Told in the same words. What is told inside another passage, or around it, is an incident of its own: the passage that is more like the words is meant. */
const isOf = (
  { span }: Told,
  { span: own }: Pick<PassageCut, 'span'>,
  all: readonly Pick<PassageCut, 'span'>[],
): boolean =>
  isMostly(span, own) &&
  !all.some((one) => overlap(one.span, own) > 0 && likeness(one.span, span) > likeness(own, span))

/** What somebody said of it; else what decisions that came in a file tell of the same words. */
function standing(
  cut: PassageCut,
  told: readonly Told[],
  readable: ReadonlyMap<string, string | null>,
): StandingPassage {
  const may = (ids: readonly string[]): readonly string[] => ids.filter((id) => readable.has(id))
  if (cut.said?.verdict === 'rejected') return { ...cut, state: 'rejected', records: [] }
  if (cut.said?.verdict === 'decided') {
    // That it was decided keeps a colleague from telling it twice; what a sealed record is called is not theirs to know.
    const incident = may([cut.said.incident ?? ''])[0] ?? null
    const said = { ...cut.said, incident, why: incident === null ? null : (readable.get(incident) ?? null) }
    return { ...cut, said, state: 'decided', records: incident === null ? [] : [incident] }
  }
  const records = cut.isReopened ? [] : may(told.map((one) => one.record))
  return { ...cut, state: records.length > 0 ? 'decided' : 'open', records }
}

/** What rules read in the drafts it is made of, as far as their words lie in it or govern it from outside. */
export const claimsOf = (
  ofDraft: (draft: number) => readonly Claim[],
  { drafts, span }: Pick<PassageCut, 'drafts' | 'span'>,
): readonly Claim[] =>
  drafts.flatMap((index) =>
    ofDraft(index).filter(
      (claim) => claim.span === null || claim.basis === 'carried' || overlap(claim.span, span) > 0,
    ),
  )
