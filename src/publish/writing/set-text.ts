/** A text as it was written, the draft that records give today in; the manuscript that readers would get out, without its notes. */
import { type Laid, SUMMARY, sentencesOfSection, type Text, TITLE } from '../../core/publication/text.ts'
import {
  type Block,
  BONDS,
  type Bond,
  type Manuscript,
  type Sentence,
  words,
} from '../manuscript/manuscript.ts'
import { type Laying, layingOf } from './laid.ts'

const isBond = (bond: { readonly kind: string; readonly id: string }): bond is Bond =>
  BONDS.some((one) => one === bond.kind)

/** `today`: the draft made again, for tables and figures and all that no editor writes. */
export function setText(text: Text, today: Manuscript): Manuscript {
  const { outline, sentences } = text
  const laying = layingOf(today)
  const wordsAt = (id: string): string | null => {
    const one = sentences.get(id)
    return one && !one.isOut && one.words !== '' ? one.words : null
  }
  const sentence = (id: string): readonly Sentence[] => {
    const said = wordsAt(id)
    if (said === null) return []
    return [{ id, runs: [words(said)], bonds: (sentences.get(id)?.bonds ?? []).filter(isBond) }]
  }
  const sections = outline.flatMap((section) => {
    if (section.isOut) return []
    const blocks = section.blocks.flatMap((one) => blockOf(one, laying, sentence))
    if (blocks.length === 0) return []
    return [{ id: section.id, title: section.title, aside: asideOf(section, text, today), blocks }]
  })
  return {
    ...today,
    title: wordsAt(TITLE) ?? today.title,
    summary: wordsAt(SUMMARY),
    sections,
    notes: [],
  }
}

/** How many a section tells of is said only of one from which nothing was taken. */
function asideOf(section: Text['outline'][number], { sentences }: Text, today: Manuscript): string | null {
  const drafted = today.sections.find((one) => one.id === section.id)
  if (!drafted) return null
  const there = new Set(sentencesOfSection(section).filter((id) => sentences.get(id)?.isOut === false))
  const ids = layingOf({ ...today, sections: [drafted] }).outline.flatMap(sentencesOfSection)
  return ids.every((id) => there.has(id)) ? drafted.aside : null
}

function blockOf(
  laid: Laid,
  laying: Laying,
  sentence: (id: string) => readonly Sentence[],
): readonly Block[] {
  switch (laid.kind) {
    case 'heading':
      return [{ kind: 'heading', title: laid.title }]
    case 'paragraph': {
      const own = laid.sentences.flatMap(sentence)
      return own.length === 0 ? [] : [{ kind: 'paragraph', sentences: own }]
    }
    case 'points': {
      const points = laid.sentences.flatMap(sentence)
      return points.length === 0 ? [] : [{ kind: 'points', points }]
    }
    // What the records of today do not give is not there.
    case 'drafted':
      return [laying.blocks.get(laid.ref)].flatMap((one) => one ?? [])
    case 'box': {
      const drafted = laid.ref === null ? undefined : laying.blocks.get(laid.ref)
      const title = drafted?.kind === 'box' ? drafted.title : laid.title
      const blocks = laid.blocks.flatMap((one) => blockOf(one, laying, sentence))
      return blocks.length === 0 ? [] : [{ kind: 'box', title, blocks }]
    }
  }
}
