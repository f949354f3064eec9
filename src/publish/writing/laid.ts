/** A drafted manuscript in, its outline with every sentence by id out: what an editor begins with, and what a draft made again is compared by. */
import type { Laid, Outline, Written } from '../../core/publication/text.ts'
import { SUMMARY, TITLE } from '../../core/publication/text.ts'
import { type Block, type Manuscript, type Sentence, sentencesOf } from '../manuscript/manuscript.ts'

/** A sentence as the records tell it, before anybody writes. */
export type Drafted = Pick<Written, 'id' | 'words' | 'bonds'>

export const wordsOf = ({ runs }: Pick<Sentence, 'runs'>): string =>
  runs
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('')
    .trim()

const drafted = (one: Sentence): Drafted => ({ id: one.id, words: wordsOf(one), bonds: one.bonds })

export type Laying = {
  readonly outline: Outline
  /** Of paragraphs, lists and boxes, and the title with the sentence under it. */
  readonly sentences: ReadonlyMap<string, Drafted>
  /** What is drawn from records whole, by the name that an outline gives it. */
  readonly blocks: ReadonlyMap<string, Block>
}

/** Tables, timelines, fields, quotations and figures stand in the outline by name: nobody rewrites what they say. */
export function layingOf({ title, summary, sections }: Manuscript): Laying {
  const sentences = new Map<string, Drafted>()
  const blocks = new Map<string, Block>()
  const keep = (some: readonly Sentence[]): readonly string[] => {
    for (const one of some) if (!sentences.has(one.id)) sentences.set(one.id, drafted(one))
    return [...new Set(some.map((one) => one.id))]
  }
  sentences.set(TITLE, { id: TITLE, words: title, bonds: [] })
  if (summary !== null) sentences.set(SUMMARY, { id: SUMMARY, words: summary, bonds: [] })
  const outline = sections.map(({ id, title: heading, blocks: own }) => {
    const named = new Map<string, number>()
    const nameOf = (block: Block): string => {
      const n = (named.get(block.kind) ?? 0) + 1
      named.set(block.kind, n)
      // One that went must not give its name to the next.
      const isNamed = block.kind === 'box' || block.kind === 'quote'
      return `${id}/${block.kind}/${isNamed ? (sentencesOf(block)[0]?.id ?? n) : n}`
    }
    const laid = (block: Block): Laid => {
      switch (block.kind) {
        case 'paragraph':
          return { kind: 'paragraph', sentences: keep(block.sentences) }
        case 'points':
          return { kind: 'points', sentences: keep(block.points) }
        case 'heading':
          return { kind: 'heading', title: block.title }
        case 'box': {
          const ref = nameOf(block)
          blocks.set(ref, block)
          return { kind: 'box', ref, title: '', blocks: block.blocks.map(laid) }
        }
        case 'quote':
        case 'timeline':
        case 'table':
        case 'fields':
        case 'figure': {
          const ref = nameOf(block)
          blocks.set(ref, block)
          return { kind: 'drafted', ref }
        }
      }
    }
    return { id, title: heading, isOut: false, blocks: own.map(laid) }
  })
  return { outline, sentences, blocks }
}
