/** A drawing in, whether it is one of ours out, and the same for a page, whose style sheet colours it by class. */
import { short } from '../../core/mark.ts'

/** Shapes, words, what is used again, and a style sheet of its own: all that our figures are made of. */
const TAGS =
  /^(svg|style|defs|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|title|desc|use|pattern|clipPath|mask|symbol|linearGradient|stop)$/

/** A manuscript may have lain in a file or a store: nothing in it runs, leads away, or asks for anything. */
export const isDrawing = (svg: string): boolean =>
  /^\s*<svg[\s>]/.test(svg) &&
  !/<[!?]/.test(svg) &&
  [...svg.matchAll(/<\/?([^\s/>]*)/g)].every(([, tag = '']) => TAGS.test(tag)) &&
  !/\son\w+\s*=|href\s*=\s*(?!["']#)|url\((?!#)|@import/i.test(svg)

/**
 * Its own style sheet would be refused by the page, and would stay light in the dark. What it shows is told around it. Names inside it are made its own, since
 * a page may hold other drawings that use the same.
 */
export function onPage(svg: string): string {
  const own = short(svg).slice(-6)
  return (
    svg
      .replace(/<style>[^<]*<\/style>/g, '')
      .replace(/ role="img"| aria-labelledby="[^"]*"/g, '')
      // The page hides a wide cloth on a phone and shows one on end; here there is but one.
      .replace(/ class="(?:wide|narrow)(?: lone)?"/g, '')
      .replace(/\b(id="|href="#|url\(#)(?=[\w-])/g, `$1${own}-`)
  )
}
