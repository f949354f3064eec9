/** One sentence → the places it names, known and unknown, with how each is used. */
import type { Pack } from '../core/pack.ts'
import type { Lexicon } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import { type KnownMention, type KnownPlace, knownIn } from './gazetteer.ts'
import { shapedPlaces } from './place-shapes.ts'
import { type PlaceMention, useOf, withHomes } from './place-use.ts'
import { sites, unknownPlaces } from './unknown-places.ts'

const STREET = /^(?:[\s-]\p{Lu}\p{Ll}+)*\s+(?:Avenue|Street|Square|Park|Boulevard|Prospekt)\b/u
const REGION = /^[\s-](?:(?:border )?[Rr]egion|[Oo]blast)\b/

/** Places in order. City districts and foreign countries are no scene of their own. */
export function placesIn(
  text: string,
  span: Span,
  pack: Pack,
  lexicon: Lexicon,
  persons: readonly Span[],
): PlaceMention[] {
  const found: PlaceMention[] = []
  const covered: Span[] = []
  for (const mention of knownIn(text, span, pack)) {
    if (persons.some((one) => overlap(one, mention.span) > 0)) continue
    const named =
      mention.known.kind === 'place'
        ? { span: mention.span, place: mention.known.place }
        : seatOf(text, mention, pack)
    if (!named) continue
    const place = knownPlace(text, span, named.span, named.place, pack)
    // «Panama City» is a town, which the shape of its name tells.
    const town =
      named.place.kind === 'foreign' && /^\s+City\b/.test(text.slice(mention.span.end, mention.span.end + 6))
    if (!town) covered.push(mention.span)
    if (place && !town) found.push(place)
  }
  const shaped = [
    ...sites(text, span),
    ...unknownPlaces(text, span, lexicon),
    ...shapedPlaces(text, span, lexicon),
  ]
  for (const one of shaped) {
    const taken = [...persons, ...covered, ...found.map((other) => other.span)].some(
      (other) => overlap(other, one.span) > 0,
    )
    if (!taken) found.push(one)
  }
  return withHomes(
    text,
    found.sort((a, b) => a.span.start - b.span.start),
  )
}

/** A court that the pack knows sits where its name says. */
function seatOf(
  text: string,
  { span, known }: KnownMention,
  pack: Pack,
): { readonly span: Span; readonly place: KnownPlace } | null {
  if (known.kind !== 'organisation' || known.sort !== 'court') return null
  const words = text.slice(span.start, span.end)
  const head = words.replace(/(?:[\s-]+(?:Regional|City|District|Administrative|Specialised|Court))+$/, '')
  const [first] =
    head === words ? [] : knownIn(text, { start: span.start, end: span.start + head.length }, pack)
  return first?.known.kind === 'place' ? { span: first.span, place: first.known.place } : null
}

/** A known name as a place: a town before the word region is the region, before the word avenue it is no place. */
function knownPlace(
  text: string,
  sentence: Span,
  at: Span,
  place: KnownPlace,
  pack: Pack,
): PlaceMention | null {
  const name = text.slice(at.start, at.end).replaceAll(/\s+/g, ' ')
  // «The capital» is the pack's only in a text that speaks of the pack's country.
  if (/^the capital$/i.test(name) && !isOwnCapital(text, sentence, pack)) return null
  const after = text.slice(at.end, at.end + 30)
  const plain = place.canonical.replace(/ district$/i, '')
  switch (place.kind) {
    case 'city-district':
      return null
    case 'foreign': {
      const located = /\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|all over)\s+(?:the\s+)?$/.test(
        text.slice(Math.max(0, at.start - 20), at.start),
      )
      return located
        ? {
            span: at,
            name,
            canonical: place.canonical,
            place: null,
            kind: 'country',
            town: null,
            use: 'abroad',
          }
        : null
    }
    case 'site':
    case 'country':
    case 'region':
      if (place.kind !== 'site' && STREET.test(after)) return null
      return {
        span: at,
        name,
        canonical: place.canonical,
        place: place.id,
        kind: place.kind,
        town: place.town,
        // «The Mangystau Regional office of the committee»: what an office is for is not where it acts.
        use: /^\s+Regional\s+(?!Court\b)\p{L}/u.test(after) ? 'base' : useOf(text, at, sentence.start),
      }
    case 'city':
    case 'town':
    case 'village':
    case 'district': {
      if (STREET.test(after)) return null
      const tail = REGION.exec(after)
      const region = tail
        ? [...pack.regions.values()].find((one) => one.name.en === `${plain} Region`)
        : undefined
      const use = useOf(text, at, sentence.start)
      if (!tail || !region)
        return { span: at, name, canonical: plain, place: place.id, kind: 'town', town: place.town, use }
      const span = { start: at.start, end: at.end + tail[0].length }
      return {
        span,
        name: text.slice(span.start, span.end).replaceAll(/\s+/g, ' '),
        canonical: region.name.en,
        place: region.id,
        kind: 'region',
        town: null,
        use,
      }
    }
  }
}

/** No other country is named beside it, and the text speaks of the pack's. */
const isOwnCapital = (text: string, sentence: Span, pack: Pack): boolean =>
  text.includes(pack.name.en) &&
  !knownIn(text, sentence, pack).some(({ known }) => known.kind === 'place' && known.place.kind === 'foreign')
