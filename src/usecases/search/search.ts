/** Who asks, words and filters in; records, passages, reports, people, questions and plans that answer, as far as they may read them, out. */

import { mayAtAll } from '../../core/policy.ts'
import { type Marked, type Term, termsIn } from '../../core/search.ts'
import type { Context } from '../context.ts'
import { listRecords, type ReadRecord } from '../read-records.ts'
import { peopleFound } from './people-found.ts'
import { placeOf } from './place-of.ts'
import { plansFound } from './plans-found.ts'
import { questionsFound } from './questions-found.ts'
import { recordsFound } from './records-found.ts'
import { passagesFound, reportsFound } from './texts-found.ts'

export const SEARCH_KINDS = ['record', 'passage', 'report', 'person', 'question', 'plan'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Why something answers: by what of it, and as it is written there. */
export type Why = {
  readonly by: 'id' | 'handle' | 'name' | 'sound' | 'place' | 'text' | 'form'
  readonly said: string
}
export type Hit = {
  readonly kind: SearchKind
  /** A page below `/desk/`. */
  readonly page: string
  readonly id: string
  readonly language: string | null
  readonly words: readonly Marked[]
  readonly why: readonly Why[]
  /** Of a record: for its title, in the form that may be read. */
  readonly record: ReadRecord | null
}
export type Asked = {
  readonly words: string
  /** Null: some of each kind. */
  readonly kind: SearchKind | null
  readonly state: string | null
  readonly tier: string | null
  readonly from: string | null
  readonly to: string | null
  readonly place: string
  readonly page: number
}
/** No number of all that answer: it would be counted from what somebody may not read, or be wrong. */
export type Found = { readonly kind: SearchKind; readonly hits: readonly Hit[]; readonly isMore: boolean }

export const A_PAGE = 20
const OF_EACH = 5

export type Given = Asked & {
  readonly terms: readonly Term[]
  readonly placeId: string | null
  /** One more than is shown, to know whether there is more. */
  readonly limit: number
  readonly offset: number
}

const LOOK: Readonly<Record<SearchKind, (context: Context, given: Given) => Promise<readonly Hit[]>>> = {
  record: recordsFound,
  passage: passagesFound,
  report: reportsFound,
  person: peopleFound,
  question: questionsFound,
  plan: plansFound,
}

export async function search(context: Context, asked: Asked): Promise<readonly Found[]> {
  const terms = termsIn(asked.words)
  const place = placeOf(context, asked.place)
  const isFiltered = [asked.state, asked.tier, asked.from, asked.to, place].some((one) => one !== null)
  if (place === 'unknown' || (terms.length === 0 && !isFiltered)) return []
  const shown = asked.kind === null ? OF_EACH : A_PAGE
  const given = {
    ...asked,
    terms,
    placeId: place,
    limit: shown + 1,
    offset: asked.kind === null ? 0 : asked.page * shown,
  }
  const look = readsAsColleague(context) ? LOOK : LOOK_AS_SHOWN
  // A state, a tier, a day and a place are of records alone: with one of them nothing else can answer.
  const kinds = SEARCH_KINDS.filter(
    (kind) =>
      (asked.kind === null || asked.kind === kind) &&
      (kind === 'record' || (!isFiltered && terms.length > 0)),
  )
  const found: Found[] = []
  for (const kind of kinds) {
    const hits = (await look[kind]?.(context, given)) ?? []
    if (hits.length > 0) found.push({ kind, hits: hits.slice(0, shown), isMore: hits.length > shown })
  }
  return found
}

const readsAsColleague = ({ actor, knowledge }: Context): boolean =>
  actor === null || mayAtAll(knowledge.codebook.policy, actor, 'history')

async function shownRecords(context: Context, { words, limit, offset }: Given): Promise<readonly Hit[]> {
  const records = await listRecords(context, { words: words.trim(), limit, offset })
  return records.map((one) => {
    const { id } = one.kind === 'team' ? one.row : one.incident
    return { kind: 'record', id, page: `records/${id}`, language: null, words: [], why: [], record: one }
  })
}

/** Partners and others look in the records that are shown to them; campaigners and educators in their own plans, too. */
const LOOK_AS_SHOWN: Partial<typeof LOOK> = { record: shownRecords, plan: plansFound }
