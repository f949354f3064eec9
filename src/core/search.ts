/** Words somebody typed in, terms out: each with the forms in which a text may hold it, and a test for one word of a text. */
import { foldToken } from './names/fold.ts'
import { soundPattern } from './sound-pattern.ts'
import { maybeSameSound, soundOf } from './withholding/sound.ts'

export type Term = {
  readonly folded: string
  /** How it sounds, without a Russian or Kazakh ending; null: too short to tell. */
  readonly sound: string | null
  /** Finds it in a text in small letters, at the beginning of a word, in either script. */
  readonly pattern: string
  /** The same, ready for a text in small letters. */
  readonly finds: RegExp
}

const MOST_TERMS = 8
const LONGEST = 60

/** `kz-2024-05-07-a` is one word; a name with a hyphen is two. */
const ID = /^[a-z]{2}-[a-z0-9-]*\d[a-z0-9-]*$/
const WORD = /[\p{L}\p{M}\p{N}'’ʼ`]+/gu

/** Words of a text with their numbers, folded: an article is looked for by its number. */
export const searchWords = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).map(foldToken).filter((word) => word !== '')

export const termsIn = (typed: string): readonly Term[] => {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => (ID.test(word) ? [word] : (word.match(WORD) ?? [])))
  const terms = words.map((word) => termOf(word.slice(0, LONGEST))).filter((one) => one.folded !== '')
  return [...new Map(terms.map((one) => [one.folded, one])).values()].slice(0, MOST_TERMS)
}

function termOf(word: string): Term {
  const folded = foldToken(word)
  const stem = foldToken(withoutEnding(word))
  const bySound = soundPattern(stem)
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = bySound === null ? plain : `(?:${plain}|${bySound})`
  return {
    folded,
    sound: bySound === null ? null : soundOf(stem),
    pattern,
    finds: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, 'u'),
  }
}

/** The last vowels of a Cyrillic word are mostly an ending: Мамая, Мамаю and Мамай are one name. */
const withoutEnding = (word: string): string =>
  /^\p{Script=Cyrillic}+$/u.test(word) ? word.replace(/(?<=^.{4,})[аяуюоеыиіәөүұ]{1,2}$/u, '') : word

/** How one word of a text answers a term: its letters begin so, it sounds so, or not at all. */
export function wordAnswers(word: string, term: Term): 'letters' | 'sound' | null {
  const folded = foldToken(word)
  if (folded.startsWith(term.folded)) return 'letters'
  if (term.sound === null) return null
  return soundOf(folded).startsWith(term.sound) || maybeSameSound(folded, term.folded) ? 'sound' : null
}

export type Marked = { readonly text: string; readonly isHit: boolean }
const AROUND = 110

/** The text around the first word that answers, with every such word marked; its beginning where none does. */
export function excerpt(text: string, terms: readonly Term[]): readonly Marked[] {
  const hits = [...text.matchAll(WORD)].filter(([word]) => terms.some((term) => wordAnswers(word, term)))
  const first = hits[0]?.index ?? 0
  const [from, to] = [Math.max(0, first - AROUND), Math.min(text.length, first + 2 * AROUND)]
  const parts: Marked[] = []
  const push = (start: number, end: number, isHit: boolean): void => {
    const piece = text.slice(start, end).replace(/\s+/g, ' ')
    if (piece !== '') parts.push({ text: piece, isHit })
  }
  let at = from
  for (const { 0: word, index } of hits) {
    if (index < from || index + word.length > to) continue
    push(at, index, false)
    push(index, index + word.length, true)
    at = index + word.length
  }
  push(at, to, false)
  return [
    ...(from > 0 ? [{ text: '…', isHit: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: '…', isHit: false }] : []),
  ]
}

/** Every term is answered by some word of the text: by its pattern, as the database looks for it, since texts are long. */
export function answersAll(text: string, terms: readonly Term[]): boolean {
  const small = text.toLowerCase()
  return terms.every((term) => term.finds.test(small))
}
