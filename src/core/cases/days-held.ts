/** A person's public legal journeys in, the days that they surely were in custody out: never a guess, and never 0 for what is not known. */
import type { Rule } from '../codebook.ts'
import { dayNumber } from '../partial-date.ts'
import type { Span } from './course.ts'
import type { JourneyStage } from './journey.ts'

export const HELD_RULE: Rule = {
  id: 'held.days@1',
  reason: {
    en: 'Days of custody run from a detention to the release or the death that follows it. Where no release is recorded they run to the last day on which a record tells of custody: remand, days of administrative detention, and after these a sentence to prison. A detention that nothing more is told of, or that another detention follows, has no known length.',
    ru: 'Дни под стражей идут от задержания до освобождения или смерти. Если об освобождении записи нет, они идут до последнего дня, о котором запись говорит как о дне под стражей: арест до суда, административный арест и после них приговор к лишению свободы. У задержания, о котором больше ничего не сказано или за которым идёт новое задержание, длительность не известна.',
    kk: 'Қамаудағы күндер ұстаудан бастап одан кейінгі босатылуға не қайтыс болуға дейін саналады. Босатылғаны жазылмаса, олар жазба қамау туралы айтатын соңғы күнге дейін созылады: сотқа дейінгі қамау, әкімшілік қамақ күндері және солардан кейінгі бас бостандығынан айыру үкімі. Одан әрі ештеңе айтылмаған немесе артынан жаңа ұстау болған ұстаудың ұзақтығы белгісіз.',
  },
  example:
    'Detained on 17 May, remanded on 21 May, sentenced to prison on 28 November, no release on record: at least 195 days by 28 November.',
}

/** `days` null: of no custody is a length known. `until`: no release is on record; the last day that tells of custody. */
export type DaysHeld = {
  readonly days: number | null
  /** More than that: no release is on record, or another custody has no known length. */
  readonly orMore: boolean
  readonly until: string | null
  readonly spans: readonly Span[]
  /** Custodies that are in no number. */
  readonly unknown: number
}

/** What the record of a stage tells was done, beside the stage itself. */
export type ActsOf = (stage: JourneyStage) => ReadonlySet<string>

type Open = { readonly from: string; readonly told: string; readonly isKept: boolean }
type End = Span & { readonly isOpen: boolean }

const LETS_GO: ReadonlySet<string> = new Set(['release', 'release_restricted', 'death'])
const KEEPS: ReadonlySet<string> = new Set(['pretrial_detention', 'death_in_custody'])

export function daysHeld(stages: readonly JourneyStage[], actsOf: ActsOf): DaysHeld {
  const dated = stages
    .flatMap((stage) => {
      const day = dayOf(stage)
      return day === null ? [] : [{ stage, day }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  // A custody of which not even the first day is known.
  let unknown = stages.filter((one) => one.stage === 'detained' && dayOf(one) === null).length
  const ends: End[] = []
  let open: Open | null = null
  const close = (one: Open): void => {
    if (one.told === one.from) unknown += 1
    else ends.push({ from: one.from, to: one.told, isOpen: true })
  }
  for (const { stage, day } of dated) {
    if (stage.stage === 'detained') {
      if (open !== null && open.from !== day) close(open)
      if (open === null || open.from !== day) open = { from: day, told: day, isKept: false }
    } else if (open !== null && LETS_GO.has(stage.stage)) {
      ends.push({ from: open.from, to: day, isOpen: false })
      open = null
    }
    if (open !== null) open = keptOn(open, stage, day, actsOf)
  }
  if (open !== null) close(open)
  const spans = joined(ends)
  const last = ends.at(-1)
  return {
    days:
      spans.length === 0
        ? null
        : spans.reduce((sum, one) => sum + dayNumber(one.to) - dayNumber(one.from), 0),
    orMore: unknown > 0 || ends.some((one) => one.isOpen),
    until: last?.isOpen ? last.to : null,
    spans,
    unknown,
  }
}

/** Whoever was let go after some hours may be sent to prison years later: only remand, or days in custody, join the two. */
function keptOn(open: Open, stage: JourneyStage, day: string, actsOf: ActsOf): Open {
  const { type } = stage.penalty ?? {}
  const keeps = type === 'administrative_detention' || [...actsOf(stage)].some((act) => KEEPS.has(act))
  if (keeps) return { ...open, told: day, isKept: true }
  return open.isKept && type === 'prison' ? { ...open, told: day } : open
}

const dayOf = ({ date }: JourneyStage): string | null =>
  date !== null && date.from !== null && date.from === date.to ? date.from : null

/** Two cases may tell one arrest: a day in custody is one day. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1)
    if (last && from <= last.to) all[all.length - 1] = { from: last.from, to: to > last.to ? to : last.to }
    else all.push({ from, to })
  }
  return all
}
