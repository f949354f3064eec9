/** What a person decides in one go: the body of a decision, the same from a file, the command line or the desk. */

import type { CampaignLine } from './act/lines.ts'
import type { RuleOnActions } from './act/rulings.ts'
import type { RecordAnalysis } from './analysis.ts'
import type { CaseLine } from './cases/lines.ts'
import type { PairVerdict } from './identity/pairs.ts'
import type { Labels } from './language.ts'
import type { BasisKind, ShowLevel } from './person.ts'
import type { BringEntries } from './plan/bring.ts'
import type { PublicationLine } from './publication/lines.ts'
import type { RatingLine } from './rating/lines.ts'
import type { RecommendationLine } from './recommendation/lines.ts'
import type { LINK_KINDS } from './record.ts'
import type { SigningLine } from './signing/lines.ts'
import type { MoveName } from './state.ts'
import type { RecordTactic } from './tactic.ts'
import type { CardDecided } from './teach/lines.ts'
import type { LessonTally } from './teach/tally.ts'
import type { TestimonyLine } from './testimony/lines.ts'
import type { Audience, Tier } from './tier.ts'
import {
  barePenalty,
  type Field,
  type Freedom,
  type Harmed,
  type IncidentKind,
  type LawCode,
  type LawValue,
  type PenaltyType,
  type PenaltyValue,
  type Qualifier,
} from './values.ts'

type Who = {
  /** Staff pseudonym. */
  readonly by: string
  /** ISO instant. */
  readonly at: string
  readonly why?: string | undefined
}

/** Only what the coder writes is compared with the claims: a value that agrees in everything written stands on the claim. */
export type DecidedPerson = {
  /** Id of a recorded person, when the coder knows who it is. */
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly role?: string | undefined
  readonly harmed: Harmed
}
export type DecidedGroup = {
  readonly what?: string | undefined
  readonly min: number | null
  readonly max: number | null
  readonly qualifier: Qualifier
}
export type DecidedLaw = {
  readonly code: LawCode
  readonly article?: string | undefined
  readonly part?: string | undefined
  readonly name?: string | undefined
}
export type DecidedPenalty = {
  readonly type: PenaltyType
  readonly days?: number | undefined
  readonly months?: number | undefined
  readonly years?: number | undefined
  readonly amount?: number | undefined
  readonly currency?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly unit?: string | undefined
  readonly who?: readonly string[] | undefined
}

/** Words of the text in which the coder found the value at this place of its list; for values that no rule proposed. */
export type Evidence = { readonly field: Field; readonly index: number; readonly words: string }

/** The proposed passage that a decision answers. `seen`: the newest entry of the log on it that the coder had read. */
export type AnsweredDraft = { readonly id: string; readonly seen?: number | undefined }

export type DecidedFieldTier = { readonly field: Field; readonly value: Tier; readonly why: string }

export type DecideIncident = Who & {
  readonly record: 'incident'
  readonly id: string
  readonly country: string
  /** Name of the document (file name without ending) or its id, and the first and last words of the passage. */
  readonly document: string
  readonly from: string
  readonly to: string
  readonly kind: IncidentKind
  readonly freedoms: readonly Freedom[]
  /** `2020-02-17`, `2020-02`, `2020`, `2020-02-07..2020-02-08`, `..2020-02-22` or null. */
  readonly date: string | null
  readonly other_dates?: readonly string[] | undefined
  /** Present-day names; the country itself by its name. */
  readonly places: readonly string[]
  readonly people: readonly DecidedPerson[]
  readonly organisations?: readonly string[] | undefined
  readonly groups: readonly DecidedGroup[]
  readonly acts: readonly string[]
  readonly laws: readonly DecidedLaw[]
  readonly offences?: readonly string[] | undefined
  readonly penalties: readonly DecidedPenalty[]
  readonly actors?: readonly string[] | undefined
  readonly sources?: readonly string[] | undefined
  readonly outcome?: string | null | undefined
  /** Fields whose values disagree and are all shown, none preferred. */
  readonly disputed?: readonly string[] | undefined
  /** Claims on record whose values stand beside the one of a field that holds one value, where sources disagree on it. */
  readonly beside?: readonly { readonly field: Field; readonly claim: string }[] | undefined
  readonly links?:
    | readonly { readonly kind: (typeof LINK_KINDS)[number]; readonly incident: string }[]
    | undefined
  /** Who may read the record, and why; left out, its subjects decide. Opening holds for this decision alone. */
  readonly tier?: { readonly value: Tier; readonly why: string } | undefined
  /** The same for single fields. */
  readonly tiers?: readonly DecidedFieldTier[] | undefined
  readonly evidence?: readonly Evidence[] | undefined
  readonly draft?: AnsweredDraft | undefined
}

