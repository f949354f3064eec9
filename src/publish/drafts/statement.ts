/** The records of a time, of a case or of one incident in, a statement out: what they come to, what happened, the law, what is asked. */
import { said } from '../grammar/slots.ts'
import type { Drafter } from '../manuscript/kinds.ts'
import { contactPlace, demandsIn, happenedIn, headIn, isOfTime, lawIn, openingOf } from './appeal.ts'
import { finished } from './finished.ts'
import { doubtOf } from './lead.ts'
import { section } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { paragraph } from './sentences.ts'

export const statementManuscript: Drafter = (view, addressOf) => {
  const { tell } = view
  const begun = {
    ...{ kind: said(tell, 'kind.statement'), ...headIn(view) },
    figure: isOfTime(view) ? quiltFigure(view) : null,
  }
  const sections = [
    section('brief', said(tell, 'title.brief'), paragraph(openingOf(view))),
    happenedIn(view),
    lawIn(view),
    demandsIn(view),
    // Rows of a time can be opened; of one case the notes say who tells of it.
    section('about', said(tell, 'title.about'), isOfTime(view) ? paragraph(doubtOf(view)) : []),
    section('contact', said(tell, 'field.contact'), [contactPlace(view)]),
  ]
  return finished(begun, sections, view, addressOf)
}
