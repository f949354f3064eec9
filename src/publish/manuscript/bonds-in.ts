/** A manuscript in, everything that it rests on out, each once: what its sentences and its figures are bound to. */
import { type Block, type Bond, keyOf, type Manuscript, sentencesIn } from './manuscript.ts'

export function bondsIn({ sections }: Pick<Manuscript, 'sections'>): readonly Bond[] {
  const ofFigures = (block: Block): readonly Bond[] =>
    block.kind === 'figure' ? block.bonds : block.kind === 'box' ? block.blocks.flatMap(ofFigures) : []
  const all = [
    ...sentencesIn(sections).flatMap((one) => one.bonds),
    ...sections.flatMap((one) => one.blocks.flatMap(ofFigures)),
  ]
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}
