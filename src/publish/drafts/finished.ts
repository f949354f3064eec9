/** Sections as drafted in, the manuscript out: notes numbered and cited, and what a reader must know of it at the end. */
import { said } from '../grammar/slots.ts'
import type { AddressOf } from '../manuscript/kinds.ts'
import type { Manuscript, Section } from '../manuscript/manuscript.ts'
import { numbered } from '../manuscript/numbered.ts'
import type { Face } from '../views.ts'
import { type Cited, notesOf } from './notes.ts'

type Begun = Pick<Manuscript, 'kind' | 'subject' | 'title' | 'summary' | 'figure'>

/** A section of which nothing is known is left out; what is known to be missing is a block of its own. */
export function finished(
  begun: Begun,
  drafted: readonly Section[],
  view: Cited,
  addressOf: AddressOf,
): Manuscript {
  const { sections, order } = numbered(
    drafted.filter((one) => one.blocks.length > 0),
    // A quotation names its speaker beside it, as they agreed to be called.
    ({ kind }) => kind !== 'testimony',
  )
  return {
    language: view.words.language,
    ...begun,
    sections,
    notes: notesOf(order, view, addressOf),
    colophon: colophonOf(view),
  }
}

function colophonOf({ incidents, words, tell }: Face & Pick<Cited, 'incidents'>): readonly string[] {
  return [
    said(tell, 'colophon.written'),
    said(tell, 'colophon.counts'),
    ...(incidents.some((one) => one.withheld.length > 0) ? [words.t('manuscript.held-back')] : []),
    ...(words.unreviewed || tell.reviewedBy === null ? [words.t('language.unreviewed')] : []),
    words.t('footer.licence'),
  ]
}
