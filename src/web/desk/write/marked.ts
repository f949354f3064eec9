/** Pieces of a comparison in, the words that went and those that came out: struck out and underlined, so that no colour is needed to tell them. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { Piece as Compared } from '../../../publish/writing/compare.ts'

export const marked = (pieces: readonly Compared[]): Piece =>
  pieces.map((one) =>
    one.kind === 'same'
      ? one.text
      : one.kind === 'gone'
        ? html`<del>${one.text}</del>`
        : html`<ins>${one.text}</ins>`,
  )
