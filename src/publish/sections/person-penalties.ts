/** A person's public course in, each penalty with what became of it out. */
import type { PublicCourse } from '../../core/cases/journey.ts'
import type { Pack } from '../../core/pack.ts'
import { html, type Markup } from '../markup.ts'
import { row, unknown } from '../pages/parts.ts'
import { capital } from '../telling/pattern.ts'
import { penaltyIn } from '../telling/penalty.ts'
import type { Face } from '../views.ts'
import { stageDay } from './stage-day.ts'

/** «Being served» was true on the day of the record and may not be now, so it is not said. */
const stateOf = (kind: string): string => (kind === 'serving' ? 'unknown' : kind)

export function penaltiesOf(course: PublicCourse, pack: Pack, face: Face): Markup | false {
  const { words, tell } = face
  const { penalties } = course.course
  if (penalties.length === 0) return false
  return row(
    'g',
    words.t('section.penalties'),
    words.t('person.penalties.note'),
    words.t('person.penalties', { n: penalties.length }),
    html`<dl class="vals">${penalties.map(({ entry, state }) => {
      const penalty = course.stageOf(entry.id)?.penalty
      return html`<div><dt>${stageDay(course, entry.id, face)}</dt><dd>${penalty ? capital(penaltyIn(penalty, pack, tell), tell) : unknown(words)}<span class="src">${words.t(`person.penalty.${stateOf(state.kind)}`)}</span></dd></div>
`
    })}</dl>`,
  )
}
