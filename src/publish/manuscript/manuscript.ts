/** A publication as it was written, apart from how it is set: the same for a page, a typeset file, a word processor and plain text. */
import type { Language } from '../../core/language.ts'

/** The files that a manuscript is set as. */
export const PAPERS = ['pdf', 'docx', 'md', 'txt'] as const
export type Paper = (typeof PAPERS)[number]

/** Words, or the place of a note, counted from 1 in the order in which a reader meets them. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly note: number }

/** What words rest on: they state what these say, and are flagged when one of them changes. */
export const BONDS = [
  'incident',
  'person',
  'proceeding',
  'law',
  'bill',
  'analysis',
  'recommendation',
  'standard',
  'testimony',
  /** Rows that were counted, by what finds them: `kz 2020-q1 act=fine`. */
  'measure',
  'rating',
] as const
export type Bond = { readonly kind: (typeof BONDS)[number]; readonly id: string }

/** The smallest thing that is told, moved, rewritten and flagged. */
export type Sentence = {
  /** The same each time the same thing is told of the same records, so that an editor's words find their place again. */
  readonly id: string
  readonly runs: readonly Run[]
  /** None: words of the editor or of the form, which state nothing of a record. */
  readonly bonds: readonly Bond[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  /** A list, a line each. */
  | { readonly kind: 'points'; readonly points: readonly Sentence[] }
  | { readonly kind: 'heading'; readonly title: string }
  /** What somebody said who agreed to be quoted in these words. */
  | { readonly kind: 'quote'; readonly said: Sentence; readonly speaker: string }
  | {
      readonly kind: 'timeline'
      readonly entries: readonly { readonly when: string; readonly told: Sentence }[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly Sentence[])[]
    }
  /** The fields that an addressee asks for; one that nobody recorded is shown as missing, never left out. */
  | {
      readonly kind: 'fields'
      readonly fields: readonly {
        readonly label: string
        readonly told: Sentence
        readonly isMissing: boolean
      }[]
    }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly bonds: readonly Bond[] }
  /** Something apart from the text around it: a case, a course of events, a testimony. */
  | { readonly kind: 'box'; readonly title: string; readonly blocks: readonly Block[] }

export type Section = {
  readonly id: string
  readonly title: string
  /** What stands beside the title: how many. */
  readonly aside: string | null
  readonly blocks: readonly Block[]
}

export type Note = {
  readonly number: number
  /** A citation each: who says so. */
  readonly citations: readonly string[]
  /** Where the record and the words of its sources stand; null where the text leaves without an address of its own. */
  readonly href: string | null
  readonly bond: Bond
}

export type Figure = {
  /** A picture that needs nothing around it. */
  readonly svg: string
  /** What its signs say, each with its number. */
  readonly signs: readonly { readonly svg: string; readonly words: string }[]
  /** All that it shows, in words. */
  readonly alt: string
  readonly caption: string
}

export type Manuscript = {
  readonly language: Language
  /** What it is, in words: a country update. */
  readonly kind: string
  /** Of what, and of when. */
  readonly subject: string
  readonly title: string
  readonly summary: string | null
  readonly figure: Figure | null
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
  /** What the reader must know of it: what is withheld, in which language nobody has read it, under which licence it stands. */
  readonly colophon: readonly string[]
}

/** A slip, where words may not be read and something must stand: a heading needs words, for a voice and for a typeset file. */
export const HELD = '…'

export const words = (text: string): Run => ({ kind: 'text', text })

/** Words that end in a figure stand apart from the number of their note: 14 with note 4 is not 144. */
export const spaced = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run, at) => {
    const before = runs[at - 1]
    return run.kind === 'note' && before !== undefined && (before.kind === 'note' || /\d$/.test(before.text))
      ? [words('\u2009'), run]
      : [run]
  })

export const keyOf = ({ kind, id }: Bond): string => `${kind}:${id}`

/** Every sentence of a block, in the order in which a reader meets them. */
export function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences
    case 'points':
      return block.points
    case 'quote':
      return [block.said]
    case 'timeline':
      return block.entries.map((one) => one.told)
    case 'table':
      return block.rows.flat()
    case 'fields':
      return block.fields.map((one) => one.told)
    case 'box':
      return block.blocks.flatMap(sentencesOf)
    case 'heading':
    case 'figure':
      return []
  }
}
export const sentencesIn = (sections: readonly Section[]): readonly Sentence[] =>
  sections.flatMap((one) => one.blocks.flatMap(sentencesOf))

const figuresOf = (block: Block): readonly Figure[] =>
  block.kind === 'figure' ? [block.figure] : block.kind === 'box' ? block.blocks.flatMap(figuresOf) : []

/** Every figure, that of the opening first. */
export const figuresIn = ({
  figure,
  sections,
}: Pick<Manuscript, 'figure' | 'sections'>): readonly Figure[] => [
  ...(figure === null ? [] : [figure]),
  ...sections.flatMap((one) => one.blocks.flatMap(figuresOf)),
]
