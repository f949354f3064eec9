/** What each page is given: public types, measures, words. The web layer fills these from the store; nothing else reaches a renderer. */

import type { PublicCampaign } from '../core/act/public-campaign.ts'
import type { PublicDays } from '../core/act/public-days.ts'
import type { PublicAnalysis } from '../core/analysis.ts'
import type { Bill } from '../core/bill.ts'
import type { Codebook, Rule } from '../core/codebook.ts'
import type { FaultCode, Params } from '../core/faults.ts'
import type { Labels } from '../core/language.ts'
import type { Facet, Measure, Period } from '../core/measure.ts'
import type { Organisation, Pack, Place, Provision, Region } from '../core/pack.ts'
import type { PublicIncident, PublicProceeding } from '../core/public-record.ts'
import type { FoundCounts, Narrowing, PublicTerm } from '../core/public-search.ts'
import type { PublicWatch, ReleasedRatings } from '../core/rating/public-rating.ts'
import type { PublicRecommendation } from '../core/recommendation/recommendation.ts'
import type { LinkKind } from '../core/record.ts'
import type { Tactic } from '../core/tactic.ts'
import type { LawCard } from '../core/teach/law-card.ts'
import type { CardLeaf } from '../core/teach/leaf.ts'
import type { CardStanding } from '../core/teach/standing.ts'
import type { Tell } from '../core/tell.ts'
import type { ThingPart } from '../core/things.ts'
import type { Freedom } from '../core/values.ts'
import type { Words } from '../core/words.ts'
import type { Site } from './links.ts'
import type { Manuscript } from './manuscript/manuscript.ts'
import type { CslItem } from './open/cite/csl.ts'
import type { Extent } from './open/extent.ts'
import type { Dated } from './over-time.ts'
import type { DemandFilter } from './recommendation/filter.ts'
import type { LawTrend } from './sections/law-trend.ts'
import type { Offered } from './sections/take-away.ts'
import type { PublicPublication } from './writing/publication-body.ts'

/** What every page needs: where it stands, in which language, with which vocabulary. */
export type Face = {
  readonly site: Site
  readonly words: Words
  readonly tell: Tell
  readonly codebook: Codebook
  /** True: all of it is the example corpus, and every page says so. */
  readonly isExample?: boolean | undefined
  /** Address of the form by which somebody tells something sealed; left out: there is none. */
  readonly tellsAt?: string | undefined
}

/** A period and how many incidents lie in it. */
export type PeriodCount = { readonly period: string; readonly incidents: number }

/** A period and what lies in it: the newest about which something can be said stands at the front. */
export type Front = { readonly period: Period; readonly incidents: readonly PublicIncident[] }

/** What a country shows first, on its own page and among others. */
export type CountryFront = {
  readonly pack: Pack
  /** Quarters that have incidents, in order. */
  readonly periods: readonly PeriodCount[]
  readonly front: Front | null
  /** By date, the newest first: enough for a panel of the quilt. */
  readonly newest: readonly PublicIncident[]
  readonly ratings: ReleasedRatings | null
  readonly watch: PublicWatch | null
}

export type WorldView = Face & { readonly countries: readonly CountryFront[] }

export type LawUse = { readonly provision: string; readonly stated: number; readonly inferred: number }

