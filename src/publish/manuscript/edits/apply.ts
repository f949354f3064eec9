/** Sections and changes that somebody accepted in, the sections as they then are out; what words rest on stays with them. */
import { short } from '../../../core/mark.ts'
import { type Block, type Section, type Sentence, words as saying } from '../manuscript.ts'
import type { At, Edit } from './edits.ts'

/** What becomes of one sentence: itself, changed or gone, and what came after it. */
type Now = { readonly own: readonly Sentence[]; readonly added: readonly Sentence[] }
type Each = (sentence: Sentence) => Now

const keyOf = (place: string, nth: number): string => JSON.stringify([place, nth])
const at = ({ place, nth }: At): string => keyOf(place, nth)

/** Words of somebody outside rest on no record until an editor says on which. */
const fresh = (words: string, after: string): Sentence => ({
  ...{ id: `added:${short(`${after} ${words}`)}`, runs: [saying(words)], bonds: [] },
})

/** One of these for one pass over the text: what stands twice in it is counted. */
function each(edits: readonly Edit[]): Each {
  const changed = new Map(edits.flatMap((one) => (one.kind === 'changed' ? [[at(one.at), one.after]] : [])))
  const gone = new Set(edits.flatMap((one) => (one.kind === 'deleted' ? [at(one.at)] : [])))
  const came = new Map<string, Sentence[]>()
  for (const one of edits)
    if (one.kind === 'inserted' && one.after) {
      const key = at(one.after)
      came.set(key, [...(came.get(key) ?? []), fresh(one.words, key)])
    }
  const met = new Map<string, number>()
  return (sentence) => {
    const nth = (met.get(sentence.id) ?? 0) + 1
    met.set(sentence.id, nth)
    const key = keyOf(sentence.id, nth)
    const words = changed.get(key)
    // Its notes come again when the text is numbered.
    const own = words === undefined ? sentence : { ...sentence, runs: [saying(words)] }
    return { own: gone.has(key) ? [] : [own], added: came.get(key) ?? [] }
  }
}

/** Where there is no room for one sentence more, it stands in a paragraph after the block. */
const after = (added: readonly Sentence[]): readonly Block[] =>
  added.length === 0 ? [] : [{ kind: 'paragraph', sentences: added }]
const unless = (isEmpty: boolean, block: Block): readonly Block[] => (isEmpty ? [] : [block])

function blockWith(block: Block, now: Each): readonly Block[] {
  switch (block.kind) {
    case 'paragraph': {
      const sentences = block.sentences.map(now).flatMap(({ own, added }) => [...own, ...added])
      return unless(sentences.length === 0, { ...block, sentences })
    }
    case 'points': {
      const points = block.points.map(now).flatMap(({ own, added }) => [...own, ...added])
      return unless(points.length === 0, { ...block, points })
    }
    case 'quote': {
      const { own, added } = now(block.said)
      return [...own.map((said): Block => ({ ...block, said })), ...after(added)]
    }
    case 'timeline': {
      const told = block.entries.map((one) => ({ one, ...now(one.told) }))
      const entries = told.flatMap(({ one, own }) => own.map((sentence) => ({ ...one, told: sentence })))
      return [
        ...unless(entries.length === 0, { ...block, entries }),
        ...after(told.flatMap((one) => one.added)),
      ]
    }
    case 'fields': {
      const told = block.fields.map((one) => ({ one, ...now(one.told) }))
      const fields = told.flatMap(({ one, own }) =>
        own.map((sentence) => ({
          ...one,
          told: sentence,
          isMissing: one.isMissing && sentence === one.told,
        })),
      )
      return [
        ...unless(fields.length === 0, { ...block, fields }),
        ...after(told.flatMap((one) => one.added)),
      ]
    }
    case 'table': {
      const told = block.rows.map((row) => row.map((one) => ({ one, ...now(one) })))
      // A cell stays where its words went: the columns of its row depend on it.
      const rows = told.map((row) => row.map(({ one, own }) => own[0] ?? { ...one, runs: [], bonds: [] }))
      return [{ ...block, rows }, ...after(told.flat().flatMap((one) => one.added))]
    }
    case 'box':
      return [{ ...block, blocks: block.blocks.flatMap((one) => blockWith(one, now)) }]
    case 'heading':
    case 'figure':
      return [block]
  }
}

/**
 * Of the edits given, those on sentences: changed, deleted, inserted after a sentence. Moves, notes at the foot, comments and
 * what is no sentence are an editor's to carry out. Number the notes anew after it (`numbered`).
 */
export function withEdits(sections: readonly Section[], edits: readonly Edit[]): readonly Section[] {
  const now = each(edits)
  return sections.map((one) => ({ ...one, blocks: one.blocks.flatMap((block) => blockWith(block, now)) }))
}
