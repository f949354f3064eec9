/** The kinds of what is written from records: what each is asked for, and what its drafter is handed. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Measure, Period } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import type { PublicWatch, ReleasedRatings } from '../../core/rating/public-rating.ts'
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import type { Page } from '../links.ts'
import type { Face } from '../views.ts'
import type { Manuscript } from './manuscript.ts'

export const KINDS = [
  ...(['update', 'briefing', 'case', 'watchlist', 'rating', 'submission'] as const),
  /** Ours alone. */
  'statement',
  /** Signed by several: src/core/signing. */
  'letter',
] as const
export type Kind = (typeof KINDS)[number]

/**
 * What a draft is asked for. `of`: the id of a person who may be named, of a legal journey, or of one incident. `form`: of
 * codebook/submissions.yaml. `to`: addressees of codebook/standards.yaml, a comma between. `country`: id of a pack;
 * `period`: `2020-q1` or `2020`.
 */
export type Asked =
  | { readonly kind: 'update' | 'briefing'; readonly country: string; readonly period: string }
  | { readonly kind: 'case'; readonly of: string }
  | { readonly kind: 'watchlist' | 'rating'; readonly country: string }
  | (OfTimeOrCase & { readonly kind: 'submission'; readonly form: string })
  | (OfTimeOrCase & { readonly kind: 'statement' })
  | (OfTimeOrCase & { readonly kind: 'letter'; readonly to: string })

type OfTimeOrCase = {
  readonly country: string
  readonly period: string
  /** Of one case instead of a period: country and period are those of the case. */
  readonly of?: string | undefined
}

/** The names of what must be told to ask for a kind, in the order in which a command or a form asks. */
export const ASKED_FOR = {
  update: ['country', 'period'],
  briefing: ['country', 'period'],
  case: ['of'],
  watchlist: ['country'],
  rating: ['country'],
  submission: ['country', 'period', 'form'],
  statement: ['country', 'period'],
  letter: ['country', 'period', 'to'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>

/** Kinds that may be about one case; then neither country nor period is asked for. */
export const OF_CASE: ReadonlySet<Kind> = new Set(['submission', 'statement', 'letter'])

/** Ids of addressees, in the order in which they were typed. */
export const addresseesIn = (to: string): readonly string[] => [
  ...new Set(to.split(/[\s,;]+/).filter((one) => one !== '')),
]

export const isKind = (text: string): text is Kind => KINDS.some((one) => one === text)

/** What drafters write from: what any reader may see, and nothing else. */
export type Material = Face & {
  readonly asked: Asked
  readonly pack: Pack
  readonly period: Period
  /** Of the period, by date; of a case those of its person. */
  readonly incidents: readonly PublicIncident[]
  /** Legal journeys with a stage in one of the incidents. */
  readonly proceedings: readonly PublicProceeding[]
  /** Counts of the period with their ranges, and the rows they open to. */
  readonly measures: readonly Measure[]
  /** Of laws of the country, and of the incidents here. */
  readonly analyses: readonly PublicAnalysis[]
  /** What people said who agreed to be quoted in these words. */
  readonly testimonies: readonly PublicTestimony[]
  readonly ratings: ReleasedRatings | null
  readonly watch: PublicWatch | null
}

/** Where a page stands for whoever reads the text; null: nowhere that is known. */
export type AddressOf = (page: Page) => string | null

/** The same material gives the same manuscript, with the same ids of sentences: a draft made again shows what changed. */
export type Drafter<M = Material> = (material: M, addressOf: AddressOf) => Manuscript
