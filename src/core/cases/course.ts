/** All cases of one person in; their penalties with what became of each, what was turned back, and days held in all, out. */
import { compareDates, dayNumber } from '../partial-date.ts'
import type { CaseFile, Entry, EntryOf } from './case.ts'
import { custodyOf, termOf } from './custody.ts'
import { standing } from './fold.ts'
import { concerns, dateOfEntry, standingOn, type Told } from './standing.ts'

/**
 * serving: days are left · served: the days are over, by the last that is known · holds: nobody has said that it ended ·
 * set-aside: a court undid the sentence it came with · unknown: whether it was paid or served is in no entry.
 */
export type PenaltyState =
  | { readonly kind: 'serving' | 'served'; readonly served: number; readonly left: number }
  | { readonly kind: 'holds' | 'set-aside' | 'unknown' }
export type PenaltyOf = {
  readonly file: string
  readonly entry: Told<EntryOf<'penalty'>>
  readonly state: PenaltyState
}

/** set-aside: a court undid what was decided · held-again: taken after a release · convicted-again: found guilty after that. */
export type Turn = {
  readonly kind: 'set-aside' | 'held-again' | 'convicted-again'
  readonly file: string
  readonly entry: Told<EntryOf<'stage'>>
}
export type Span = { readonly from: string; readonly to: string }
export type Course = {
  readonly penalties: readonly PenaltyOf[]
  readonly turns: readonly Turn[]
  /** Spans of custody whose days are known, each day once, whatever case tells it. */
  readonly spans: readonly Span[]
  readonly daysHeld: number
  /** Spans of which a day is not known: they are in no number. */
  readonly uncounted: number
}

export function courseOf(files: readonly CaseFile[], person: string, today: string): Course {
  const held = files.flatMap((file) => custodyOf(file.entries, today, person))
  const spans = joined(
    held.flatMap(({ from, to, days }) => {
      const first = dateOfEntry(from).from
      const last = to === null ? today : dateOfEntry(to).to
      return days === null || first === null || last === null ? [] : [{ from: first, to: last }]
    }),
  )
  return {
    penalties: files.flatMap((file) => penaltiesOf(file, person, today)),
    turns: turnsOf(files, person),
    spans,
    daysHeld: spans.reduce((sum, one) => sum + dayNumber(one.to) - dayNumber(one.from), 0),
    uncounted: held.filter((one) => one.days === null).length,
  }
}

function penaltiesOf(file: CaseFile, person: string, today: string): readonly PenaltyOf[] {
  const now = standingOn(file.entries, today, person)
  const isSetAside =
    now.lastOfCase.kind === 'known' &&
    ['acquittal', 'appeal_granted'].includes(now.lastOfCase.entry.body.stage)
  return standing(file.entries, 'penalty')
    .filter((one) => concerns(one, person))
    .map((entry): PenaltyOf => {
      const term = termOf(file.entries, entry, today, file.people)
      const holds = now.restricting.some((one) => one.id === entry.id)
      const state: PenaltyState = isSetAside
        ? { kind: 'set-aside' }
        : term
          ? { kind: term.left > 0 ? 'serving' : 'served', ...term }
          : { kind: holds ? 'holds' : 'unknown' }
      return { file: file.id, entry, state }
    })
}

const UNDOES: ReadonlySet<string> = new Set(['reversal', 'appeal_granted', 'acquittal'])

/** Only stages with a day are put in an order; a release that nobody dated turns nothing. */
function turnsOf(files: readonly CaseFile[], person: string): readonly Turn[] {
  const stages = files
    .flatMap((file) =>
      standing(file.entries, 'stage')
        .filter((one) => concerns(one, person) && dateOfEntry(one.body.date).from !== null)
        .map((entry) => ({ file: file.id, entry })),
    )
    .toSorted((a, b) => compareDates(dateOfEntry(a.entry.body.date), dateOfEntry(b.entry.body.date)))
  const [released, undone, convicted] = [new Set<string>(), new Set<string>(), new Set<string>()]
  return stages.flatMap(({ file, entry }): readonly Turn[] => {
    const { stage } = entry.body
    if (stage === 'release' || stage === 'release_restricted') released.add(person)
    if (UNDOES.has(stage)) {
      undone.add(file)
      return [{ kind: 'set-aside', file, entry }]
    }
    if (stage === 'detained' && released.delete(person)) return [{ kind: 'held-again', file, entry }]
    if (stage !== 'conviction' && stage !== 'sentence') return []
    // A case that was closed, and ended in a first conviction after all, was never convicted before.
    const isAgain = convicted.has(file) && undone.delete(file)
    convicted.add(file)
    return isAgain ? [{ kind: 'convicted-again', file, entry }] : []
  })
}

/** Two cases may tell one arrest: a day in custody is one day. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1)
    if (last && span.from <= last.to)
      all[all.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to }
    else all.push(span)
  }
  return all
}

/** Every dated or undated entry of a person but charges, with its case: what a list and a drawing of the course are made of. */
export const entriesOf = (
  files: readonly CaseFile[],
  person: string,
): readonly { readonly file: CaseFile; readonly entry: Entry }[] =>
  files.flatMap((file) =>
    file.entries
      .filter((one) => !one.struck && one.body.kind !== 'charge' && concerns(one, person))
      .map((entry) => ({ file, entry })),
  )
