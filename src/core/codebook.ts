/** The vocabularies monitors and lawyers own, as the rest of the program sees them once validated. */

import type { MailboxRules } from './act/mailbox.ts'
import type { CampaignRules } from './act/rules.ts'
import type { CaseTerms } from './cases/terms.ts'
import type { CountingWords } from './counting-words.ts'
import type { EstimateRules } from './estimate/rules.ts'
import type { Alike } from './eyes/terms.ts'
import type { FieldTerms } from './field/terms.ts'
import type { Labels, Language } from './language.ts'
import type { ListWords } from './list.ts'
import type { Mappings } from './mappings.ts'
import type { Margin } from './margin.ts'
import type { MeasurementRules } from './measurement-rules.ts'
import type { Naming } from './naming.ts'
import type { PainfulRule } from './painful.ts'
import type { Application } from './plan/application.ts'
import type { PlanSheet } from './plan/terms.ts'
import type { Policy } from './policy.ts'
import type { WatchRules } from './rating/watch.ts'
import type { RatingFile } from './rating/words.ts'
import type { RecommendationTerms } from './recommendation/terms.ts'
import type { ReviewRules } from './review-rules.ts'
import type { Addressee, Standard } from './standard.ts'
import type { Standing } from './standing.ts'
import type { SubmissionForm } from './submission.ts'
import type { Tactic } from './tactic.ts'
import type { CardRules } from './teach/card-rules.ts'
import type { Glossary } from './teach/glossary.ts'
import type { Freedom } from './values.ts'
import type { Ways } from './way.ts'

/** Who has read the texts of a file, per language; null is shown on every page that uses them. */
export type ReviewedBy = Readonly<Record<Language, string | null>>

/** `huridocs` names the micro-thesaurus list (and its code where known), `civicus` the Monitor's tag. Null: not known. */
export type TermCodes = {
  readonly huridocs: { readonly list: number; readonly code: string | null } | null
  readonly civicus: string | null
}

export type Term = {
  readonly id: string
  readonly label: Labels
  readonly definition: Labels
  /** What this term must not be used for: a counter-example. */
  readonly not: Labels
  readonly codes: TermCodes
}

/** Shapes of the quilt: what was done. */
export const MOTIFS = [
  'expression',
  'assembly',
  'association',
  'liberty',
  'trial',
  'integrity',
  'digital',
  'law',
  'good',
] as const
export type Motif = (typeof MOTIFS)[number]

/** Lightness of the quilt: gravest known outcome, 0 pressure … 4 prison or death; `star` is good news. */
export const GRAVITIES = [0, 1, 2, 3, 4, 'star'] as const
export type Gravity = (typeof GRAVITIES)[number]

/** An act also says how it is sewn: motif null means the patch takes the motif of the freedom struck. */
export type ActTerm = Term & {
  readonly motif: Motif | null
  readonly gravity: Gravity | null
  readonly rank: number
}

export type Rule = {
  /** Written `name@version`; the meaning of an id never changes. */
  readonly id: string
  readonly reason: Labels
  readonly example: string
}

export type Vocabulary =
  | 'kinds'
  | 'freedoms'
  | 'qualifiers'
  | 'law_codes'
  | 'penalties'
  | 'harms'
  | 'roles'
  | 'tags'

export type Codebook = {
  readonly version: string
  readonly reviewedBy: Readonly<Record<string, ReviewedBy>>
  readonly acts: ReadonlyMap<string, ActTerm>
  readonly vocabularies: Readonly<Record<Vocabulary, ReadonlyMap<string, Term>>>
  /** Freedom → motif for acts that have none of their own. */
  readonly motifOfFreedom: Readonly<Record<Freedom, Motif>>
  readonly rules: ReadonlyMap<string, Rule>
  readonly naming: Naming
  /** Who may do what, and the moves between states. */
  readonly policy: Policy
  readonly standing: Standing
  /** How somebody may have told us what was written down by hand. */
  readonly ways: Ways
  /** What laws and cases are tested against. */
  readonly standards: ReadonlyMap<string, Standard>
  /** Whom recommendations are written to. */
  readonly addressees: ReadonlyMap<string, Addressee>
  /** Words that mean one thing in three languages, for readers who compare their own with cases. */
  readonly alike: Alike
  /** Who recommends what to a state, and what a grade of it means. */
  readonly recommendations: RecommendationTerms
  /** What people can do, with its cost, its dangers and what is known of its effect. */
  readonly tactics: ReadonlyMap<string, Tactic>
  /** What a workshop asks a group about its campaign. */
  readonly plan: PlanSheet
  /** In which order funders read plans. */
  readonly applications: ReadonlyMap<string, Application>
  /** What bodies that hear of a State ask for. */
  readonly submissions: ReadonlyMap<string, SubmissionForm>
  /** What people can do in campaigns, how campaigns stand, what may come of them. */
  readonly campaigns: CampaignRules
  /** How law cards are kept. */
  readonly cards: CardRules
  /** Terms of rights in easy words. */
  readonly glossary: Glossary
  /** The ranges a margin can take, from the narrowest. */
  readonly margins: readonly Margin[]
  /** Which passages need a person first, and which records a second reader. */
  readonly review: ReviewRules
  /** What is asked of trials and custody, what is done for people, what a release may be bound to. */
  readonly cases: CaseTerms
  /** What a phone asks in the street and in court. */
  readonly field: FieldTerms
  /** What network measurements allow to be said. */
  readonly measurements: MeasurementRules
  /** Which addresses reach one mailbox, and how many of one domain a day are counted at once. */
  readonly mailboxes: MailboxRules
  /** What stands behind a notice in the workspace. */
  readonly painful: readonly PainfulRule[]
  /** How the columns and cells of a list are understood. */
  readonly lists: ListWords
  /** When an estimate of the unseen is not to be reported, and what every one assumes. */
  readonly estimates: EstimateRules
  /** By which words roles and institutions are counted. */
  readonly counting: CountingWords
  /** How records are told in the words of others. */
  readonly mappings: Mappings
  /** How civic space is rated. */
  readonly rating: RatingFile
  /** What asks for a decision on the watchlist. */
  readonly watch: WatchRules
}
