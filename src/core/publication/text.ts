/** The text of a publication as its editors lay it: sections of blocks of sentences, each sentence bound to the records it rests on. */

/** Kind and id of a record, as src/publish/manuscript names them. */
export type Bond = { readonly kind: string; readonly id: string }
export const bondKey = ({ kind, id }: Bond): string => `${kind}:${id}`

/** What the public form of a record said, part by part: fingerprints, so that nothing of it is kept. By key of the bond. */
export type Prints = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Before the id of a record, in the fingerprint of a number: it was counted of this one among others. */
export const ROW = 'row:'
/** Records that what these prints are of was counted of. */
export const rowsIn = (prints: Prints): readonly string[] =>
  Object.values(prints).flatMap((parts) =>
    Object.keys(parts).flatMap((part) => (part.startsWith(ROW) ? [part.slice(ROW.length)] : [])),
  )

/** A sentence as it was last written. */
export type Written = {
  readonly id: string
  readonly words: string
  /** As the records told it when these words were written or last confirmed; null: an editor’s own sentence. */
  readonly told: string | null
  readonly bonds: readonly Bond[]
  readonly prints: Prints
  /** True: left out of the text. The words are kept, so that it can come back. */
  readonly isOut: boolean
  /** Why an editor stands by words that the rules doubt; holds for these words alone. */
  readonly why: string | null
}

/** A block of the outline: sentences by id; what is drawn from records whole is named, and is what they say today. */
export type Laid =
  | { readonly kind: 'paragraph' | 'points'; readonly sentences: readonly string[] }
  | { readonly kind: 'heading'; readonly title: string }
  /** A table, a timeline, fields, a quotation, a figure. */
  | { readonly kind: 'drafted'; readonly ref: string }
  /** `ref`: of the drafted box whose title it bears; null: it bears its own. */
  | {
      readonly kind: 'box'
      readonly ref: string | null
      readonly title: string
      readonly blocks: readonly Laid[]
    }
export type LaidSection = {
  readonly id: string
  readonly title: string
  readonly isOut: boolean
  readonly blocks: readonly Laid[]
}
export type Outline = readonly LaidSection[]

/** The title and the sentence under it are sentences like others, and stand in no section. */
export const TITLE = 'title'
export const SUMMARY = 'summary'

export type Text = {
  readonly outline: Outline
  readonly sentences: ReadonlyMap<string, Written>
}

export const sentencesOfLaid = (laid: Laid): readonly string[] =>
  laid.kind === 'box'
    ? laid.blocks.flatMap(sentencesOfLaid)
    : laid.kind === 'heading' || laid.kind === 'drafted'
      ? []
      : laid.sentences
export const sentencesOfSection = (section: LaidSection): readonly string[] =>
  section.blocks.flatMap(sentencesOfLaid)

/** Ids of all sentences in the order in which they are read, those left out among them. */
export const orderOf = (outline: Outline): readonly string[] => [
  TITLE,
  SUMMARY,
  ...outline.flatMap(sentencesOfSection),
]

/** The sentences that readers would see, in order. */
export const standingIn = ({ outline, sentences }: Text): readonly Written[] =>
  orderOf(outline.filter((one) => !one.isOut)).flatMap((id) => {
    const one = sentences.get(id)
    return one && !one.isOut ? [one] : []
  })
