/** Who asks in; hearings, deadlines of the law, answers and restrictions of the cases that they may read out, in the order of their days. */
import { createHash } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import { type CalendarEvent, icalOf } from '../../adapters/ical.ts'
import { casesDue } from '../../core/cases/due.ts'
import { standing } from '../../core/cases/fold.ts'
import { dateOfEntry } from '../../core/cases/standing.ts'
import { isSourced } from '../../core/deadlines/deadline.ts'
import { deadlinesDue } from '../../core/deadlines/due.ts'
import { instantOf } from '../../core/deadlines/zones.ts'
import { labelIn } from '../../core/language.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Words } from '../../core/words.ts'
import { readableFiles } from '../cases/read-cases.ts'
import type { Context } from '../context.ts'
import { deadlinesOf } from './deadlines-of.ts'

export type CalendarKind = 'hearing' | 'deadline' | 'answer' | 'restriction'
export type CalendarEntry = {
  readonly kind: CalendarKind
  /** The case, or the assistance. */
  readonly id: string
  readonly page: 'cases' | 'assistance'
  readonly day: string
  readonly hour: string | null
  /** Of a deadline: its rule. */
  readonly rule: string | null
  /** Counted from the first day that it may run from. */
  readonly isEarliest: boolean
  readonly isPast: boolean
}

/** What is past is kept so long in view. */
const BEHIND = 60

export async function readCalendar(context: Context): Promise<readonly CalendarEntry[]> {
  const now = today(context.clock)
  const files = await readableFiles(context)
  const known = { hour: null, rule: null, isEarliest: false }
  const dues = casesDue(files, now).flatMap(({ kind, id, day }): readonly Bare[] => {
    if (kind === 'answer') return [{ ...known, kind, id, page: 'assistance', day }]
    // Hearings are told with their hour, below.
    return kind === 'restriction' ? [{ ...known, kind, id, page: 'cases', day }] : []
  })
  const hearings = files.flatMap((one): readonly Bare[] =>
    one.kind !== 'proceeding'
      ? []
      : standing(one.entries, 'hearing').flatMap(({ body }) => {
          const { to } = dateOfEntry(body.date)
          return body.state === 'planned' && to !== null
            ? [
                {
                  ...known,
                  kind: 'hearing' as const,
                  id: one.id,
                  page: 'cases' as const,
                  day: to,
                  hour: body.hour ?? null,
                },
              ]
            : []
        }),
  )
  const deadlines = deadlinesDue(files, deadlinesOf(context.knowledge.packs), now).map(
    ({ id, rule, day, hour, isEarliest }): Bare => ({
      ...{ kind: 'deadline', id, page: 'assistance' in rule.after ? 'assistance' : 'cases' },
      ...{ day, hour, rule: rule.id, isEarliest },
    }),
  )
  return [...hearings, ...deadlines, ...dues]
    .filter((one) => one.day >= addDays(now, -BEHIND))
    .map((one) => ({ ...one, isPast: one.day < now }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
}
type Bare = Omit<CalendarEntry, 'isPast'>

/**
 * For a calendar program, which may send it on to a cloud: what kind of day, the law behind it and the id of the case. No name,
 * no court, no note, whoever asks.
 */
export function calendarText(
  { knowledge, clock }: Pick<Context, 'knowledge' | 'clock'>,
  entries: readonly CalendarEntry[],
  words: Words,
): string {
  const rules = new Map(
    [...knowledge.packs.values()].flatMap((one) => one.deadlines.rules).map((one) => [one.id, one]),
  )
  const zone = [...knowledge.packs.values()][0]?.deadlines.zones.else ?? 'UTC'
  const events = entries.map(({ kind, id, day, hour, rule }): CalendarEvent => {
    const found = rules.get(rule ?? '')
    const parts = [
      ...(found ? [labelIn(found.what, words.language).text, found.law.text] : []),
      ...(found && !isSourced(found) ? [words.t('calendar.unverified')] : []),
    ]
    return {
      uid: createHash('sha256')
        .update(`${kind} ${id} ${rule ?? ''} ${day}`)
        .digest('hex')
        .slice(0, 32),
      ...{ day, at: hour === null ? null : instantOf({ day, hour }, zone) },
      summary: `${words.t(`calendar.${kind}`)}, ${id}`,
      description: parts.length === 0 ? null : parts.join('\n'),
    }
  })
  return icalOf(words.t('calendar.title'), events, clock.now())
}
