/** How sure the country pack is of something in, in words out. */
import type { Certainty } from '../../core/pack.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'

const LEVELS = ['report', 'verified', 'recalled', 'unknown']

/** Nothing noted means nobody has checked. */
export function certainty(level: Certainty, words: Words): Markup {
  const word = level?.split(/\W/)[0] ?? 'unknown'
  return html`<span class="src">${words.t(`certainty.${LEVELS.includes(word) ? word : 'unknown'}`)}</span>`
}
