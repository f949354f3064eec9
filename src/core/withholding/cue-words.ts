/** A text with words to look for in, whether it says one of them out; without regard to case, accents and hyphens. */
import { foldToken } from '../names/fold.ts'

const WORD = /[\p{L}\p{M}\p{N}'’ʼ`]+/gu

/** Ages count, so digits are kept: «17-year-old» is 17, year, old. */
const foldWords = (text: string): readonly string[] =>
  // Soft hyphens and invisible spaces inside a word would hide it.
  [...text.replace(/[\u00ad\u200b-\u200d\u2060]/g, '').matchAll(WORD)].map((match) => foldToken(match[0]))

type Cue = readonly { readonly token: string; readonly mayGoOn: boolean }[]
const cues = new Map<string, Cue>()

function cueOf(written: string): Cue {
  const known = cues.get(written)
  if (known) return known
  const cue = written
    .split(/[\s-]+/)
    .map((word) => ({ token: foldToken(word.replace(/\*$/, '')), mayGoOn: word.endsWith('*') }))
  cues.set(written, cue)
  return cue
}

/** True when the words of one cue stand in the text one after the other. */
export function saysOneOf(text: string, written: readonly string[]): boolean {
  const words = foldWords(text)
  const present = new Set(words)
  return written.map(cueOf).some((cue) => {
    const [first] = cue
    if (!first || (!first.mayGoOn && !present.has(first.token))) return false
    return words.some((_, at) =>
      cue.every(({ token, mayGoOn }, step) => {
        const word = words[at + step] ?? ''
        return mayGoOn ? word.startsWith(token) : word === token
      }),
    )
  })
}
