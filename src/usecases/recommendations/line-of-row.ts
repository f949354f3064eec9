/** A row of a table of recommendations in, the line that somebody would have written by hand out, and which column each part of it came from. */
import { createHash } from 'node:crypto'
import type { Column, TableRow } from './table-rows.ts'

export type RowAsLine = {
  readonly id: string
  /** Not checked yet: whatever stands in the cells. */
  readonly line: Readonly<Record<string, unknown>>
  /** That it asks the same as others, and why. */
  readonly same: readonly string[]
  readonly sameWhy: string | null
}

const listed = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The same words from the same place are one recommendation, whoever gives the file again. */
const idOf = (source: string, words: string): string =>
  `rec-${createHash('sha256').update(`${source}\n${words}`).digest('hex').slice(0, 12)}`

/** Nothing is let out by a file: an editor does that, one by one. */
export function lineOfRow({ cells }: TableRow, country: string, by: string, at: string): RowAsLine {
  const cell = (column: Column): string | undefined => cells.get(column)
  const maybe = <K extends string>(key: K, value: unknown) =>
    value === undefined ? {} : ({ [key]: value } as Record<K, unknown>)
  const words = cell('words') ?? ''
  const document = cell('document')
  const id = cell('id') ?? idOf([document ?? cell('source'), cell('place')].join(' '), words)
  const specificity = cell('specificity')
  const said = {
    ...{ words, language: cell('language'), title: cell('source') },
    ...{ place: cell('place') ?? null, url: cell('url') ?? null },
  }
  return {
    id,
    line: {
      ...{ record: 'recommendation', id, country, by, at, public: false },
      ...(document === undefined ? { said } : { passage: { document, from: words, to: words } }),
      ...{ body: cell('body') ?? '', on: cell('on') ?? null, addressees: listed(cell('addressees')) },
      ask: { en: cell('ask-en') ?? '', ru: cell('ask-ru') ?? null, kk: cell('ask-kk') ?? null },
      ...{ laws: listed(cell('laws')), freedoms: listed(cell('freedoms')), people: listed(cell('people')) },
      ...maybe('specificity', specificity === undefined ? undefined : Number(specificity)),
      ...maybe('response', cell('response')),
      ...maybe('due', cell('due')),
    },
    same: listed(cell('same-as')),
    sameWhy: cell('same-why') ?? null,
  }
}

/** The column behind a place in the line, as a checker names it. */
export function columnOf(path: string): string {
  const [first = '', second = ''] = path.split('.')
  if (first === 'said') return second === 'title' ? 'source' : second
  if (first === 'passage') return second === 'document' ? 'document' : 'words'
  return first === 'ask' ? `ask-${second || 'en'}` : first
}
