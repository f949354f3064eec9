/** A name in, its folded tokens out: for comparing what was written with what may be shown. Identity itself is judged elsewhere. */

/** Letters of one word: no case, no marks, no possessive. */
export const foldToken = (token: string): string =>
  token
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ`]s$/i, '')
    .replace(/['’ʼ`]/g, '')
    .toLowerCase()

/** `Asan  Usenov's` → asan, usenov. Single letters (initials) are kept. */
export const foldName = (name: string): readonly string[] =>
  name
    .split(/[^\p{L}\p{M}'’ʼ`-]+/u)
    .flatMap((word) => word.split('-'))
    .map(foldToken)
    .filter((token) => token !== '')

export const sameWords = (a: string, b: string): boolean => foldName(a).join(' ') === foldName(b).join(' ')

/** Russian and Kazakh endings change a name's tail: two tokens may be forms of one when only the tail differs. */
export function maybeSameToken(a: string, b: string): boolean {
  if (a === b) return true
  const isCyrillic = /^\p{Script=Cyrillic}/u.test(a) && /^\p{Script=Cyrillic}/u.test(b)
  if (!isCyrillic || Math.min(a.length, b.length) < 4) return false
  const stem = Math.min(a.length, b.length) - 1
  return a.slice(0, stem) === b.slice(0, stem) && Math.abs(a.length - b.length) <= 4
}
