/** The records of a time, of a case or of one incident in, a letter that several organisations sign out: to whom, what happened, the law, what is asked. Who signs stands apart from the text (core/signing). */
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import type { Block } from '../manuscript/manuscript.ts'
import { listIn } from '../telling/pattern.ts'
import {
  addresseesOf,
  contactPlace,
  demandsIn,
  happenedIn,
  headIn,
  isOfTime,
  lawIn,
  openingOf,
} from './appeal.ts'
import { finished } from './finished.ts'
import { section } from './parts.ts'
import { paragraph, sentence } from './sentences.ts'

export const letterManuscript: Drafter = (view, addressOf) => {
  const { tell } = view
  const head = headIn(view)
  const asks = demandsIn(view)
  const on = isOfTime(view) ? head.subject : head.title
  const sections = [
    section('address', said(tell, 'title.address'), [
      addressBlock(view, on),
      ...paragraph([sentence('letter:opening', said(tell, 'letter.opening', { subject: on }))]),
    ]),
    section('brief', said(tell, 'title.brief'), paragraph(openingOf(view))),
    happenedIn(view),
    lawIn(view),
    {
      ...asks,
      blocks: [...asks.blocks, ...paragraph([sentence('letter:reply', said(tell, 'letter.reply'))])],
    },
    section('contact', said(tell, 'field.contact'), [contactPlace(view)]),
  ]
  const begun = { kind: said(tell, 'kind.letter'), ...head, figure: null }
  return finished(begun, sections, view, addressOf)
}

function addressBlock(view: Material, subject: string): Block {
  const { tell } = view
  const field = (id: string, text: string) => ({
    ...{ label: said(tell, `field.${id}`), isMissing: false },
    told: sentence(`letter:${id}`, text),
  })
  const to = addresseesOf(view)
  return {
    kind: 'fields',
    fields: [field('to', listIn(tell, to)), field('from', said(tell, 'letter.from')), field('on', subject)],
  }
}
