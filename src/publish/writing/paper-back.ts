/** What a partner changed in a word processor's file in, the text that the file holds now out, beside what they changed elsewhere and what they remarked. */
import {
  type Laid,
  type LaidSection,
  type Outline,
  SUMMARY as SUMMARY_ID,
  sentencesOfSection,
  type Text,
  TITLE as TITLE_ID,
} from '../../core/publication/text.ts'
import type { At, Edit } from '../manuscript/edits/edits.ts'
import { HELD, type Manuscript } from '../manuscript/manuscript.ts'
import { placesIn, SUMMARY, sectionPlace, TITLE } from '../manuscript/places.ts'
import { withSentenceAfter } from './merge.ts'

/** A change of what records say whole, of a date or of a note: told to the editor, and taken by nobody. */
export type Untaken = { readonly before: string | null; readonly after: string | null }
/** `sentence` null: of the text, or of what nobody writes. */
export type Remarked = { readonly sentence: string | null; readonly quoted: string; readonly words: string }
export type PaperBack = {
  readonly text: Text
  readonly untaken: readonly Untaken[]
  readonly remarked: readonly Remarked[]
}

/** Where new words stand: behind a sentence of the text, or first in the section. */
type Spot = { readonly section: string; readonly after: string | null }

/** `sent`: as the file left; `idFor`: of what is new, by what it stands behind and what it says: a file that is brought back twice adds it once. */
export function textOfEdits(
  base: Text,
  sent: Manuscript,
  edits: readonly Edit[],
  idFor: (after: string, words: string) => string,
): PaperBack {
  const sentences = new Map(base.sentences)
  let outline = base.outline
  const untaken: Untaken[] = []
  const remarked: Remarked[] = []
  const spots = spotsIn(sent, base)
  /** What was added last behind a place, so that the next stands behind it. */
  const last = new Map<string, string>()
  const spotOf = (at: At | null): Spot | null => {
    const place = at?.place ?? ''
    const id = last.get(place) ?? idOf(place)
    const own = outline.find((one) => sentencesOfSection(one).includes(id))
    return own ? { section: own.id, after: id } : (spots.get(place) ?? firstOf(outline))
  }
  const put = (id: string, { section, after }: Spot): void => {
    outline = outline.map((one) => (one.id === section ? withSentenceAfter(one, id, after) : one))
  }
  for (const edit of edits) {
    if (edit.kind === 'comment') {
      const on = edit.on.map((one) => idOf(one.place)).find((id) => base.sentences.has(id)) ?? null
      if (edit.words !== '') remarked.push({ sentence: on, quoted: edit.quoted, words: edit.words })
      continue
    }
    if (edit.kind === 'footnote') {
      // Notes are made of records, and may have changed with them since; one that is new is somebody's word.
      if (edit.before === null) untaken.push({ before: null, after: edit.after })
      continue
    }
    if (edit.kind === 'inserted') {
      const spot = spotOf(edit.after)
      if (spot === null || edit.words === HELD) continue
      const place = edit.after?.place ?? ''
      const id = idFor(last.get(place) ?? place, edit.words)
      sentences.set(id, {
        ...{ id, words: edit.words, told: null, bonds: [], prints: {}, isOut: false, why: null },
      })
      put(id, spot)
      last.set(place, id)
      for (const note of edit.footnotes) untaken.push({ before: null, after: note })
      continue
    }
    const id = idOf(edit.at.place)
    const one = sentences.get(id)
    if (edit.kind === 'moved') {
      const spot = one && spotOf(edit.after)
      // What stands in no section stands where it stood.
      if (!one || !spot || !outline.some((each) => sentencesOfSection(each).includes(id))) continue
      outline = outline.map((each) => without(each, id))
      put(id, spot)
      continue
    }
    const after = edit.kind === 'changed' ? edit.after : null
    // A slip left for words that nobody may read: its words are none of theirs.
    if (after === HELD) continue
    const section = outline.find((each) => sectionPlace(each) === edit.at.place)
    if (one && after !== null) sentences.set(id, { ...one, words: after, why: null, isOut: false })
    else if (one) sentences.set(id, { ...one, isOut: true })
    else if (section && after !== null)
      outline = outline.map((each) => (each === section ? { ...each, title: after } : each))
    else untaken.push({ before: edit.before, after })
  }
  return { text: { outline, sentences }, untaken, remarked }
}

/** The title and the sentence under it have names of their own in a text. */
const idOf = (place: string): string => (place === TITLE ? TITLE_ID : place === SUMMARY ? SUMMARY_ID : place)

const firstOf = (outline: Outline): Spot | null => {
  const own = outline.find((one) => !one.isOut)
  return own ? { section: own.id, after: null } : null
}

/** Of every place in a section the sentence of the text that stands there, or last before it. */
function spotsIn(sent: Manuscript, base: Text): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>()
  for (const section of sent.sections) {
    let after: string | null = null
    const alone = { ...sent, title: '', summary: null, figure: null, sections: [section] }
    for (const { place } of placesIn(alone)) {
      if (base.sentences.has(place)) after = place
      spots.set(place, { section: section.id, after })
    }
  }
  return spots
}

const without = (section: LaidSection, id: string): LaidSection => ({
  ...section,
  blocks: section.blocks.map((one) => bare(one, id)),
})
const bare = (laid: Laid, id: string): Laid =>
  laid.kind === 'box'
    ? { ...laid, blocks: laid.blocks.map((one) => bare(one, id)) }
    : laid.kind === 'heading' || laid.kind === 'drafted'
      ? laid
      : { ...laid, sentences: laid.sentences.filter((one) => one !== id) }
