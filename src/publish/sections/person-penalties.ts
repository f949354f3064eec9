/** A person's public course in; each penalty with what became of it, and each step that was turned back, out. */
import type { PublicCourse } from '../../core/cases/journey.ts'
import type { Pack } from '../../core/pack.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { row, unknown } from '../pages/parts.ts'
import { capital } from '../telling/pattern.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

function when(course: PublicCourse, entry: string, { words, tell, site }: Face): Piece {
  const stage = course.stageOf(entry)
  const day = stage?.date ? whenIn(stage.date, tell) : unknown(words)
  return stage?.incident
    ? html`<a href="${href(site, words.language, { kind: 'incident', id: stage.incident })}">${day}</a>`
    : day
}

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
      return html`<div><dt>${when(course, entry.id, face)}</dt><dd>${penalty ? capital(penaltyIn(penalty, pack, tell), tell) : unknown(words)}<span class="src">${words.t(`person.penalty.${stateOf(state.kind)}`)}</span></dd></div>
`
    })}</dl>`,
  )
}

export function turnsOf(course: PublicCourse, face: Face): Markup | false {
  const { words } = face
  const { turns } = course.course
  if (turns.length === 0) return false
  return row(
    'b',
    words.t('person.turns'),
    words.t('person.turns.note'),
    words.t('person.turns.heading', { n: turns.length }),
    html`<dl class="vals">${turns.map(
      ({
        kind,
        entry,
      }) => html`<div><dt>${when(course, entry.id, face)}</dt><dd>${words.t(`face.stage.${entry.body.stage}`)}<span class="src">${words.t(`person.turn.${kind}`)}</span></dd></div>
`,
    )}</dl>`,
  )
}
