/** Cases in, the time from a detention to the verdict that followed it out: known, still going on, or not known to the day. */
import type { CaseFile, Entry } from '../../core/cases/case.ts'
import { standing } from '../../core/cases/fold.ts'
import { concerns, dateOfEntry } from '../../core/cases/standing.ts'
import { dayNumber } from '../../core/partial-date.ts'
import { kaplanMeier, type Survival, type Time } from './survival.ts'

const VERDICTS: ReadonlySet<string> = new Set(['conviction', 'sentence', 'acquittal'])
/** Without a verdict it ends here too, and not by one. */
const OTHER_ENDS: ReadonlySet<string> = new Set(['closed', 'death'])

/** verdict: `days` to it · pending: `days` up to when somebody last wrote of the case · unknown: a day of it is not known. */
export type Spell = { readonly case: string } & (
  | { readonly kind: 'verdict' | 'pending'; readonly days: number }
  | { readonly kind: 'unknown' }
)

export type TimeToVerdict = {
  readonly spells: readonly Spell[]
  readonly known: number
  readonly pending: number
  readonly unknown: number
  /** Shortest and longest that were seen to their verdict; null: none was. */
  readonly range: readonly [number, number] | null
  readonly survival: Survival
}

export function timeToVerdict(cases: readonly CaseFile[]): TimeToVerdict {
  const spells = cases.flatMap((one) =>
    (one.people.length > 0 ? one.people : [undefined]).flatMap((person) => spellsOf(one, person)),
  )
  const times = spells.flatMap((one): readonly Time[] =>
    one.kind === 'unknown' ? [] : [{ days: one.days, ended: one.kind === 'verdict' }],
  )
  const ended = times.filter((one) => one.ended).map((one) => one.days)
  return {
    spells,
    known: ended.length,
    pending: times.length - ended.length,
    unknown: spells.length - times.length,
    range: ended.length > 0 ? [Math.min(...ended), Math.max(...ended)] : null,
    survival: kaplanMeier(times),
  }
}

/** A detention opens a spell, the next verdict ends it; taken again before that is the same spell. */
function spellsOf({ id, entries }: CaseFile, person: string | undefined): readonly Spell[] {
  const stages = standing(entries, 'stage')
    .filter((one) => concerns(one, person))
    .filter(({ body }) => dateOfEntry(body.date).from !== null)
    .sort((a, b) => (dateOfEntry(a.body.date).from ?? '').localeCompare(dateOfEntry(b.body.date).from ?? ''))
  const spells: Spell[] = []
  let since: string | null = null
  for (const { body } of stages) {
    if (body.stage === 'detained') since ??= body.date
    else if (since !== null && (VERDICTS.has(body.stage) || OTHER_ENDS.has(body.stage))) {
      spells.push(spell(id, since, body.date, VERDICTS.has(body.stage) ? 'verdict' : 'pending'))
      since = null
    }
  }
  return since === null ? spells : [...spells, spell(id, since, lastWritten(entries), 'pending')]
}

/** A verdict that came later would have been written by whoever wrote last: nobody knows of the days after. */
const lastWritten = (entries: readonly Entry[]): string =>
  entries
    .map((one) => one.at.slice(0, 10))
    .sort()
    .at(-1) ?? ''

function spell(id: string, from: string, to: string | null, kind: 'verdict' | 'pending'): Spell {
  const [first, last] = [exactDay(from), exactDay(to)]
  if (first === null || last === null || last < first) return { case: id, kind: 'unknown' }
  return { case: id, kind, days: dayNumber(last) - dayNumber(first) }
}

const exactDay = (date: string | null): string | null => {
  const { from, to } = dateOfEntry(date)
  return from !== null && from === to ? from : null
}
