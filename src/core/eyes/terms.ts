/** A text in, what it is about out: groups of words that mean one thing in three languages, and the beginnings of all other words. Runs in browsers too. */

/** Words that mean one thing: each the beginning of a word, or a whole one where it ends in a full stop. */
export type WordGroup = { readonly id: string; readonly words: readonly string[] }
/** `passedOver`: words that say nothing of what a text is about. */
export type Alike = { readonly groups: readonly WordGroup[]; readonly passedOver: readonly string[] }
/** Made once for all texts: a group, and how it is found among words with a space between them. */
export type Ready = {
  readonly groups: readonly (readonly [string, RegExp])[]
  readonly passedOver: ReadonlySet<string>
}
/** A term and the words of the text by which it is there, as they were written. */
export type Terms = ReadonlyMap<string, readonly string[]>

/** A shorter word says too little; a longer beginning would keep the forms of one word apart. */
const [SHORTEST, BEGINNING] = [4, 6]
const WORD = /\p{L}[\p{L}\p{M}'’ʼ-]*/gu
const escaped = (word: string): string => word.replace(/[*+?^${}()|[\]\\]/g, '\\$&')

/** Small letters; ё is written е by half of those who write it. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е')

/** `free press` finds "free pressmen", `war.` finds "war" alone. */
const patternOf = (words: string): string =>
  plain(words)
    .split(' ')
    .map((one) => (one.endsWith('.') ? escaped(one.slice(0, -1)) : `${escaped(one)}[\\p{L}\\p{M}'’ʼ-]*`))
    .join(' ')

export const readyFor = ({ groups, passedOver }: Alike): Ready => ({
  groups: groups.map(({ id, words }) => [
    `=${id}`,
    new RegExp(`(?<= )(?:${words.map(patternOf).join('|')})(?= )`, 'gu'),
  ]),
  passedOver: new Set(passedOver.map(plain)),
})

/** A group stands for its words: they are not counted a second time by how they begin. Numbers and names of articles say nothing here. */
export function termsOf(text: string, { groups, passedOver }: Ready): Terms {
  const written = text.match(WORD) ?? []
  const line = ` ${written.map(plain).join(' ')} `
  const terms = new Map<string, string[]>()
  const add = (term: string, word: string): void => {
    const words = terms.get(term) ?? []
    if (!words.includes(word)) words.push(word)
    terms.set(term, words)
  }
  const grouped = new Set<string>()
  for (const [id, pattern] of groups)
    for (const [found] of line.matchAll(pattern)) {
      add(id, found)
      for (const word of found.split(' ')) grouped.add(word)
    }
  for (const word of written.map(plain))
    if (word.length >= SHORTEST && !grouped.has(word) && !passedOver.has(word))
      add(word.slice(0, BEGINNING), word)
  return terms
}
