/** A person's public course in, the last that is known of it in words out: more than one where nobody knows which came last. */
import type { JourneyStage, PublicCourse } from '../../core/cases/journey.ts'
import type { Pack } from '../../core/pack.ts'
import type { Face } from '../views.ts'
import { penaltyIn } from './penalty.ts'
import { whenIn } from './when.ts'

/** The stages after which none surely came; empty where no journey is on record. */
export function lastStages({ last, stageOf }: PublicCourse): readonly JourneyStage[] {
  const entries = last.kind === 'known' ? [last.entry] : last.kind === 'unsure' ? last.entries : []
  return entries.flatMap((one) => stageOf(one.id) ?? [])
}

/** `Sentence (restriction of freedom, 5 years), 11 April 2025`. */
export function stagesIn(course: PublicCourse, pack: Pack, { words, tell }: Face): string {
  // Under a penalty that nobody has ended, somebody let go is never told as free.
  const isBound = course.course.penalties.some((one) => one.state.kind === 'holds')
  return lastStages(course)
    .map(({ stage: said, date, penalty }) => {
      const stage = said === 'release' && isBound ? 'release_restricted' : said
      const what = penalty === null ? '' : ` (${penaltyIn(penalty, pack, tell)})`
      return `${words.t(`face.stage.${stage}`)}${what}, ${date === null ? words.t('doubt.unknown') : whenIn(date, tell)}`
    })
    .join(` ${words.t('face.or')} `)
}
