/** Who asks in; the newest reports with passages that wait, and of these the passages that need a person most, out. */
import type { FoundDoubt } from '../../core/review-rules.ts'
import type { Span } from '../../core/span.ts'
import { doubtsOf } from '../../review/doubts.ts'
import { inQueue } from '../../review/queue.ts'
import { claimsOfDrafts, newestTexts, type OpenText } from '../../store/queries/waiting.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo } from '../permit.ts'
import { claimsOf, type StandingPassage, standingPassages } from '../review/read-review.ts'

/** The newest so many reports are looked at; the others stand in the list of reports. */
const REPORTS = 10
/** So many open passages are read for doubts, the newest reports first; and so many are shown. */
const READ = 150
const SHOWN = 12

export type ReportWaiting = {
  readonly document: string
  readonly title: string
  readonly language: string
  readonly open: number
  readonly all: number
}
export type PassageWaiting = {
  readonly document: string
  readonly key: string
  readonly language: string
  /** Its first words. */
  readonly words: string
  readonly doubts: readonly FoundDoubt[]
}
export type PassagesWaiting = {
  readonly reports: readonly ReportWaiting[]
  readonly first: readonly PassageWaiting[]
}

export async function passagesWaiting(context: Context): Promise<PassagesWaiting> {
  if (!mayDo(context, 'import', null)) return { reports: [], first: [] }
  const texts = await newestTexts(context.store, organisationOf(context), REPORTS)
  const standing = await standingPassages(context, texts)
  const open = texts.flatMap((text) => {
    const passages = standing.get(text.document) ?? []
    const waiting = passages.filter((one) => one.state === 'open')
    return waiting.length > 0 ? [{ text, waiting, all: passages.length }] : []
  })
  const read = open.flatMap(({ text, waiting }) => waiting.map((one) => ({ text, one }))).slice(0, READ)
  return {
    reports: open.map(({ text: { document, title, language }, waiting, all }) => ({
      ...{ document, title, language, all },
      open: waiting.length,
    })),
    first: (await doubted(context, read)).slice(0, SHOWN),
  }
}

type Read = { readonly text: OpenText; readonly one: StandingPassage }

async function doubted(context: Context, read: readonly Read[]): Promise<readonly PassageWaiting[]> {
  const { packs, codebook, names } = context.knowledge
  const rules = codebook.review.queue
  const found: PassageWaiting[] = []
  for (const text of new Set(read.map((each) => each.text))) {
    const own = read.flatMap((each) => (each.text === text ? [each.one] : []))
    const numbers = [...new Set(own.flatMap((one) => one.drafts))]
    const claims = await claimsOfDrafts(context.store, text.reading, numbers)
    const data = { pack: packs.get(text.country) ?? null, names }
    for (const one of own) {
      const doubts = doubtsOf(
        claimsOf((draft) => claims.get(draft) ?? [], one),
        rules,
        data,
      )
      const { document, language } = text
      found.push({ document, key: one.key, language, words: beginning(text.text, one.span), doubts })
    }
  }
  return inQueue(found, rules)
}

const BEGINNING = 140

const beginning = (text: string, { start, end }: Span): string => {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING)}…` : words
}
