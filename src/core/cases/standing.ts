/** The dated stages of a case in, where it stands on a day out; what cannot be put in order stays unsure, and nothing is an ending. */
import type { Stage } from '../decided.ts'
import { type PartialDate, parsePartialDate, UNKNOWN_DATE } from '../partial-date.ts'
import type { Entry, EntryBody, EntryOf } from './case.ts'
import { standing } from './fold.ts'

export type Told<B extends EntryBody> = Entry & { readonly body: B }
type StageEntry = Told<EntryOf<'stage'>>

/** Stages that say whether somebody is at liberty, and those that say how far the case has come. */
const OF_LIBERTY: ReadonlySet<Stage> = new Set(['detained', 'release', 'release_restricted', 'death'])
const OF_CASE: ReadonlySet<Stage> = new Set([
  'charged',
  'trial',
  'conviction',
  'sentence',
  'acquittal',
  'appeal',
  'appeal_rejected',
  'appeal_granted',
  'reversal',
  'closed',
])

export type Latest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly entry: StageEntry }
  /** Dates that overlap: any of these may be the last. */
  | { readonly kind: 'unsure'; readonly entries: readonly StageEntry[] }

export type Liberty = 'unknown' | 'unsure' | 'held' | 'restricted' | 'released' | 'dead'
export type CaseStanding = {
  readonly liberty: Liberty
  readonly lastOfLiberty: Latest
  readonly lastOfCase: Latest
  /** Restrictions that hold on the day, as far as is known. */
  readonly restrictions: readonly Told<EntryOf<'restriction'>>[]
  /** Penalties that leave nobody free: a person under one of them is never told as free. */
  readonly restricting: readonly Told<EntryOf<'penalty'>>[]
}

export const dateOfEntry = (date: string | null): PartialDate =>
  date === null ? UNKNOWN_DATE : (parsePartialDate(date) ?? UNKNOWN_DATE)

/** Of one person of the case, or of all together when `person` is left out. */
export function standingOn(entries: readonly Entry[], today: string, person?: string): CaseStanding {
  const own = entries.filter((one) => concerns(one, person))
  const stages = standing(own, 'stage')
  const lastOfLiberty = latest(stages.filter((one) => OF_LIBERTY.has(one.body.stage)))
  const restrictions = standing(own, 'restriction').filter(({ body }) => holdsOn(body, today))
  const lastOfCase = latest(stages.filter((one) => OF_CASE.has(one.body.stage)))
  const isSetAside = lastOfCase.kind === 'known' && SET_ASIDE.has(lastOfCase.entry.body.stage)
  const restricting = standing(own, 'penalty').filter(
    ({ body }) => RESTRICTING.has(body.penalty.type) && !isSetAside,
  )
  return {
    liberty: libertyOf(lastOfLiberty, restrictions.length + restricting.length > 0),
    lastOfLiberty,
    lastOfCase,
    restrictions,
    restricting,
  }
}

export const concerns = ({ people }: Pick<Entry, 'people'>, person: string | undefined): boolean =>
  person === undefined || people.length === 0 || people.includes(person)

/** Their end is for a court to say, and no rule of ours: they hold until a stage or an entry says otherwise. */
const RESTRICTING: ReadonlySet<string> = new Set([
  'restriction_of_freedom',
  'suspended',
  'house_arrest',
  'ban',
])

/** After these nothing is left of a sentence, by the last that is known. */
const SET_ASIDE: ReadonlySet<Stage> = new Set(['acquittal', 'appeal_granted'])

export function holdsOn(
  { from, until }: Pick<EntryOf<'restriction'>, 'from' | 'until'>,
  day: string,
): boolean {
  const begins = dateOfEntry(from).from
  return (begins === null || begins <= day) && (until === null || until >= day)
}

function libertyOf(last: Latest, isRestricted: boolean): Liberty {
  if (last.kind !== 'known') return last.kind
  switch (last.entry.body.stage) {
    case 'detained':
      return 'held'
    case 'death':
      return 'dead'
    case 'release':
      return isRestricted ? 'restricted' : 'released'
    default:
      return 'restricted'
  }
}

/**
 * The stages after which none surely came. Of one day, the one that was written last counts; where several that say
 * different things are left, nobody knows which was the last. A stage without any date is one of them as long as no dated
 * one speaks.
 */
export function latest(stages: readonly StageEntry[]): Latest {
  const dated = stages.filter(({ body }) => dateOfEntry(body.date).to !== null)
  const open = (dated.length > 0 ? dated : stages).filter(
    (one, index, all) => !all.some((other, later) => isAfter(other, one, later > index)),
  )
  const [first] = open
  if (!first) return { kind: 'unknown' }
  return open.every((one) => one.body.stage === first.body.stage)
    ? { kind: 'known', entry: open.at(-1) ?? first }
    : { kind: 'unsure', entries: open }
}

function isAfter(other: StageEntry, one: StageEntry, wasWrittenLater: boolean): boolean {
  const [a, b] = [dateOfEntry(one.body.date), dateOfEntry(other.body.date)]
  if (a.to !== null && b.from !== null && b.from > a.to) return true
  const isSameDay = a.precision === 'day' && a.from === a.to && b.from === a.from && b.to === a.to
  return isSameDay && wasWrittenLater
}