export type CountryView = Face &
  CountryFront & {
    /** As readers first saw them or saw them corrected, the newest first. */
    readonly news: readonly PublicIncident[]
    readonly laws: readonly LawUse[]
    /** Of each year, the one total that allows for records held back. */
    readonly years?: readonly Measure[] | undefined
    /** Of each year and quarter, what lies wholly in it. */
    readonly totals?: readonly Measure[] | undefined
    /** Texts written from its records, the newest first. */
    readonly publications?: readonly PublicPublication[] | undefined
    /** What people are called to do, the one that changed last first. */
    readonly campaigns?: readonly PublicCampaign[] | undefined
    /** What was asked of the state, the newest first. */
    readonly demands?: readonly PublicRecommendation[] | undefined
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
  /** Whether PDF can be made here; left out: it cannot. */
  readonly typesets?: boolean
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

/** What the page of a place, a body or a provision is made of. */
/** How many incidents: certain where every source puts the thing there. */
export type Many = { readonly certain: number; readonly claimed: number }

/** What is counted of a thing's incidents, over all time. Aggregates repeat single incidents and are in none of it but `uses`. */
export type ThingCounts = {
  readonly all: Many
  readonly dated: readonly Dated[]
  readonly measures: readonly Measure[]
  readonly parts: ReadonlyMap<ThingPart, Many>
  /** Roles of those who were struck. */
  readonly roles: ReadonlyMap<string, Many>
  readonly regions: ReadonlyMap<string, number>
  /** Of provisions, the most used first. */
  readonly laws: readonly LawUse[]
  /** The same, in aggregates too. */
  readonly uses: readonly LawUse[]
}

export type ThingView = Face &
  Paged & {
    readonly pack: Pack
    readonly counts: ThingCounts
    /** Those of this page, the newest first; `sure` is false where only some sources put the thing there. */
    readonly members: readonly ThingMember[]
  }
export type ThingMember = {
  readonly incident: PublicIncident
  readonly sure: boolean
  readonly parts: readonly ThingPart[]
}
export type LawView = ThingView & {
  readonly provision: Provision
  /** Of the provision, or of the act that it is in. */
  readonly analyses?: readonly PublicAnalysis[] | undefined
  /** In plain words; those that have a page here. */
  readonly cards?: readonly LawCard[] | undefined
}

export type PlaceView = ThingView & {
  readonly place: Place
  readonly parent: Place | null
  /** Places that lie in it and have incidents. */
  readonly children: readonly { readonly place: Place; readonly incidents: number }[]
}

export type BodyView = ThingView & {
  readonly body: Organisation
  /** Those whose place it took, and those that took its, the nearest first. */
  readonly before: readonly Organisation[]
  readonly after: readonly Organisation[]
}

export type BillView = Face & {
  readonly pack: Pack
  readonly bill: Bill
  readonly members: readonly ThingMember[]
  /** Law cards that its clauses change; those that have a page here. */
  readonly cards?: readonly LawCard[] | undefined
}
/** A law in plain words, as it is told in the language of the page. */
export type LawCardView = Face & {
  readonly pack: Pack
  readonly card: LawCard
  readonly leaf: CardLeaf
  readonly standing: CardStanding
  readonly typesets: boolean
}
export type LawCardsView = Face & {
  readonly pack: Pack
  readonly cards: readonly {
    readonly card: LawCard
    readonly standing: CardStanding
    readonly status: string
  }[]
}
export type BillsView = Face & { readonly pack: Pack; readonly bills: readonly Bill[] }

/** Somebody who is shown by name, in the incidents that show it. */
export type PersonView = Face & {
  readonly id: string
  readonly name: Labels
  readonly packs: ReadonlyMap<string, Pack>
  readonly members: readonly ThingMember[]
  readonly proceedings: readonly PublicProceeding[]
  /** What can be done for somebody. */
  readonly tactics?: readonly Tactic[] | undefined
  /** Campaigns for them. */
  readonly campaigns?: readonly PublicCampaign[] | undefined
  /** Recommendations that name them. */
  readonly demands?: readonly PublicRecommendation[] | undefined
}

/** Days ahead, and the titles of what tells of them in the language of the reader. */
export type CalendarView = Face &
  PublicDays & { readonly pack: Pack; readonly titles: ReadonlyMap<string, string> }

export type TacticsView = Face & { readonly tactics: readonly Tactic[] }
/** `isOwn`: a group of this house added it to those of the codebook. */
export type TacticView = Face & { readonly tactic: Tactic; readonly isOwn: boolean }

/** Somebody who is shown by name, with their public legal journeys and what tells of them. */
export type Profile = {
  readonly id: string
  readonly name: Labels
  readonly proceedings: readonly PublicProceeding[]
  readonly incidents: readonly PublicIncident[]
}
export type ProfilesView = Face & { readonly pack: Pack; readonly profiles: readonly Profile[] }

/** A recommendation, those that ask the same from the oldest on, and what happened under each law that it asks to change. */
export type RecommendationView = Face & {
  readonly pack: Pack
  readonly recommendation: PublicRecommendation
  readonly same: readonly PublicRecommendation[]
  readonly trends: readonly LawTrend[]
  /** Records that grades rest on. */
  readonly cited: readonly PublicIncident[]
}
export type RecommendationsView = Face & {
  readonly pack: Pack
  readonly all: readonly PublicRecommendation[]
  readonly asked: DemandFilter
  /** From 1. */
  readonly page: number
}

export type UpdateView = Face & {
  readonly pack: Pack
  readonly period: Period
  readonly incidents: readonly PublicIncident[]
  /** Counts of the period; left out: nothing is counted but incidents. */
  readonly measures?: readonly Measure[] | undefined
  /** Whether PDF can be made here. */
  readonly typesets: boolean
}

/** A text as readers have it, with its notes made of the records of today. */
export type PublicationView = Face & {
  readonly body: PublicPublication
  /** In the words of its own language. */
  readonly manuscript: Manuscript
  readonly pack: Pack | null
  /** How to cite it. */
  readonly cited: string
  /** It and its sources, for reference managers. */
  readonly citations: readonly CslItem[]
  /** The same text in other languages. */
  readonly beside: readonly PublicPublication[]
  readonly typesets: boolean
}
export type PublicationsView = Face & {
  readonly pack: Pack
  /** The newest first. */
  readonly publications: readonly PublicPublication[]
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
  readonly covered: readonly Covered[]
  /** An e-mail or web address; empty: whoever runs the site has named none. */
  readonly contact: string
}

/** `open`: letters are sent here. */
export type LettersView = Face & {
  readonly open: boolean
  /** The form asks its sender's device for work. */
  readonly asksWork: boolean
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
    /** Something stands in the register of recommendations. */
    readonly hasDemands?: boolean | undefined
  }[]
  readonly cases: readonly PublicProceeding[]
}
/** What public records cover of a country; `without`: regions of which there is none. Years, or null while nothing is dated. */
export type Covered = {
  readonly pack: Pack
  /** With a record of a known day, in order. */
  readonly quarters: readonly Period[]
  readonly from: string | null
  readonly to: string | null
  readonly without: readonly Region[]
}

