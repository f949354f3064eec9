/** A person's public legal journeys in; the last that is known, their penalties, what was turned back, out: as of the last day told, never of today. */
import type { DecidedPenalty } from '../decided.ts'
import { dateText } from '../partial-date.ts'
import type { PublicPenalty, PublicProceeding } from '../public-record.ts'
import type { CaseFile, Entry, EntryBody } from './case.ts'
import { type Course, courseOf } from './course.ts'
import { standing } from './fold.ts'
import { type Latest, latest } from './standing.ts'

export type JourneyStage = PublicProceeding['stages'][number]
export type PublicCourse = {
  /** The last day that any stage tells of; null where none has a day. Nothing is claimed of the days after it. */
  readonly asOf: string | null
  /** The stages after which none surely came. */
  readonly last: Latest
  readonly course: Pick<Course, 'penalties' | 'turns'>
  /** The stage that an entry of `last` and `course` was made of. */
  readonly stageOf: (entry: string) => JourneyStage | null
}

export function publicCourse(person: string, journeys: readonly PublicProceeding[]): PublicCourse {
  const stages = new Map<string, JourneyStage>()
  const files = journeys.map((one) => fileOf(one, person, stages))
  const asOf = latestDay([...stages.values()])
  return {
    asOf,
    last: latest(files.flatMap((one) => standing(one.entries, 'stage'))),
    course: courseOf(files, person, asOf ?? ''),
    stageOf: (entry) => stages.get(entry) ?? null,
  }
}

function latestDay(stages: readonly JourneyStage[]): string | null {
  const days = stages.flatMap(({ date }) => (date?.precision === 'day' && date.to !== null ? [date.to] : []))
  return days.sort().at(-1) ?? null
}

function fileOf(journey: PublicProceeding, person: string, stages: Map<string, JourneyStage>): CaseFile {
  const entries = journey.stages.flatMap((stage, index): readonly Entry[] => {
    const id = `${journey.id} ${index + 1}`
    const date = stage.date === null ? null : dateText(stage.date) || null
    stages.set(id, stage)
    if (stage.penalty === null) return [entryOf(id, { kind: 'stage', stage: stage.stage, date })]
    stages.set(`${id} penalty`, stage)
    return [
      entryOf(id, { kind: 'stage', stage: stage.stage, date }),
      entryOf(`${id} penalty`, { kind: 'penalty', penalty: decided(stage.penalty), date, stage: id }),
    ]
  })
  const kept = { tier: 'team', by: '', at: '', country: null, title: null } as const
  return { kind: 'proceeding', id: journey.id, ...kept, people: [person], entries }
}

/** Who wrote it and where is told to nobody: the entry lives as long as this sum. */
const entryOf = (id: string, body: EntryBody): Entry => ({
  ...{ id, body, source: { kind: 'hand', title: '' }, people: [], struck: false },
  ...{ by: '', at: '', why: null, event: 0, earlier: [] },
})

const decided = ({ type, days }: PublicPenalty): DecidedPenalty => ({
  type,
  ...(days !== null && { days }),
})
