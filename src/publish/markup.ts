/** A tagged template in, escaped HTML out: hono's `html`, held to synchronous values so that a page is one string. */
import { html as escaped } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString
/** What may stand in a template. Strings are escaped; false, null and undefined leave nothing. */
export type Piece = string | number | Markup | false | null | undefined | readonly Piece[]

/** Escapes every value that is not markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const made = escaped(strings, ...values)
  if (made instanceof Promise) throw new Error('a page may not wait')
  return made
}

/** The pieces with something between each two of them. */
export const between = (pieces: readonly Piece[], separator: Piece): readonly Piece[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
