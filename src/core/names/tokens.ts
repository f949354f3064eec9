/** A name as written in, its tokens out: scripts told apart, look-alike letters put right, each folded to the letters names are compared in. */
import type { NameRules } from './rules.ts'

export type NameToken = {
  /** As written, composed (NFC). */
  readonly written: string
  /** Compared letters; a token in a script without a table keeps its own. */
  readonly folded: string
  readonly isInitial: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼʹ`´][\p{L}\p{M}]+)*/gu
/** `ZagipaYahyanovna` is two words; `McDonald` and `DeWitt` are one. */
const GLUED = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/u
/** Latin letters that stand in Cyrillic words by mistake, and the other way round. */
const LATIN_LOOKS = 'aceopxyiABCEHKMOPTXI'
const CYRILLIC_LOOKS = 'асеорхуіАВСЕНКМОРТХІ'
const isCyrillic = (letter: string): boolean => /\p{Script=Cyrillic}/u.test(letter)
const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter)

export function tokensOf(name: string, rules: Pick<NameRules, 'letters' | 'folds'>): readonly NameToken[] {
  const text = joinDottedLetters(name.normalize('NFC'))
  return [...text.matchAll(WORD)]
    .flatMap((match) => match[0].split(GLUED))
    .map(oneScript)
    .map((written) => {
      const folded = foldLetters(written, rules)
      const isBare = [...written.replace(/\p{M}/gu, '')].length === 1
      return { written, folded, isInitial: isBare && /^\p{Lu}$/u.test(written) }
    })
    .filter((one) => one.folded !== '')
}

/** `A.B.C.` is one word of three letters, `A. B. Usenov` two initials. */
const joinDottedLetters = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])(?:\p{Lu}\.){3,}/gu, (letters) => letters.replaceAll('.', ''))

/** A word in two scripts is in the one that most of its letters have, where the others look like letters of it. */
function oneScript(word: string): string {
  const letters = [...word]
  const cyrillic = letters.filter(isCyrillic).length
  const latin = letters.filter(isLatin).length
  if (cyrillic === 0 || latin === 0) return word
  const [from, to] = cyrillic >= latin ? [LATIN_LOOKS, CYRILLIC_LOOKS] : [CYRILLIC_LOOKS, LATIN_LOOKS]
  return letters
    .map((letter) => {
      const at = [...from].indexOf(letter)
      return at < 0 ? letter : ([...to][at] ?? letter)
    })
    .join('')
}

export function foldLetters(word: string, { letters, folds }: Pick<NameRules, 'letters' | 'folds'>): string {
  const lower = word
    .replace(/['’ʼ]s$/i, '')
    .replace(/['’ʼʹ`´]/g, '')
    .toLowerCase()
  const own = [...lower.normalize('NFC')]
  const isLatinWord = !own.some((letter) => letters.has(letter))
  const latin = own.map((letter) => letters.get(letter) ?? plain(letter)).join('')
  return folds
    .filter((fold) => isLatinWord || !fold.latinOnly)
    .reduce((text, { from, to }) => text.replace(from, to), latin)
}

const UNCOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 't',
  œ: 'o',
  ə: 'a',
}
/** ş and ç are letters of their own in what names are folded to. */
const KEPT = new Set(['ş', 'ç'])
/** One sign of Hangul is a syllable: taken apart, a whole other name would be a third of a letter away. */
const isSyllable = (letter: string): boolean => /\p{Script=Hangul}/u.test(letter)

const plain = (letter: string): string =>
  KEPT.has(letter) || isSyllable(letter)
    ? letter
    : (UNCOMPOSED[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, ''))