type ListName =
  | 'kind'
  | 'freedoms'
  | 'date'
  | 'other_dates'
  | 'places'
  | 'people'
  | 'organisations'
  | 'groups'
  | 'acts'
  | 'laws'
  | 'offences'
  | 'penalties'
  | 'actors'
  | 'sources'
  | 'outcome'
/** The lists of values that a decision may hold, each as a coder writes it. */
export type SaidValues = { readonly [K in ListName]?: DecideIncident[K] | undefined }

/**
 * What becomes of values of a new source that differ from those that stand. beside: they stand too, and in a field that holds
 * one value are disputed · disputed: all are shown, none preferred · prefer: they stand, and the others are kept as said · keep: what stood stands, and they are kept as said.
 */
export const WEIGHINGS = ['beside', 'disputed', 'prefer', 'keep'] as const
export type Weighing = (typeof WEIGHINGS)[number]

/** What one more source says of an incident that is on record. */
export type RecordSaying = Who & {
  readonly record: 'saying'
  /** Of the incident. */
  readonly id: string
  readonly document: string
  readonly from: string
  readonly to: string
  readonly says: SaidValues
  readonly evidence?: readonly Evidence[] | undefined
  /** By field; left out, values of a list stand beside the others, and single values and numbers are kept as said. */
  readonly weighed?: readonly { readonly field: Field; readonly how: Weighing }[] | undefined
  readonly seen?: number | undefined
}

/** Which of the values that sources say of one field stand: those that rest on these claims. */
export type RuleOnField = Who & {
  readonly record: 'ruling'
  /** Of the incident. */
  readonly id: string
  readonly field: Field
  readonly stands: readonly string[]
  readonly disputed?: boolean | undefined
  readonly why: string
  readonly seen?: number | undefined
}

export const JUDGED = ['same', 'different', 'unsure', 'none'] as const
export type Judged = (typeof JUDGED)[number]

/** Whether a name that stands in a record is this person; `none` takes back what was said of the two. */
export type JudgePerson = Who & {
  readonly record: 'judgement'
  /** Of the incident. */
  readonly id: string
  /** A claim that the value of the name stands on. */
  readonly claim: string
  readonly person: string
  readonly verdict: Judged
  /** How alike the names were, 0 to 1, when it was judged. */
  readonly score?: number | undefined
  readonly seen?: number | undefined
  /** Whoever judged had not seen what was said before; nothing of the record changes by it. */
  readonly blind?: boolean | undefined
}

/**
 * Whether two people on record are one person. `cleared`: readers may be shown them as one; `none` takes back all that was said of
 * the two.
 */
export type JudgePeople = Who & {
  readonly record: 'people'
  readonly id: string
  readonly with: string
  readonly verdict: PairVerdict
  readonly blind?: boolean | undefined
}

/**
 * Whether two records tell one event. `cleared`: readers may be shown them as one; `none` takes back all that was said of the two.
 * `blind`: whoever judged had not seen what was said before.
 */
export type JudgeRecords = Who & {
  readonly record: 'pair'
  readonly id: string
  readonly with: string
  readonly verdict: PairVerdict
  readonly blind?: boolean | undefined
}

/** Who collected first what one source says of a record; null: nobody knows. */
export type SayCollector = Who & {
  readonly record: 'collector'
  /** Of the incident. */
  readonly id: string
  readonly document: string
  readonly collector: string | null
  readonly seen?: number | undefined
}

