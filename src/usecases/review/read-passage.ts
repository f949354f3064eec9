/** One passage of a document in, everything that its reviewer has before them out: words around it, proposed values as rows, who is on record. */
import type { Claim } from '../../core/claim.ts'
import type { Codebook } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { spanOfKey } from '../../core/passages.ts'
import type { Incident } from '../../core/record.ts'
import type { ReviewRow } from '../../core/review-row.ts'
import type { Order } from '../../core/review-rules.ts'
import { sentencesIn, withSentences } from '../../core/sentences.ts'
import type { Span } from '../../core/span.ts'
import { FIELDS, type Field, SINGLE_FIELDS, type Values } from '../../core/values.ts'
import type { LikelyRecord } from '../../link/likely-records.ts'
import { nextIn } from '../../review/queue.ts'
import { rowOfValue } from '../../review/row-of-value.ts'
import { type PersonKnown, personsKnown } from '../../store/queries/persons.ts'
import type { Question } from '../../store/queries/questions.ts'
import { recordRow } from '../../store/queries/records.ts'
import { mattersOf, questionsAbout } from '../colleagues/matters.ts'
import { type Context, organisationOf, packOf } from '../context.ts'
import { newestOn } from '../decide-draft.ts'
import { type Met, namesMet } from '../link/names-met.ts'
import { recordsLike } from '../link/records-like.ts'
import { mayDo, targetOf } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'
import { claimsOfPassages, type Review, type ReviewPassage, readReview } from './read-review.ts'

export type Proposed = { readonly claim: Claim; readonly row: ReviewRow; readonly value: Values[Field] }
export type PassageView = Review & {
  readonly passage: ReviewPassage
  readonly pack: Pack
  /** `<reading>#<key>`. */
  readonly draft: string
  /** The passage with the sentences around it. */
  readonly shown: Span
  readonly proposed: ReadonlyMap<string, Proposed>
  readonly rows: readonly ReviewRow[]
  /** The record that a new decision would change; null: it makes one. */
  readonly record: string | null
  /** False: it was decided, and whoever asks may not change that. */
  readonly mayDecide: boolean
  readonly disputed: readonly Field[]
  readonly seen: number
  readonly people: readonly PersonKnown[]
  readonly previous: string | null
  readonly next: string | null
  readonly nextOpen: string | null
  readonly order: Order
  readonly questions: readonly Question[]
  readonly mayAsk: boolean
  /** Where a second passage may begin. */
  readonly begins: readonly Span[]
  /** Of one that nobody decided on: records that may tell the same event. */
  readonly perhaps: readonly LikelyRecord[]
  /** Of one that nobody decided on: its names, with the people and other records that bear them. */
  readonly met: readonly Met[]
}

/** Sentences shown before and after a passage. */
export const AROUND = 2

