/** One text in, a question out that is asked of others: do they say the same, in whatever file they came? */

/** Words alone, joined again where a line was cut: files differ in blanks, signs, notes at the foot and heads of pages. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/(\p{L})[-\u00ad\u2010]\s*\n\s*(?=\p{L})/gu, '$1')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Five words in a row are seldom said twice by chance. */
const RUN = 5
function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text)
  const runs = new Set<string>()
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at += 1)
    runs.add(words.slice(at, at + RUN).join(' '))
  return runs
}

/** Of all runs of either text, the part that both have. A corrected figure in each tenth sentence is another report. */
const ALIKE = 0.9

export function sayTheSame(text: string): (other: string) => boolean {
  let own: ReadonlySet<string> | null = null
  return (other) => {
    own ??= runsOf(text)
    const theirs = runsOf(other)
    let both = 0
    for (const run of own) if (theirs.has(run)) both += 1
    return both >= ALIKE * (own.size + theirs.size - both)
  }
}
