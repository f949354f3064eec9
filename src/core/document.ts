/** A source's content as text with numbered blocks, and the source that it came from. */
import type { Elsewhere } from './elsewhere.ts'
import type { Language } from './language.ts'
import type { Recognised } from './recognition.ts'
import type { Span } from './span.ts'

/** `furniture` is page furniture and site boilerplate; it and `footnote` are never read for incidents. */
export const BLOCK_KINDS = ['heading', 'paragraph', 'item', 'footnote', 'furniture'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]
/** A cell of a list: its column from 0, and where its words begin and end, counted from the beginning of their block. */
export type CellPlace = readonly [column: number, start: number, end: number]
/**
 * `page`: the leaf it begins on, counted from 1, where the file has leaves. `cells`: of a row of a list; the row that names
 * the columns is `furniture`, a title above it a `heading`. `recognised`: where a machine read the words in a picture.
 */
export type Block = {
  readonly kind: BlockKind
  readonly span: Span
  readonly page?: number
  readonly cells?: readonly CellPlace[]
  readonly recognised?: Recognised
}

export const MEDIA_TYPES = [
  'text/plain',
  'text/markdown',
  'text/html',
  'text/csv',
  'message/rfc822',
  'application/json',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
  'image/tiff',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** What a file holds and its text does not; it is said, so that nobody takes the text for the whole. */
export const LEFT_OUT_KINDS = [
  'attachment',
  'comment',
  'hidden-text',
  'hidden-sheet',
  'hidden-cell',
  'formula',
  'picture-page',
] as const
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number]
/** `names` are those of attachments, as the sender gave them; empty for all other kinds. */
export type LeftOut = { readonly kind: LeftOutKind; readonly n: number; readonly names: readonly string[] }

export type Document = {
  /** SHA-256 of the bytes as received, hex. */
  readonly sha256: string
  readonly mediaType: MediaType
  readonly language: Language
  /** The reader that made the text, as id@version: a new version makes a new document, never changes this one. */
  readonly reader: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOut[]
}

export const RELIABILITIES = ['high', 'likely', 'unsure', 'unlikely', 'low', 'unknown'] as const
export type Reliability = (typeof RELIABILITIES)[number]

/** How somebody told us; what each means, and whether its words leave the house, stands in codebook/ways.yaml. */
export const WAYS = [
  'observation',
  'interview',
  'telephone',
  'message',
  'court_paper',
  'publication',
  'list',
  'other',
] as const
export type Way = (typeof WAYS)[number]

/** A title told in another language than its own. */
export type TitleIn = { readonly [L in Language]?: string }

/** Who told us, and how. `collector` is who saw or counted: sources that quote each other share one. */
export type Source = {
  /** In the language and script of the source. */
  readonly title: string
  /** What it says in another language, as somebody wrote it down; left out where nobody did. */
  readonly titleIn?: TitleIn | undefined
  readonly publisher: string | null
  readonly collector: string | null
  readonly url: string | null
  readonly published: string | null
  readonly accessed: string | null
  readonly licence: string | null
  readonly reliabilityOfSource: Reliability
  readonly reliabilityOfInformation: Reliability
  /** Of what was written down by hand; left out for a report that came in as a file. */
  readonly way?: Way | undefined
  /** Of what another house published; left out for our own. */
  readonly elsewhere?: Elsewhere | undefined
}
