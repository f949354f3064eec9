/** An entry of a person's public course in, its day with a link to the record that tells it out. */
import type { PublicCourse } from '../../core/cases/journey.ts'
import { href } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import { unknown } from '../pages/parts.ts'
import { whenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export function stageDay(course: PublicCourse, entry: string, { words, tell, site }: Face): Piece {
  const stage = course.stageOf(entry)
  const day = stage?.date ? whenIn(stage.date, tell) : unknown(words)
  return stage?.incident
    ? html`<a href="${href(site, words.language, { kind: 'incident', id: stage.incident })}">${day}</a>`
    : day
}