export async function readPassage(
  context: Context,
  id: string,
  key: string,
  language: Language,
  order: Order = 'doubt',
): Promise<PassageView> {
  const review = await readReview(context, id)
  const passage = review.passages.find((one) => one.key === key) ?? marked(review, key)
  if (!passage) throw refuse('record.unknown', { id: `${id}/${key}` }, id)
  const { document, passages } = review
  const draft = `${review.reading}#${key}`
  const one = passage.records.length === 1 ? (passage.records[0] ?? null) : null
  const row = one === null ? null : await recordRow(context.store, one)
  const standing = row && (row.body as unknown as Incident)
  const { codebook } = context.knowledge
  const claims = (await claimsOfPassages(context, document, [passage])).get(passage.key) ?? []
  const shownAs = (claim: Claim): Proposed => proposedAs(claim, document.text, codebook, language)
  const held = standing ? standing.rulings.flatMap((ruling) => ruling.values) : []
  const standingRows = held.flatMap((value): readonly Proposed[] => {
    const here = value.claims.find((one) => one.document === document.id)
    // Words of another source stand in another text: here they would mark what does not say it.
    const elsewhere = value.claims[0] && { ...value.claims[0], span: null }
    const claim = here ?? elsewhere
    if (!claim) return []
    const proposal = shownAs(claim)
    const own = { ...proposal.row, ...rowOfValue(value, codebook, language), words: proposal.row.words }
    return [{ claim, value: value.value, row: { ...own, origin: claim.id, person: value.person ?? '' } }]
  })
  const used = new Set(held.flatMap((value) => value.claims.map((claim) => claim.id)))
  const rest = claims.filter((claim) => !used.has(claim.id)).map(shownAs)
  const all = [
    ...standingRows,
    ...rest.map((each) => (standing ? { ...each, row: { ...each.row, keep: false } } : each)),
  ]
  const isOpen = passage.state === 'open'
  const perhaps = isOpen ? ((await recordsLike(context, [claims]))[0] ?? []) : []
  return {
    ...review,
    passage,
    pack: packOf(context.knowledge, document.country),
    draft,
    shown: withSentences(document.text, passage.span, AROUND),
    proposed: new Map(all.map((each) => [each.claim.id, each])),
    rows: inOrder(all.map((each) => each.row)),
    record: row?.id ?? null,
    mayDecide: row ? mayDo(context, 'decide', targetOf(row)) : passage.state === 'open',
    disputed:
      standing?.rulings.filter((ruling) => ruling.verdict === 'disputed').map((ruling) => ruling.field) ?? [],
    seen: await newestOn(context.store, draft, row?.id ?? null),
    people: mayDo(context, 'people', null) ? await personsKnown(context.store, organisationOf(context)) : [],
    previous: passages.findLast((one) => isBefore(one, passage))?.key ?? null,
    next: passages.find((one) => isBefore(passage, one))?.key ?? null,
    nextOpen: nextOpen(review, key, order),
    order,
    questions: await questionsAbout(context, draft),
    // What became a record that they may not read is, with its questions, no longer theirs.
    mayAsk:
      mayDo(context, 'ask', targetOfDocument(document)) && (await mattersOf(context, [{ draft }])).has(draft),
    begins: sentencesIn(document.text, passage.span).slice(1),
    perhaps,
    met: isOpen ? without(await namesMet(context, namesIn(claims)), perhaps) : [],
  }
}

const namesIn = (claims: readonly Claim[]): readonly string[] => [
  ...new Set(claims.flatMap((one) => (one.field === 'person' ? [one.value.name] : []))),
]

/** Records that perhaps tell the same event are told above, with more. */
const without = (met: readonly Met[], perhaps: readonly LikelyRecord[]): readonly Met[] =>
  met.map((one) => ({
    ...one,
    records: one.records.filter(({ record }) => !perhaps.some(({ id }) => id === record)),
  }))

/** A claim as the row of a form that shows it. */
export const proposedAs = (claim: Claim, text: string, codebook: Codebook, language: Language): Proposed => ({
  claim,
  value: claim.value,
  row: {
    ...rowOfValue(claim, codebook, language),
    origin: claim.id,
    words: claim.span ? text.slice(claim.span.start, claim.span.end) : '',
  },
})

const isBefore = (a: ReviewPassage, b: ReviewPassage): boolean =>
  a.span.start < b.span.start || (a.span.start === b.span.start && a.span.end < b.span.end)

/** Words of the text that nobody has decided on and no rule proposed: a passage as soon as somebody asks for it. */
function marked({ document, passages }: Review, key: string): ReviewPassage | null {
  const span = spanOfKey(key)
  if (!span || span.end > document.text.length || document.text.slice(span.start, span.end).trim() === '')
    return null
  const isReopened = passages.some((one) => one.key === key && one.isReopened)
  return { key, span, drafts: [], said: null, isReopened, cut: null, state: 'open', records: [], doubts: [] }
}

/** Grouped by field. Of a field that holds one value the first proposal is kept, the others wait unticked. */
export const inOrder = (rows: readonly ReviewRow[]): readonly ReviewRow[] =>
  FIELDS.flatMap((field) =>
    rows
      .filter((row) => row.field === field)
      .map((row, index) => (index > 0 && SINGLE_FIELDS.has(field) ? { ...row, keep: false } : row)),
  )

/** The next one that nobody decided: as the queue goes, or as the text goes. */
export function nextOpen(
  { passages, queue }: Pick<Review, 'passages' | 'queue'>,
  key: string,
  order: Order,
): string | null {
  if (order === 'doubt') return nextIn(queue, key)
  const keys = passages.filter((one) => one.state === 'open' || one.key === key).map((one) => one.key)
  return nextIn(keys, key)
}
