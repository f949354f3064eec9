/** A pack → the names it knows (places, organisations, laws), found as whole words, longest first. */
import { canonicalName, type Pack, type Place } from '../core/pack.ts'
import type { Span } from '../core/span.ts'
import { findAll } from './scan.ts'

export type KnownPlace = {
  readonly id: string
  readonly kind: Place['kind']
  readonly canonical: string
  /** The town that a site lies in. */
  readonly town: { readonly id: string; readonly name: string } | null
}
export type Known =
  | { readonly kind: 'place'; readonly place: KnownPlace }
  | { readonly kind: 'organisation'; readonly name: string; readonly sort: string }
  | { readonly kind: 'law'; readonly act: string }
export type KnownMention = { readonly span: Span; readonly known: Known }

export type Gazetteer = { readonly pattern: RegExp; readonly names: ReadonlyMap<string, Known> }

const cache = new WeakMap<Pack, Gazetteer>()
const fold = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, ' ')
/** `Birlik (North Kazakhstan)` is written plain in a text; an entry without a capital is no name. */
const plain = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)/g, '')
    .replaceAll('’', "'")
    .trim()

/** The gazetteer of a pack, made once. Where two entries share a name, towns go before regions, regions before sites. */
export function gazetteerOf(pack: Pack): Gazetteer {
  const made = cache.get(pack)
  if (made) return made
  const names = new Map<string, Known>()
  const add = (name: string | null, known: Known): void => {
    const key = fold(plain(name ?? ''))
    if (key.length > 1 && (/[\p{Lu}]/u.test(name ?? '') || key === 'the capital') && !names.has(key))
      names.set(key, known)
  }
  const towns = [...pack.places.values()].sort((a, b) => rank(a) - rank(b))
  for (const place of towns) {
    const around = place.inside === null ? undefined : pack.places.get(place.inside)
    const town = around ? { id: around.id, name: around.name.en } : null
    const canonical = plain(canonicalName(pack, place))
    const known: Known = { kind: 'place', place: { id: place.id, kind: place.kind, canonical, town } }
    for (const name of [place.name.en, place.name.ru, place.name.kk, ...place.variants]) add(name, known)
    if (/ district$/i.test(canonical)) add(canonical.replace(/ district$/i, ''), known)
  }
  for (const region of pack.regions.values()) {
    const known: Known = {
      kind: 'place',
      place: { id: region.id, kind: 'region', canonical: region.name.en, town: null },
    }
    for (const name of [region.name.en, region.name.ru, region.name.kk, ...region.variants]) add(name, known)
    add(region.name.en.replace(/ Region$/, ''), known)
  }
  for (const [code, name] of countries())
    if (code !== pack.country)
      add(name, { kind: 'place', place: { id: code, kind: 'foreign', canonical: name, town: null } })
  for (const name of [pack.name.en, pack.name.ru, pack.name.kk])
    add(name, {
      kind: 'place',
      place: { id: pack.country, kind: 'country', canonical: pack.name.en, town: null },
    })
  for (const one of pack.organisations.values())
    for (const name of [one.name.en, one.name.ru, one.name.kk, ...one.aliases])
      add(name, { kind: 'organisation', name: one.name.en, sort: one.kind })
  for (const act of pack.acts.values())
    for (const name of [act.title.en, ...act.aliases]) add(name, { kind: 'law', act: act.id })
  const source = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s-]+'))
    .join('|')
  const gazetteer = {
    pattern: source ? new RegExp(`(?<![\\p{L}\\d-])(?:${source})(?![\\p{L}\\d])`, 'giu') : /$^/g,
    names,
  }
  cache.set(pack, gazetteer)
  return gazetteer
}

/** English names of the world's countries, as the runtime's own tables give them. */
function countries(): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((code) => {
      const name = names.of(code)
      return name && code !== 'ZZ' && code !== 'EU'
        ? [[code, name.replace(/ (?:SAR China|& .*)$|\s*\(.*\)/, '')] as const]
        : []
    })
}

const rank = (place: Place): number =>
  ['city', 'town', 'village', 'country', 'site', 'city-district', 'district', 'region', 'foreign'].indexOf(
    place.kind,
  )

/** Names of the pack inside the span; a name must be written with a capital, as names are. */
export function knownIn(text: string, span: Span, pack: Pack): KnownMention[] {
  const { pattern, names } = gazetteerOf(pack)
  return findAll(text, pattern, span).flatMap((found) => {
    const words = text.slice(found.span.start, found.span.end)
    const known = names.get(fold(words))
    return known && (/^\p{Lu}/u.test(words) || /^the capital$/i.test(words))
      ? [{ span: found.span, known }]
      : []
  })
}