/** Whether a total counts a single incident too; the two are never added. */
export type SayCovered = Who & {
  readonly record: 'cover'
  /** Of the total. */
  readonly id: string
  /** Of the incident. */
  readonly with: string
  readonly covers: boolean
  readonly seen?: number | undefined
}

/** Whether two roots of surnames, as names are folded, are one; `none` takes that back. Never a whole name. */
export type JudgeStems = Who & {
  readonly record: 'stems'
  /** The same for all: a root tells of whose name it is, and stands in no object of the log. */
  readonly id: 'stems'
  readonly stems: readonly string[]
  readonly verdict: 'same' | 'none'
  readonly why: string
}

export const BODY_RELATIONS = ['same', 'follows'] as const
export type BodyRelationName = (typeof BODY_RELATIONS)[number]

/** Whether two names are one body or medium, or whether the second took the place of the first; `none` takes back what was said. */
export type JudgeBodies = Who & {
  readonly record: 'bodies'
  /** The same for all. */
  readonly id: 'bodies'
  /** Of `follows`: the earlier one first. */
  readonly bodies: readonly string[]
  readonly relation: BodyRelationName
  readonly verdict: 'same' | 'different' | 'none'
  readonly why: string
}

/** Who may read an incident, decided by itself. */
export type DecideTier = Who & {
  readonly record: 'tier'
  /** Of the incident. */
  readonly id: string
  readonly value: Tier
  readonly why: string
}

/** What somebody says of a proposed passage without making a record of it. */
export type DecideDraft = Who & {
  readonly record: 'draft'
  /** `<reading>#<passage>`. */
  readonly id: string
  readonly verdict: 'rejected' | 'split' | 'merged' | 'undone'
  /** Of a split: where in the text the second passage begins. */
  readonly begins?: number | undefined
  /** Of a merge: the passage it is one with. */
  readonly with?: string | undefined
  readonly seen?: number | undefined
}

/** A record or a proposed passage that colleagues speak about. */
export type About = { readonly incident: string } | { readonly draft: string }
export const ANSWER_VERDICTS = ['answered', 'closed', 'reopened'] as const

/** A question in words to a colleague by handle, or to anybody here; it hands nothing over. */
export type AskColleague = Who & {
  readonly record: 'question'
  readonly id: string
  readonly about: About
  readonly field?: Field | undefined
  readonly to?: string | undefined
  readonly words: string
}

/** What is said to a question. */
export type AnswerColleague = Who & {
  readonly record: 'answer'
  /** Of the question. */
  readonly id: string
  readonly verdict: (typeof ANSWER_VERDICTS)[number]
  readonly words?: string | undefined
}

/** The same passage coded by somebody who did not see the first coding; the record itself stays as it was. */
export type SecondReading = Omit<
  DecideIncident,
  'record' | 'disputed' | 'beside' | 'links' | 'tier' | 'tiers' | 'evidence' | 'draft'
> & { readonly record: 'second' }

export type RecordPerson = Who & {
  readonly record: 'person'
  readonly id: string
  readonly names: Labels
  readonly variants?: readonly string[] | undefined
  readonly pseudonym?: string | undefined
  readonly basis?:
    | {
        readonly kind: BasisKind
        readonly level: ShowLevel
        /** The widest audience that `level` holds for, any reader when left out; wider ones get `beyond`, never when left out. */
        readonly to?: Audience | undefined
        readonly beyond?: ShowLevel | undefined
        readonly reason: string
        readonly givenHow?: string | undefined
        /** The day consent was given; the day of the decision when left out. */
        readonly givenOn?: string | undefined
        readonly reviewBy: string
      }
    | undefined
}

export const STAGES = [
  'charged',
  'trial',
  'conviction',
  'sentence',
  'appeal',
  'release',
  'reversal',
  'closed',
  'death',
  'detained',
  'acquittal',
  'appeal_rejected',
  'appeal_granted',
  'release_restricted',
] as const
export type Stage = (typeof STAGES)[number]