export type RatingView = Face & {
  readonly pack: Pack
  readonly ratings: ReleasedRatings
  readonly watch: PublicWatch | null
  /** Titles of the incidents that the forms cite. */
  readonly cited: readonly PublicIncident[]
}

/** Rows of one page of a long list; `page` from 1. */
export type Paged = { readonly page: number; readonly pages: number; readonly total: number }

export type NewView = Face &
  Paged & {
    readonly pack: Pack
    /** ISO day, or null for all that was ever published. */
    readonly since: string | null
    /** Texts that came out or were corrected since; on the first page alone. */
    readonly publications?: readonly PublicPublication[] | undefined
    readonly incidents: readonly PublicIncident[]
  }

export type CorrectionsView = Face &
  Paged & { readonly pack: Pack; readonly incidents: readonly PublicIncident[] }
/** `terms`: what of the words was looked for. */
export type SearchView = Face & {
  /** Null: in every country. */
  readonly pack: Pack | null
  readonly packs: ReadonlyMap<string, Pack>
  readonly asked: SearchAsked
  readonly terms: readonly PublicTerm[]
  readonly total: number
  /** Best first: those of this page. */
  readonly incidents: readonly PublicIncident[]
  /** Texts that hold every word, with the first page of answers. */
  readonly texts: readonly PublicPublication[]
  /** Null: the words hold nothing that could be looked for. */
  readonly counts: FoundCounts | null
}
export type SearchAsked = { readonly words: string; readonly narrowing: Narrowing; readonly page: number }

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
