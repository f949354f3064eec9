/** Sections whose sentences are bound to records in, the same with the number of a note behind each sentence out. */
import { type Block, type Bond, keyOf, type Run, type Section, type Sentence } from './manuscript.ts'

const isWords = (run: Run): boolean => run.kind === 'text'

/** The block with each of its sentences made anew, in the order in which a reader meets them. */
export function withSentences(block: Block, anew: (sentence: Sentence) => Sentence): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, sentences: block.sentences.map(anew) }
    case 'points':
      return { ...block, points: block.points.map(anew) }
    case 'quote':
      return { ...block, said: anew(block.said) }
    case 'timeline':
      return { ...block, entries: block.entries.map((one) => ({ ...one, told: anew(one.told) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(anew)) }
    case 'fields':
      return { ...block, fields: block.fields.map((one) => ({ ...one, told: anew(one.told) })) }
    case 'box':
      return { ...block, blocks: block.blocks.map((one) => withSentences(one, anew)) }
    case 'heading':
    case 'figure':
      return block
  }
}

/** A row of a table has its notes in its first cell: at every number they would hide the numbers. */
const quietCells = (block: Block): ReadonlySet<Sentence> =>
  new Set(
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.slice(1))
      : block.kind === 'box'
        ? block.blocks.flatMap((one) => [...quietCells(one)])
        : [],
  )

/**
 * Notes are numbered as they are met, however the text was moved about; one record has one note. What stood as a number
 * before is taken out. `isNoted`: whether there is anything to cite for what words rest on.
 */
export function numbered(
  sections: readonly Section[],
  isNoted: (bond: Bond) => boolean = () => true,
): { readonly sections: readonly Section[]; readonly order: readonly Bond[] } {
  const met = new Map<string, { readonly number: number; readonly bond: Bond }>()
  const noteOf = (bond: Bond): Run => {
    const known = met.get(keyOf(bond)) ?? { number: met.size + 1, bond }
    met.set(keyOf(bond), known)
    return { kind: 'note', note: known.number }
  }
  const made = sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      const quiet = quietCells(block)
      return withSentences(block, (sentence) => ({
        ...sentence,
        runs: [
          ...sentence.runs.filter(isWords),
          ...(quiet.has(sentence) ? [] : sentence.bonds.filter(isNoted).map(noteOf)),
        ],
      }))
    }),
  }))
  return { sections: made, order: [...met.values()].map((one) => one.bond) }
}