/** A person's legal journey; stages may come in any order and never imply an ending. */
export type RecordProceeding = Who & {
  readonly record: 'proceeding'
  readonly id: string
  readonly person: string
  readonly charges: readonly (DecidedLaw & { readonly status: 'stated' | 'inferred' })[]
  readonly stages: readonly {
    readonly stage: Stage
    readonly date: string | null
    readonly incident?: string | undefined
    readonly penalty?: DecidedPenalty | undefined
  }[]
}

/** Records taken from one state to another, all of them or none. */
export type MoveRecords = Who & {
  readonly record: 'move'
  readonly move: MoveName
  readonly ids: readonly string[]
  /** Of a correction: readers may see the values as they were beside the new ones. */
  readonly tellsOld?: boolean | undefined
}

/** A record opened to another organisation, or handed to one person by handle; `ended` takes it back. */
export type ShareRecord = Who & {
  readonly record: 'share'
  readonly ids: readonly string[]
  readonly with: { readonly organisation: string } | { readonly account: string }
  readonly ended?: boolean | undefined
}

/** Somebody of whom a record says wrong was asked for their side, or was not, for a reason that stays inside. */
export type RecordReply = Who & {
  readonly record: 'reply'
  /** Of the incident. */
  readonly id: string
  readonly asked?:
    | {
        readonly on: string
        /** The role asked, never a name. */
        readonly of: string
        readonly how: string
        /** The last day for an answer; left out, the days that the codebook gives. */
        readonly until?: string | undefined
      }
    | undefined
  readonly answer?: { readonly on: string; readonly words: string } | undefined
  readonly notAsked?: string | undefined
}

/** How long a record stands before somebody must decide anew. */
export type RecordRetention = Who & {
  readonly record: 'retention'
  /** Of the incident. */
  readonly id: string
  readonly until: string
  readonly why: string
}

export const LOOKED = ['looked', 'partly', 'not', 'withdrawn'] as const
export type Looked = (typeof LOOKED)[number]

/** That a collector looked at a place in a time, or did not: what is not found there means something only where somebody looked. */
export type SayCoverage = Who & {
  readonly record: 'coverage'
  /** Of the statement; the newest of an id counts. */
  readonly id: string
  readonly country: string
  /** An organisation or a pseudonym, as sources name their original collector. */
  readonly collector: string
  /** Region of the pack; left out: the whole country. */
  readonly region?: string | undefined
  readonly from: string
  readonly to: string
  /** withdrawn: the statement was a mistake. */
  readonly looked: Looked
}

export type Decided =
  | DecideIncident
  | DecideDraft
  | SecondReading
  | AskColleague
  | AnswerColleague
  | RecordSaying
  | RuleOnField
  | JudgePerson
  | JudgePeople
  | JudgeRecords
  | SayCollector
  | SayCovered
  | JudgeStems
  | JudgeBodies
  | DecideTier
  | RecordPerson
  | RecordProceeding
  | RecordReply
  | RecordRetention
  | MoveRecords
  | ShareRecord
  | SayCoverage
  | CaseLine
  | RatingLine
  | PublicationLine
  | SigningLine
  | TestimonyLine
  | RuleOnActions
  | RecordAnalysis
  | CampaignLine
  | CardDecided
  | LessonTally
  | RecommendationLine
  | RecordTactic
  | BringEntries

/** Ids of the records that a decision is about. */
export const objectsOf = (decided: Decided): readonly string[] =>
  'ids' in decided
    ? decided.ids
    : decided.record === 'pair' || decided.record === 'people' || decided.record === 'demand'
      ? [decided.id, decided.with]
      : [decided.id]

/** A penalty as written for the hand in, every field out; what was not written is null. Money without a currency is the country's. */
export const fullPenalty = (one: DecidedPenalty, currency: string): PenaltyValue => ({
  ...barePenalty(one.type),
  ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
  currency: one.currency ?? (one.amount === undefined ? null : currency),
})

export const fullLaw = (law: DecidedLaw): LawValue => ({
  code: law.code,
  article: law.article ?? null,
  part: law.part ?? null,
  name: law.name ?? null,
})
