/** A folded word in any script in, a regular expression out that finds its spellings in Latin and Cyrillic letters; for JavaScript and PostgreSQL alike. */
import { soundOf } from './withholding/sound.ts'

/** One sound → the ways it is written; longer ones first, so that `sh` is no s with an h. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ['sh', '(?:sh|ш|щ)'],
  ['ch', '(?:ch|ч)'],
  ['ts', '(?:ts|ц|тс)'],
  ['iu', '(?:iu|yu|ju|ю|иу)'],
  ['ia', '(?:ia|ya|ja|я|иа)'],
  ['a', '[aäáаәə]'],
  ['b', '[bб]'],
  ['v', '[vв]'],
  ['g', '(?:gh|[gğгғ])'],
  ['d', '[dд]'],
  ['e', '(?:ye|ie|[eеёэ])'],
  ['j', '(?:dzh|zh|дж|[jж])'],
  ['z', '[zз]'],
  ['i', '[iyıийыі]'],
  ['k', '[kqcкқ]'],
  ['l', '[lл]'],
  ['m', '[mм]'],
  ['n', '(?:ng|[nñнң])'],
  ['o', '[oöоө]'],
  ['p', '[pп]'],
  ['r', '[rр]'],
  ['s', '[sсc]'],
  ['t', '[tт]'],
  ['u', '[uwüūуұү]'],
  ['f', '[fф]'],
  ['h', '(?:kh|[hхһ])'],
]
/** Between letters a hard or soft sign may stand, and a letter may be doubled. */
const signs = '[ъь’]?'

/** Shorter words sound like too many others. */
export const SHORTEST_SOUND = 4

/** Null: too short to be told by its sound. */
export function soundPattern(word: string): string | null {
  const sound = soundOf(word)
  if (sound.length < SHORTEST_SOUND) return null
  let [pattern, heard, before] = ['', '', '']
  for (let at = 0; at < sound.length; ) {
    const found = WRITTEN.find(([written]) => sound.startsWith(written, at))
    if (!found) return null
    at += found[0].length
    // A sound again is the one before, written once more; twice in the pattern, a long run of it would be tried in every way.
    if (found[0] === before) continue
    before = found[0]
    heard += before
    // A name that ends in й has я, ю or е in its other cases.
    const isLastI = at === sound.length && found[0] === 'i'
    pattern += `(?:${isLastI ? '[iyıийыіяюе]' : found[1]})+${signs}`
  }
  return heard.length < SHORTEST_SOUND ? null : pattern
}
