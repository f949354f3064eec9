/** Reviews and tests of cards in, how each card stands in a language out: a draft, reviewed, over, or changed since. */
import { addDays } from '../partial-date.ts'
import type { CardRules } from './card-rules.ts'
import type { ReviewCard, TestCard } from './lines.ts'

/** `changed`: a lawyer approved other words than those that stand there now. */
export const CARD_STATES = ['draft', 'reviewed', 'expired', 'changed'] as const
export type CardState = (typeof CARD_STATES)[number]

export type ReaderTally = {
  readonly on: string
  readonly readers: number
  readonly right: Readonly<Record<string, number>>
}
export type CardStanding = {
  /** Of the words that the newest approval is of; null: nobody approved any. */
  readonly print: string | null
  readonly state: CardState
  readonly role: string | null
  readonly on: string | null
  readonly until: string | null
  /** Of the words as they stand; null: nobody was asked. */
  readonly readers: ReaderTally | null
}
export const DRAFT: CardStanding = {
  ...{ print: null, state: 'draft', role: null, on: null, until: null, readers: null },
}

type Review = Pick<ReviewCard, 'print' | 'verdict' | 'role' | 'on' | 'until' | 'by'>
type Test = Pick<TestCard, 'print' | 'on' | 'readers' | 'right' | 'by'>
export type CardHistory = { readonly reviews: readonly Review[]; readonly tests: readonly Test[] }

/**
 * The newest review counts, whatever it found; both lists in the order of the log. `print`: of the words of today. `days`: for
 * so many at most a review holds, whatever it says of itself.
 */
export function standingOf(
  { reviews, tests }: CardHistory,
  print: string,
  { days, today }: { readonly days: number; readonly today: string },
): CardStanding {
  const last = reviews.at(-1)
  const tested = tests.findLast((one) => one.print === print)
  const readers = tested ? { on: tested.on, readers: tested.readers, right: tested.right } : null
  if (last?.verdict !== 'approved') return { ...DRAFT, readers }
  const { role, on } = last
  const [until = ''] = [last.until, addDays(on, days)].sort()
  const state = last.print !== print ? 'changed' : until < today ? 'expired' : 'reviewed'
  return { print: last.print, state, role, on, until, readers }
}

/** A standing that was worked out of other words than those of today is of a card that changed: the program came with new ones. */
export const asOfNow = (standing: CardStanding, print: string): CardStanding =>
  standing.state === 'reviewed' && standing.print !== print
    ? { ...standing, state: 'changed', readers: null }
    : standing

/** Whether enough readers were asked, and enough of them answered each question rightly. */
export const isUnderstood = (
  { readers, right }: ReaderTally,
  rules: Pick<CardRules, 'readers' | 'right' | 'questions'>,
): boolean =>
  readers >= rules.readers && rules.questions.every(({ id }) => (right[id] ?? 0) >= rules.right * readers)
