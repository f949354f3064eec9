/** Where a record came from that another house published: told with it wherever it is shown, so that nobody takes it for our own. */

export type Elsewhere = {
  /** What those who brought it in call the other house. */
  readonly node: string
  /** SHA-256 of the package as received, hex: whoever has the same file can compare. */
  readonly package: string
}

/** Stands in a text that came from elsewhere for what was held back there; of one form, so that its size tells nothing. */
export const SLIP = '[withheld]'
