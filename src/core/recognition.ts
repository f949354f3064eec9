/** What a machine makes out in a picture of words: lines, and how sure it is of each, from 0 to 100. */
import type { Block } from './document.ts'
import type { Language } from './language.ts'
import type { Span } from './span.ts'

/** How sure, and from where to where: counted from the beginning of whatever holds it, as cells are. */
export type Sureness = readonly [confidence: number, start: number, end: number]

/** Of a block read in a picture: every line of it, and the words that may be read otherwise. */
export type Recognised = { readonly lines: readonly Sureness[]; readonly doubtful: readonly Sureness[] }

/** Below this a word may well be another: a person looks at the paper. */
export const SURE = 80

/** Places in points from the foot and the left edge of the leaf, as in a text layer. */
export type RecognisedLine = {
  readonly words: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly confidence: number
  readonly doubtful: readonly Sureness[]
}

/** The leaves of one file as pictures. Numbers count from 1. */
export type Pictures = {
  readonly count: number
  /** Null: there are no words in it that anybody should believe. */
  readonly read: (number: number) => readonly RecognisedLine[] | null
  readonly close: () => void
}
export type PictureReader = {
  /** Which program with which data of which languages, each with its version: other data may read otherwise. */
  readonly id: string
  /** Throws where the bytes are no picture that can be opened, or `input.unpacked` for one too large. `language`: what it is said to be in. */
  readonly open: (bytes: Uint8Array, mediaType: string, language: Language | null) => Pictures
}

/** Of a whole text, counted from its beginning; null where the file held its letters itself. */
export function recognisedIn(blocks: readonly Pick<Block, 'span' | 'recognised'>[]): Recognised | null {
  const found = blocks.filter((one) => one.recognised)
  const all = (name: keyof Recognised): readonly Sureness[] =>
    found.flatMap(({ span, recognised }) =>
      (recognised?.[name] ?? []).map(
        ([sure, start, end]): Sureness => [sure, start + span.start, end + span.start],
      ),
    )
  return found.length > 0 ? { lines: all('lines'), doubtful: all('doubtful') } : null
}

const inside = (all: readonly Sureness[], { start, end }: Span): readonly Sureness[] =>
  all.filter(([, from, to]) => from < end && to > start)

/** Words in a stretch that may be read otherwise, and how sure the machine was of the word or line it was least sure of; null: no picture. */
export function surenessAt(
  recognised: Recognised | null,
  span: Span,
): { readonly least: number; readonly doubtful: readonly Sureness[] } | null {
  const lines = recognised ? inside(recognised.lines, span) : []
  const doubtful = recognised ? inside(recognised.doubtful, span) : []
  const all = [...(doubtful.length > 0 ? doubtful : lines)].map(([sure]) => sure)
  return lines.length === 0 ? null : { least: Math.min(...all), doubtful }
}
