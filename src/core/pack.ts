/** A country as data: laws, index values, places, organisations. Every entry keeps its certainty. */

import type { Authority, Facility } from './act/addressee.ts'
import type { Bill, BillStage } from './bill.ts'
import { type Deadlines, NO_DEADLINES } from './deadlines/deadline.ts'
import type { Labels, Language } from './language.ts'
import type { Interception } from './measurement-rules.ts'
import type { Kit } from './teach/kit.ts'
import type { LawCard } from './teach/law-card.ts'
import type { Freedom, LawCode } from './values.ts'

/** The level (`seed`, `verified`, `recalled`, `unknown`) is the first word; more words may follow. Null: not checked. */
export type Certainty = string | null

export type LawAct = {
  readonly id: string
  readonly code: LawCode
  readonly title: Labels
  readonly aliases: readonly string[]
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  readonly certainty: Certainty
}
export type LegalPenalty = {
  readonly from: string | null
  readonly to: string | null
  readonly text: string
  readonly certainty: Certainty
}
export type Provision = {
  readonly id: string
  readonly act: string
  readonly article: string
  readonly part: string | null
  readonly title: Labels
  readonly subject: Freedom
  readonly penalties: readonly LegalPenalty[]
  readonly changes: readonly {
    readonly date: string
    readonly event: string
    readonly certainty: Certainty
  }[]
  /** Wordings of monitors that mean this provision without its number; matching them gives an *inferred* law. */
  readonly wordings: readonly string[]
  readonly note: string | null
  readonly certainty: Readonly<Record<'provision' | 'titles' | 'penalties', Certainty>>
}
export type IndexValue = {
  readonly from: string
  readonly to: string | null
  readonly amount: number
  readonly certainty: Certainty
  readonly source: string | null
}
export type Region = {
  readonly id: string
  readonly iso: string
  readonly name: Labels
  readonly variants: readonly string[]
  readonly tile: { readonly row: number; readonly col: number }
  readonly from: string | null
  readonly certainty: Certainty
}
export const PLACE_KINDS = [
  'country',
  'region',
  'city',
  'town',
  'village',
  'district',
  'city-district',
  'site',
  'foreign',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
export type Place = {
  readonly id: string
  readonly kind: PlaceKind
  /** Present-day official name. For a site the plain name without the town. */
  readonly name: Labels
  /** The town a site or city district lies in (place id), null for the rest. */
  readonly inside: string | null
  readonly region: string | null
  /** Other and older names, in any script, each tried as a whole word. */
  readonly variants: readonly string[]
  readonly lat: number | null
  readonly lon: number | null
  readonly note: string | null
  readonly certainty: Certainty
}
export type Organisation = {
  readonly id: string
  readonly kind: string
  readonly name: Labels
  readonly aliases: readonly string[]
  /** Id of the one whose place it took: a paper that was closed, a site that moved. */
  readonly follows?: string | undefined
  readonly certainty: Certainty
}

export type Pack = {
  /** Words beside the name of a body that are not of it, in all languages. */
  readonly besideBodies: {
    readonly articles: readonly string[]
    /** Between the name and the town where it sits. */
    readonly beforePlace: readonly string[]
  }
  readonly id: string
  readonly version: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly name: Labels
  /** «in the country» as each language says it: Kazakhstan / в Казахстане / Қазақстанда. */
  readonly nameIn: Labels
  readonly currency: string
  readonly currencyNames: readonly string[]
  /** Name of the index fines are counted in (MCI, МРП, АЕК). */
  readonly index: { readonly name: Labels; readonly values: readonly IndexValue[] }
  readonly acts: ReadonlyMap<string, LawAct>
  readonly provisions: ReadonlyMap<string, Provision>
  readonly regions: ReadonlyMap<string, Region>
  readonly places: ReadonlyMap<string, Place>
  readonly organisations: ReadonlyMap<string, Organisation>
  /** Roots that stand between readers and sites; empty where none are known. */
  readonly interception: readonly Interception[]
  /** Laws in the making; none where nobody follows them. */
  readonly bills: ReadonlyMap<string, Bill>
  /** What runs out when, days on which nobody works, clocks. */
  readonly deadlines: Deadlines
  /** The stages of a bill in this country, in their order. */
  readonly billPath: readonly BillStage[]
  /** Whom demands go to, and where people are held; none where nobody wrote them down. */
  readonly authorities: ReadonlyMap<string, Authority>
  readonly facilities: ReadonlyMap<string, Facility>
  /** Laws in words that people use; none where nobody has written them. */
  readonly cards: ReadonlyMap<string, LawCard>
  /** Lessons; none where nobody has written them. */
  readonly kits: ReadonlyMap<string, Kit>
  readonly reviewedBy: Readonly<Record<string, Readonly<Record<Language, string | null>>>>
  readonly attribution: readonly string[]
}

/** No text holds a NUL: a name that nothing can be taken for. */
const NEVER = '\0'
/** Reading without knowing any country: no law, place or organisation is recognised by its name. */
export const NO_PACK: Pack = {
  besideBodies: { articles: [], beforePlace: [] },
  id: 'none',
  version: 'none',
  country: '',
  name: { en: NEVER, ru: null, kk: null },
  nameIn: { en: NEVER, ru: null, kk: null },
  currency: NEVER,
  currencyNames: [],
  index: { name: { en: NEVER, ru: null, kk: null }, values: [] },
  acts: new Map(),
  provisions: new Map(),
  regions: new Map(),
  places: new Map(),
  organisations: new Map(),
  interception: [],
  bills: new Map(),
  deadlines: NO_DEADLINES,
  billPath: [],
  authorities: new Map(),
  facilities: new Map(),
  cards: new Map(),
  kits: new Map(),
  reviewedBy: {},
  attribution: [],
}

/** `Asan Square, Almaty` for a site, the present-day name for the rest. */
export function canonicalName(pack: Pack, place: Place): string {
  const town = place.inside === null ? undefined : pack.places.get(place.inside)
  return place.kind === 'site' && town ? `${place.name.en}, ${town.name.en}` : place.name.en
}

/** Index value in force on an ISO day (the day of the offence, not of the judgment); null when not known. */
export function indexOn(pack: Pack, iso: string): IndexValue | null {
  return pack.index.values.find((one) => one.from <= iso && (one.to === null || iso <= one.to)) ?? null
}

/** The place a present-day name means (`Oral`, `Asan Square, Almaty`, the country itself); null when the pack has none. */
export function placeNamed(pack: Pack, name: string): Place | null {
  const wanted = name.toLowerCase()
  for (const place of pack.places.values())
    if (canonicalName(pack, place).toLowerCase() === wanted || place.name.en.toLowerCase() === wanted)
      return place
  return null
}
