/** Words in, the signs of them that no typeface here can draw out, and the words with each such sign told by its number. */

const signsOf = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Every text in what is to be set: its values, not its keys. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object')
    for (const one of Object.values(value)) yield* textsIn(one)
}

/** Which of them cannot be drawn; `canDraw` says whether all of a list can. Halved until each is found: few are ever missing. */
function missingOf(signs: readonly string[], canDraw: (signs: readonly string[]) => boolean): string[] {
  if (signs.length === 0 || canDraw(signs)) return []
  if (signs.length === 1) return [...signs]
  const half = Math.ceil(signs.length / 2)
  return [...missingOf(signs.slice(0, half), canDraw), ...missingOf(signs.slice(half), canDraw)]
}

/** The signs (grapheme clusters) in these words that cannot be drawn. */
export function missingIn(
  words: unknown,
  canDraw: (signs: readonly string[]) => boolean,
): ReadonlySet<string> {
  const signs = new Set<string>()
  for (const text of textsIn(words))
    for (const { segment } of signsOf.segment(text)) if (!/^[\x20-\x7e]$/.test(segment)) signs.add(segment)
  return new Set(missingOf([...signs], canDraw))
}

const numberOf = (sign: string): string =>
  `[${[...sign].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`

/** The same words with each missing sign as its number in Unicode, so that nothing is lost: `[U+79DF U+4E09]`. */
export function numbered(text: string, missing: ReadonlySet<string>): string {
  const told = Array.from(signsOf.segment(text), ({ segment }) =>
    missing.has(segment) ? numberOf(segment) : segment,
  )
  return told.join('').replaceAll(/(?<=\[U\+[0-9A-F U+]*)\]\[(?=U\+)/g, ' ')
}
