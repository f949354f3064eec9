/** A way in which somebody told us in, whether the words of it leave the house out; lawyers own the answer. */
import type { Rule } from './codebook.ts'
import type { Source, Way } from './document.ts'
import type { Labels } from './language.ts'

/** shown: words are quoted on public pages, names covered · inside: neither the words nor who told them leave the house. */
export const WORDS_GO = ['shown', 'inside'] as const

export type WayRule = Rule & {
  readonly way: Way
  readonly label: Labels
  readonly words: (typeof WORDS_GO)[number]
}
export type Ways = ReadonlyMap<Way, WayRule>

/** A way that no rule speaks of any more is told inside. */
export const staysInside = (ways: Ways, { way }: Pick<Source, 'way'>): boolean =>
  way !== undefined && ways.get(way)?.words !== 'shown'
