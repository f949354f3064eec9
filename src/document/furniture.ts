/** The lines of a text → which of them are page furniture or what a web site puts around an article. */
import { isBlank, isCapitals, isClosed, isProse, type Line } from './line.ts'
import { markerOf } from './marker.ts'

/** Whole lines, in small letters, that sites print around articles. */
const SITE_LINES: readonly RegExp[] = [
  /^(quick|advanced) search$|^reset all$|^(all|more|latest|related) (news|posts|articles)$/,
  /^(download|read|share|print|save|subscribe|follow|sign up|log ?in|skip to)( [\p{L}’']+){0,4}( newsletter)?:?$/u,
  /^(in partnership with|share this|follow us|back to top|table of contents|cookies?)\b.{0,30}:?$/,
  /^(please select the topic|type of information you wish|get in touch with|subscribe to our|this site uses cookies)/,
  /^(подписаться|поделиться|читать далее|читайте также|скачать|поиск|все новости|главная|меню|наверх)( [\p{L}]+){0,3}:?$/u,
  /^(жазылу|бөлісу|толығырақ|іздеу|барлық жаңалықтар|басты бет|мәзір|жүктеу)( [\p{L}]+){0,3}:?$/u,
  /^[a-z]+ \/ [а-яәғқңөұүһі]+$/u,
]
/** `12`, `- 12 -`, `Page 3 of 10`, `стр. 4`; a bare year is none. */
const PAGE_NUMBER =
  /^[-–—|]?\s*(?:(?:page|p\.|стр\.?|с\.)\s*\d{1,4}(?:\s*(?:of|из|\/)\s*\d{1,4})?|\d{1,3}(?:\s*-?бет)?)\s*[-–—|]?$/iu
const ADDRESS_ONLY = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i

/** A line without the page number it carries, so that running heads of two pages are the same. */
const keyOf = (words: string): string => words.toLowerCase().replace(/^\d{1,4}\s+|\s+\d{1,4}$/g, '#')

const isShort = (line: Line): boolean =>
  line.words.length <= 120 && !isClosed(line.words) && markerOf(line.words) === null

/** Running heads: short lines that come back. Two are enough near a page number, three elsewhere; only in a text broken as pages are. */
function repeated(lines: readonly Line[], paged: boolean): Set<number> {
  const places = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (line.words.length < 3 || line.words.length > 150 || !isShort(line)) return
    const key = keyOf(line.words)
    const seen = places.get(key)
    if (seen) seen.push(at)
    else places.set(key, [at])
  })
  const found = new Set<number>()
  const nearNumber = new Set<number>()
  for (const [key, at] of places)
    if (paged && key.includes('#') && at.length >= 2)
      for (const here of at) for (let by = -4; by <= 4; by += 1) nearNumber.add(here + by)
  for (const [, at] of places) {
    const everywhere = paged && at.length >= 2 && (at.length >= 3 || at.every((here) => nearNumber.has(here)))
    // A title set again right below itself is the site's doing; the first one stays.
    at.forEach((here, n) => {
      const before = at[n - 1]
      if (everywhere || (before !== undefined && here - before <= 3)) found.add(here)
    })
  }
  return found
}

/** Menus before the first sentence (three short lines without a blank between), addresses after the last. */
function around(lines: readonly Line[]): number[] {
  const prose = lines.flatMap((line, at) =>
    isProse(line) || (markerOf(line.words) && !isCapitals(line.words)) ? [at] : [],
  )
  const first = prose[0]
  let last = prose.at(-1)
  if (first === undefined || last === undefined) return []
  // The short last line of a broken paragraph still belongs to it.
  while (!isBlank(lines[last + 1])) last += 1
  const found: number[] = []
  let run: number[] = []
  for (let at = 0; at <= first; at += 1) {
    const line = lines[at]
    const menu =
      line !== undefined && !isBlank(line) && at < first && line.words.length <= 40 && !isCapitals(line.words)
    if (menu) run.push(at)
    else {
      if (run.length >= 3) for (const one of run) found.push(one)
      run = []
    }
  }
  const end = last
  const tail = lines.flatMap((line, at) => (at > end && !isBlank(line) ? [at] : []))
  if (tail.length >= 3 && tail.every((at) => (lines[at]?.words.length ?? 0) <= 120)) return found.concat(tail)
  return found
}

/**
 * Indexes of furniture. `paged` says that the lines are broken as a PDF layer breaks them. `known`: found already by where it
 * stands on the page, so that a line that merely comes back is not taken for a running head.
 */
export function furnitureLines(
  lines: readonly Line[],
  paged: boolean,
  known: ReadonlySet<number> | null = null,
): ReadonlySet<number> {
  const found = known === null ? repeated(lines, paged) : new Set(known)
  if (known === null) for (const at of around(lines)) found.add(at)
  lines.forEach((line, at) => {
    if (line.words === '') return
    const lower = line.words.toLowerCase()
    const site = SITE_LINES.some((one) => one.test(lower)) || !/[\p{L}\p{N}]/u.test(lower)
    if (site || PAGE_NUMBER.test(line.words) || ADDRESS_ONLY.test(line.words)) found.add(at)
  })
  return found
}
