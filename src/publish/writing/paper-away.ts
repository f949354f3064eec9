/** A text as it stands in, the manuscript that a partner edits in a word processor out: what nobody may read is a slip, and a line at the end says of which version it is. */
import type { Text, Written } from '../../core/publication/text.ts'
import { type Block, HELD, type Manuscript } from '../manuscript/manuscript.ts'
import { setText } from './set-text.ts'

/** Of which publication, at which entry of the log. */
export type Head = { readonly id: string; readonly version: number }
export const markOfPaper = ({ id, version }: Head): string => `aigaq ${id} ${version}`

/** Null: it is no file that left here, or the line was taken out. */
export function headOfPaper(words: string): Head | null {
  const found = /\baigaq (pub-[a-z0-9]+) (\d{1,15})\b/.exec(words)
  return found ? { id: found[1] ?? '', version: Number(found[2]) } : null
}

/** `held`: ids of sentences and sections whose words leave for nobody. `line`: holds the mark. */
export function partnersCopy(
  text: Text,
  today: Manuscript,
  { held, line }: { readonly held: ReadonlySet<string>; readonly line: string },
): Manuscript {
  const slip = (one: Written): Written => (held.has(one.id) ? { ...one, words: HELD } : one)
  const shown: Text = {
    outline: text.outline.map((one) => (held.has(one.id) ? { ...one, title: HELD } : one)),
    sentences: new Map([...text.sentences].map(([id, one]) => [id, slip(one)])),
  }
  const made = setText(shown, today)
  return {
    ...made,
    // What a drawing says in words has no mark: nobody could tell it from words that were added.
    figure: null,
    sections: made.sections.map((one) => ({ ...one, blocks: one.blocks.flatMap(undrawn) })),
    colophon: [line],
  }
}

const undrawn = (block: Block): readonly Block[] =>
  block.kind === 'figure'
    ? []
    : [block.kind === 'box' ? { ...block, blocks: block.blocks.flatMap(undrawn) } : block]
