/** What each page is given: public types, measures, words. The web layer fills these from the store; nothing else reaches a renderer. */
import type { Codebook, Rule } from '../core/codebook.ts'
import type { FaultCode, Params } from '../core/faults.ts'
import type { Facet, Measure, Period } from '../core/measure.ts'
import type { Pack, Provision } from '../core/pack.ts'
import type { PublicIncident, PublicProceeding } from '../core/public-record.ts'
import type { LinkKind } from '../core/record.ts'
import type { Tell } from '../core/tell.ts'
import type { Freedom } from '../core/values.ts'
import type { Words } from '../core/words.ts'
import type { Site } from './links.ts'
import type { Extent } from './open/extent.ts'
import type { Offered } from './sections/take-away.ts'

/** What every page needs: where it stands, in which language, with which vocabulary. */
export type Face = {
  readonly site: Site
  readonly words: Words
  readonly tell: Tell
  readonly codebook: Codebook
}

/** A period and how many incidents lie in it. */
export type PeriodCount = { readonly period: string; readonly incidents: number }

export type WorldView = Face & {
  readonly countries: readonly { readonly pack: Pack; readonly periods: readonly PeriodCount[] }[]
}

export type LawUse = { readonly provision: string; readonly stated: number; readonly inferred: number }

export type CountryView = Face & {
  readonly pack: Pack
  /** Quarters that have incidents, in order. */
  readonly periods: readonly PeriodCount[]
  readonly newest: readonly PublicIncident[]
  readonly laws: readonly LawUse[]
  /** Of each year, the one total that allows for records held back. */
  readonly years?: readonly Measure[] | undefined
}

export type PeriodView = Face & {
  readonly pack: Pack
  readonly period: Period
  readonly incidents: readonly PublicIncident[]
  readonly measures: readonly Measure[]
  /** The total of its year that allows for records held back: the same number on every page that says it. */
  readonly year?: Measure | undefined
  readonly before: string | null
  readonly after: string | null
}

/** One value per facet, several joined by commas; `from` and `to` are ISO days. */
export type Filter = Readonly<Partial<Record<Facet | 'from' | 'to', string>>>

export type IncidentsView = Face & {
  readonly pack: Pack
  readonly period: Period
  readonly filter: Filter
  /** All incidents of the period; the page filters, so that a count and its rows cannot part. */
  readonly incidents: readonly PublicIncident[]
  /** From 1. */
  readonly page: number
}

export type IncidentView = Face & {
  readonly pack: Pack
  readonly incident: PublicIncident
  /** Incidents this one links to or is linked from, for their titles. */
  readonly linked: readonly PublicIncident[]
  /** Links that point here. */
  readonly linkedFrom: readonly { readonly kind: LinkKind; readonly incident: string }[]
  readonly proceedings?: readonly PublicProceeding[] | undefined
}

/** A record that is shown within another of the same event. */
export type MovedView = Face & { readonly id: string; readonly under: string }

export type LawView = Face & {
  readonly pack: Pack
  readonly provision: Provision
  readonly incidents: readonly PublicIncident[]
}

export type UpdateView = Face & {
  readonly pack: Pack
  readonly period: Period
  readonly incidents: readonly PublicIncident[]
}

export type MethodView = Face & {
  /** Every rule that may have read, withheld or counted something, with its reason. */
  readonly rules: readonly Rule[]
}

/** The rules whose ids begin with one word. */
export type RulesView = Face & { readonly family: string; readonly rules: readonly Rule[] }

/** One rule; `rule.id` is part of its address, so that a value can be traced to what read it for as long as the site stands. */
export type RuleView = Face & { readonly rule: Rule }

export type DataView = Face & {
  readonly packs: readonly Pack[]
  /** Everything, then each country, with the files of each. */
  readonly offers: readonly { readonly of: Extent; readonly offered: readonly Offered[] }[]
  /** Names of the tables; empty while nothing is public. */
  readonly tables: readonly string[]
}

/** `open`: letters are sent here. */
export type LettersView = Face & {
  readonly open: boolean
  readonly subjects: readonly { readonly path: string; readonly pack: Pack }[]
  readonly chosen: string | null
  /** What was wrong with a form that was sent. */
  readonly lines: readonly string[]
}

/** What can be followed: each has something in it. */
export type FeedsView = Face & {
  readonly countries: readonly {
    readonly pack: Pack
    readonly topics: readonly Freedom[]
    readonly laws: readonly Provision[]
  }[]
  readonly cases: readonly PublicProceeding[]
}

/** Null: an unexpected error, of which the page says only that it happened. */
export type ErrorView = Face & {
  readonly status: number
  readonly code: FaultCode | null
  readonly params: Params
}

/** A feed of a period; `updated` is the newest decision, never the clock. */
export type FeedView = Face & {
  readonly pack: Pack
  readonly period: Period
  readonly incidents: readonly PublicIncident[]
}
