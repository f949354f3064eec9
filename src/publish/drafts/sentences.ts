/** Words with what they rest on in, a sentence, a paragraph, a table of sentences out. */
import { type Block, type Bond, type Sentence, words } from '../manuscript/manuscript.ts'
import type { Filter } from '../views.ts'
import { rowsId } from './rows.ts'

export const sentence = (id: string, text: string, bonds: readonly Bond[] = []): Sentence => ({
  ...{ id, bonds },
  runs: [words(text)],
})

/** Whatever has nothing to say is left out. */
export const paragraph = (sentences: readonly (Sentence | null)[]): readonly Block[] => {
  const told = sentences.filter((one) => one !== null)
  return told.length === 0 ? [] : [{ kind: 'paragraph', sentences: told }]
}

export const points = (list: readonly Sentence[]): readonly Block[] =>
  list.length === 0 ? [] : [{ kind: 'points', points: list }]

export const heading = (title: string): Block => ({ kind: 'heading', title })

type Counted = { readonly country: string; readonly period: string }
/** Rows that were counted and can be opened. */
export const rows = (of: Counted, filter: Filter = {}): Bond => ({
  ...{ kind: 'measure', id: rowsId(of, filter) },
})
export const bondTo = (kind: Bond['kind'], ...ids: readonly string[]): readonly Bond[] =>
  ids.map((id) => ({ kind, id }))
