/** Plain text → the places it names, known and unknown, with how each is used (scene, home of a person, mere topic). */
import type { Pack } from '../core/pack.ts'
import type { Lexicon } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import { knownIn } from './gazetteer.ts'
import { runsIn } from './runs.ts'

export type PlaceUse = 'scene' | 'base' | 'plan' | 'topic'
export type PlaceMention = {
  readonly span: Span
  readonly name: string
  readonly canonical: string
  readonly place: string | null
  readonly kind: 'country' | 'region' | 'town' | 'site'
  readonly town: string | null
  readonly use: PlaceUse
}

const TOPIC =
  /(?:\bkm from|miles from|(?:south|north|east|west)[\w-]* of|mountains near|train to|flight to|heading (?:to|for)|arrived from [^.,]*|regions? of [^.,]*|native of|born in|graduated from[^.]*in|university in|extradition[^.,]*from(?: the)?|border (?:with|to)|neighbou?ring|disappeared in [^.]*|statue of|conflict in(?: [a-z]+)?|\bTV|ambassador (?:to|of)|in the Chinese|incorporation of|access to|interviewed in|\bthat|between)\s*$/i
const PLAN = /(?:congress|rally|demonstration|protest|meeting)\b[^.;]{0,40}(?:in|near|at|on)\s+(?:the\s+)?$/i
const PLANNED =
  /(?:scheduled|planned|supposed|due|leaving|going|set|attend|ahead of|for|train|way|missing) [^.;]{0,70}$/i
const BASE = /\b(?:from|native of|residents? of|based in)\s+(?:the\s+)?(?:(?:village|town|city)\s+of\s+)?$/i
const SITE =
  /(?:^|\s)(?:square|avenue|street|park|boulevard|prospekt|monument|statue|memorial|residence|hall|palace|market|bazaar|stadium|bridge|airport|station|plaza|gate|hotel|road)$/i
const AREA =
  /(?:^|\s)(?:region|district|oblast|province|county|governorate|state|prefecture|city|town|village)s?$/i

/** Places in order. City districts and foreign countries are no scene of their own. */
export function placesIn(
  text: string,
  span: Span,
  pack: Pack,
  lexicon: Lexicon,
  persons: readonly Span[],
): PlaceMention[] {
  const found: PlaceMention[] = []
  for (const { span: at, known } of knownIn(text, span, pack)) {
    if (known.kind !== 'place' || persons.some((one) => overlap(one, at) > 0)) continue
    const place = known.place
    if (place.kind === 'foreign' || place.kind === 'city-district') continue
    const tail = /^[\s-](?:(?:border )?[Rr]egion|[Oo]blast)\b/.exec(text.slice(at.end, at.end + 20))
    const asRegion = tail
      ? [...pack.regions.values()].find(
          (one) => one.name.en === `${place.canonical.replace(/ (?:district|Region)$/i, '')} Region`,
        )
      : undefined
    if (
      /^(?:[\s-]\p{Lu}\p{Ll}+)*\s+(?:Avenue|Street|Square|Park|Boulevard|Prospekt)\b/u.test(
        text.slice(at.end, at.end + 30),
      ) &&
      place.kind !== 'site'
    )
      continue
    if (
      /^\s+(?:City|city) authorities/.test(text.slice(at.end, at.end + 20)) &&
      !/^\s/.test(text.slice(at.start - 1, at.start))
    )
      continue
    const end = asRegion && tail ? at.end + tail[0].length : at.end
    found.push({
      span: { start: at.start, end },
      name: text.slice(at.start, end).replaceAll(/\s+/g, ' '),
      canonical: asRegion
        ? asRegion.name.en
        : place.kind === 'region' || place.kind === 'site'
          ? place.canonical
          : place.canonical.replace(/ district$/i, ''),
      place: asRegion ? asRegion.id : place.id,
      kind:
        place.kind === 'country'
          ? 'country'
          : asRegion || place.kind === 'region'
            ? 'region'
            : place.kind === 'site'
              ? 'site'
              : 'town',
      town: place.town,
      use: useOf(text, at, span.start),
    })
  }
  for (const run of unknown(text, span, lexicon)) {
    if (
      persons.some((one) => overlap(one, run.span) > 0) ||
      found.some((one) => overlap(one.span, run.span) > 0)
    )
      continue
    found.push(run)
  }
  return withHomes(
    text,
    found.sort((a, b) => a.span.start - b.span.start),
  )
}

/** «From Lenger in the south region»: the region of a home is home too. */
function withHomes(text: string, found: readonly PlaceMention[]): PlaceMention[] {
  const out: PlaceMention[] = []
  for (const one of found) {
    const last = out.at(-1)
    const home =
      last?.use === 'base' &&
      /^(?:\s+(?:village|town|city))?(?:,|\s+in)\s+(?:the\s+)?$/.test(
        text.slice(last.span.end, one.span.start),
      )
    out.push(home ? { ...one, use: 'base' } : one)
  }
  return out
}

/** Places the pack does not know: a name with a locality word, or a single name after «in» or «near». */
function unknown(text: string, span: Span, lexicon: Lexicon): PlaceMention[] {
  return runsIn(text, span, lexicon).flatMap((run): PlaceMention[] => {
    const before = text.slice(Math.max(span.start, run.span.start - 40), run.span.start)
    const after = text.slice(run.span.end, run.span.end + 24)
    const site = SITE.test(run.name) && run.words.length > 1
    const area = AREA.test(run.name) && run.words.length > 1
    const named =
      /^\s+(?:village|district|region|town|province|county|city)\b/.test(after) ||
      /\b(?:village|town|city|district|province)s?\s+(?:of\s+)?$/.test(before)
    const institution = run.words.some((word) => lexicon.institutions.has(word.toLowerCase()))
    const located =
      /\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s+(?:(?:western|eastern|northern|southern|central)\s+)?$/.test(
        before,
      ) && run.words.length <= 2
    const seat = /^\s+(?:[\p{Lu}][\p{Ll}-]+\s+){0,2}Court\b/u.test(after) && run.words.length === 1
    if (institution || (/^["']?\s*(?:Court|Ministry)/.test(after) && !seat)) return []
    if (!(site || area || named || located || seat)) return []
    if (located && !site && !area && !named && /['"]$/.test(before)) return []
    const name = run.name
    const use = named && /\bfrom\s+$/.test(before) ? 'base' : useOf(text, run.span, span.start)
    return [
      {
        span: run.span,
        name,
        canonical: name,
        place: null,
        kind: site
          ? 'site'
          : area && /region|oblast|province|state|governorate|county/i.test(name)
            ? 'region'
            : 'town',
        town: null,
        use,
      },
    ]
  })
}

function useOf(text: string, at: Span, floor: number): PlaceUse {
  const before = text.slice(Math.max(floor, at.start - 110), at.start)
  const after = text.slice(at.end, at.end + 80)
  if (TOPIC.test(before)) return 'topic'
  if (/^-based|^ based\b|^-born/i.test(after)) return 'base'
  if (BASE.test(before) && !/court of\s+$/i.test(before)) return 'base'
  if (
    (PLAN.test(before) && PLANNED.test(before)) ||
    /^[^.;]{0,20}(?:scheduled|set to take place|planned for)/.test(after)
  )
    return 'plan'
  return 'scene'
}
