/** A surname as written here → the name of the same text that it spells a little differently. */

/** A surname spelt a little differently inside the same text: one letter in six, two in nine, same first letter. */
export function spelling(word: string, surnames: ReadonlyMap<string, string>): string | null {
  if (word.length < 6) return null
  for (const [surname, name] of surnames)
    if (
      surname[0] === word[0] &&
      // Serikov and Serikova are a man and a woman.
      surname !== `${word}a` &&
      word !== `${surname}a` &&
      Math.abs(surname.length - word.length) < 2 &&
      distance(surname, word) <= (word.length >= 9 ? 2 : 1)
    )
      return name
  return null
}

/** Letters to change, add or drop to turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
