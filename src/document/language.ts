/** A text → which of the three languages it is written in, or a refusal that names what it seems to be. */
import { francAll } from 'franc-min'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'

const OURS: Readonly<Record<string, Language>> = { eng: 'en', rus: 'ru', kaz: 'kk' }

/** Letters that among Cyrillic alphabets here only Kazakh joins with the rest; і alone would also be Ukrainian. */
const KAZAKH_ONLY = /[ұғқ]/giu
const KAZAKH = /[әғқңөұүһі]/giu
/** Letters of neighbours that neither Russian nor Kazakh has: Ukrainian, Belarusian, Uzbek, Tajik, Bashkir, Serbian. */
const NEIGHBOUR = /[їєґўҳҷӯӣҫҙћђљњџјѕ]/giu

/** Letters of every Russian text, and of none in the languages whose trigrams are nearest to its own. */
const NEVER_SOUTH = /[ыэ]/giu
const SOUTH: ReadonlySet<string> = new Set(['bul', 'mkd', 'srp', 'ukr'])

/** Below this many letters trigrams guess at random and only the script is asked. */
const SHORT = 60
/** From here on the best of all languages has to be one of ours. */
const LONG = 300
/** Between the two, how near one of ours must come to the best. */
const NEAR = 0.7

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Three slices, because the start of a saved page is often its menu. */
const sampleOf = (text: string): string =>
  text.length <= 6000
    ? text
    : [0.1, 0.45, 0.8].map((at) => text.slice(Math.floor(text.length * at)).slice(0, 680)).join(' ')

/** The language of a text. Throws `input.language` with the guess (ISO 639-3, or `und`) when it is clearly another one. */
export function languageOf(text: string): Language {
  const latin = count(text, /\p{Script=Latin}/gu)
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu)
  const letters = count(text, /\p{L}/gu)
  const ranked = francAll(sampleOf(text))
  const guess = ranked[0]?.[0] ?? 'und'
  if ((latin + cyrillic) * 2 < letters) throw refuse('input.language', { language: guess })
  if (cyrillic > latin) {
    if (count(text, NEIGHBOUR) * 100 >= cyrillic) throw refuse('input.language', { language: guess })
    // Kazakh has one such letter in six; Russian that names Kazakh places has one in thirty.
    const kazakh = count(text, KAZAKH)
    if (kazakh * 16 >= cyrillic && count(text, KAZAKH_ONLY) > 0) return 'kk'
    // Short Kazakh of few such letters, where the trigrams agree.
    if (guess === 'kaz' && kazakh > 0) return 'kk'
    // ң ө ү without ғ қ ұ: Kyrgyz, Tatar or Mongolian, never Kazakh of any length.
    if (kazakh * 25 >= cyrillic && count(text, KAZAKH_ONLY) === 0 && cyrillic >= SHORT)
      throw refuse('input.language', { language: guess === 'rus' ? 'und' : guess })
  }
  const script: Language = cyrillic > latin ? 'ru' : 'en'
  if (letters < SHORT) return script
  const best = ranked.find(([code]) => OURS[code] === script)
  if (best === undefined || best[1] < NEAR) throw refuse('input.language', { language: guess })
  // What a machine read in a picture has ш for щ and е for ё, and then looks like Bulgarian to trigrams; ы and э remain.
  const isRussian = script === 'ru' && SOUTH.has(guess) && count(text, NEVER_SOUTH) * 100 >= cyrillic
  if (letters >= LONG && best[0] !== guess && !isRussian) throw refuse('input.language', { language: guess })
  return script
}
