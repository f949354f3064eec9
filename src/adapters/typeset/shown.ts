/** Words in, the signs of them that no typeface here can draw out, and the words with each such sign told by its number. */

const signsOf = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Every text in what is to be set: its values, not its keys. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object')
    for (const one of Object.values(value)) yield* textsIn(one)
}

/** Null: all of them can be drawn. Else what Typst says of those that cannot. */
export type Draws = (signs: readonly string[]) => string | null

/** The texts in what Typst says: quoted twice over, as Rust writes them. */
const toldIn = (said: string): ReadonlySet<string> =>
  new Set(
    Array.from(said.matchAll(/`\\"(.*?)\\"`/g), ([, text = '']) =>
      text
        .replaceAll('\\\\', '\\')
        .replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        .replace(/\\(["'\\])/g, '$1'),
    ),
  )

/** Each try takes some milliseconds of everybody's time: of more signs than these, which of them it was is not asked. */
const MOST_TRIED = 64

/** Those that it names; of a sign that is made of several it may name one part, and then each such sign is tried. */
function missingOf(signs: readonly string[], draws: Draws): readonly string[] {
  const said = signs.length === 0 ? null : draws(signs)
  if (said === null) return []
  const told = toldIn(said)
  const named = signs.filter((one) => told.has(one))
  const near = signs.filter((one) => [...one].some((part) => told.has(part)))
  const [suspects = signs] = [named, near].filter((some) => some.length > 0)
  const found = suspects === named || suspects.length > MOST_TRIED ? suspects : halved(suspects, draws)
  const seen = new Set(suspects)
  return [
    ...found,
    ...missingOf(
      signs.filter((one) => !seen.has(one)),
      draws,
    ),
  ]
}

/** Which of these cannot be drawn: halves, until each is found. */
function halved(signs: readonly string[], draws: Draws): readonly string[] {
  if (signs.length === 0 || draws(signs) === null) return []
  if (signs.length === 1) return signs
  const half = Math.ceil(signs.length / 2)
  return [...halved(signs.slice(0, half), draws), ...halved(signs.slice(half), draws)]
}

/** The signs (grapheme clusters) in these words that cannot be drawn. */
export function missingIn(words: unknown, draws: Draws): ReadonlySet<string> {
  const signs = new Set<string>()
  for (const text of textsIn(words))
    for (const { segment } of signsOf.segment(text)) if (!/^[\x20-\x7e]$/.test(segment)) signs.add(segment)
  return new Set(missingOf([...signs], draws))
}

const numberOf = (sign: string): string =>
  [...sign].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** The same words with each missing sign as its number in Unicode, those in a row together, so that nothing is lost: `[U+79DF U+4E09]`. */
export function numbered(text: string, missing: ReadonlySet<string>): string {
  const told: string[] = []
  let row: string[] = []
  const close = (): void => {
    if (row.length > 0) told.push(`[${row.join(' ')}]`)
    row = []
  }
  for (const { segment } of signsOf.segment(text)) {
    if (missing.has(segment)) row.push(numberOf(segment))
    else {
      close()
      told.push(segment)
    }
  }
  close()
  return told.join('')
}
