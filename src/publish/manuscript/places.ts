/** A manuscript in, every piece of text that a reader could change out, in reading order, each under a name that finds it again. */
import type { Block, Manuscript, Section, Sentence } from './manuscript.ts'

/**
 * Sentences are found by their own ids. What has none is named by where it stands, after a `#`, which no id begins with:
 * `#title`, `#association`, `#association/2:caption`, `#association/2/0:when-3`.
 */
export type Place = {
  readonly place: string
  readonly words: string
  readonly sentence: Sentence | null
}

export const TITLE = '#title'
export const SUMMARY = '#summary'
export const CAPTION = '#caption'
export const sectionPlace = ({ id }: Pick<Section, 'id'>): string => `#${id}`
export const asidePlace = ({ id }: Pick<Section, 'id'>): string => `#${id}:aside`
/** Of a block, by that of what it stands in. */
export const inside = (around: string, at: number): string => `${around}/${at}`
export const part = (
  block: string,
  what: 'title' | 'speaker' | 'caption' | `when-${number}` | `head-${number}` | `label-${number}`,
): string => `${block}:${what}`

const sentence = (one: Sentence): Place => ({
  place: one.id,
  words: one.runs.map((run) => (run.kind === 'text' ? run.text : '')).join(''),
  sentence: one,
})
const other = (place: string, words: string): readonly Place[] =>
  words === '' ? [] : [{ place, words, sentence: null }]

function inBlock(block: Block, at: string): readonly Place[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(sentence)
    case 'points':
      return block.points.map(sentence)
    case 'heading':
      return other(part(at, 'title'), block.title)
    case 'quote':
      return [sentence(block.said), ...other(part(at, 'speaker'), block.speaker)]
    case 'timeline':
      return block.entries.flatMap(({ when, told }, n) => [
        ...other(part(at, `when-${n}`), when),
        sentence(told),
      ])
    case 'table':
      return [
        ...other(part(at, 'caption'), block.caption),
        ...block.head.flatMap((one, n) => other(part(at, `head-${n}`), one)),
        ...block.rows.flat().map(sentence),
      ]
    case 'fields':
      return block.fields.flatMap(({ label, told }, n) => [
        ...other(part(at, `label-${n}`), label),
        sentence(told),
      ])
    case 'figure':
      return other(part(at, 'caption'), block.figure.caption)
    case 'box':
      return [
        ...other(part(at, 'title'), block.title),
        ...block.blocks.flatMap((one, n) => inBlock(one, inside(at, n))),
      ]
  }
}

export const placesIn = ({ title, summary, figure, sections }: Manuscript): readonly Place[] => [
  ...other(TITLE, title),
  ...other(SUMMARY, summary ?? ''),
  ...other(CAPTION, figure?.caption ?? ''),
  ...sections.flatMap((section) => [
    ...other(sectionPlace(section), section.title),
    ...other(asidePlace(section), section.aside ?? ''),
    ...section.blocks.flatMap((block, n) => inBlock(block, inside(sectionPlace(section), n))),
  ]),
]
