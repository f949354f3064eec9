/** A file that was sent out and came back, as the reader of files hands it to whoever compares: pieces of text with the marks under which they left. */

export type ReturnedPiece = {
  /** The tag or the bookmark under which it left (see `mark.ts`); null: it stands outside every mark. */
  readonly mark: string | null
  /** As they stand once every tracked change is accepted. Empty: nothing is left of it. */
  readonly words: string
  /** The same for pieces of one paragraph, more for those of a later one. */
  readonly paragraph: number
  /** Words of the notes whose marks stand in it, in order. */
  readonly footnotes: readonly string[]
  /** Whoever tracked a change in it, as the file names them; empty unless they were asked for. */
  readonly authors: readonly string[]
}

export type ReturnedComment = {
  /** The pieces it is on, by index; the one before it where it is on no words. */
  readonly pieces: readonly number[]
  /** The words it is on; empty where it is on none. */
  readonly quoted: string
  readonly words: string
  /** As the file names them; null unless they were asked for. */
  readonly author: string | null
}

export type Returned = {
  readonly pieces: readonly ReturnedPiece[]
  readonly comments: readonly ReturnedComment[]
}
