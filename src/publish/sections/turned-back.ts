/** A person's public course in, each step that was turned back out. */
import type { PublicCourse } from '../../core/cases/journey.ts'
import { html, type Markup } from '../markup.ts'
import { row } from '../pages/parts.ts'
import type { Face } from '../views.ts'
import { stageDay } from './stage-day.ts'

export function turnedBack(course: PublicCourse, face: Face): Markup | false {
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
      }) => html`<div><dt>${stageDay(course, entry.id, face)}</dt><dd>${words.t(`face.stage.${entry.body.stage}`)}<span class="src">${words.t(`person.turn.${kind}`)}</span></dd></div>
`,
    )}</dl>`,
  )
}
