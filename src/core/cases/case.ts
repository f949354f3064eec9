/** What people enter about a case, an observation or an assistance in, the types that these are kept as out. */
import type { DecidedLaw, DecidedPenalty, Stage } from '../decided.ts'

/** Kinds of record that are kept in entries, and that only a team reads. */
export const CASE_KINDS = ['proceeding', 'observation', 'assistance'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** Never wider: nothing of these is made for partners or for any reader. */
export const CASE_TIERS = ['team', 'sealed'] as const
export type CaseTier = (typeof CASE_TIERS)[number]

/** What an entry rests on: a record of an incident, words of a document, or somebody or something described by hand. */
export type CaseSource =
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'document'; readonly document: string; readonly words: string }
  | { readonly kind: 'hand'; readonly title: string; readonly on?: string | undefined }

/** What became of a charge. A charge of which nothing was said is pending by nobody's word: it is unknown. */
export const CHARGE_STANDINGS = ['pending', 'dropped', 'convicted', 'acquitted', 'reclassified'] as const
export type ChargeStanding = (typeof CHARGE_STANDINGS)[number]

export const HEARING_STATES = ['planned', 'held', 'postponed', 'cancelled'] as const
export type HearingState = (typeof HEARING_STATES)[number]

/** Dates are written as decisions write them: `2020-03-18`, `2020-03`, a range, or null where nobody knows. */
export type EntryBody =
  | {
      readonly kind: 'charge'
      readonly law: DecidedLaw
      readonly basis: 'stated' | 'inferred'
      /** When the offence is said to have been: its day sets the index that a fine is counted in. */
      readonly offence: string | null
    }
  | {
      readonly kind: 'outcome'
      readonly charge: string
      readonly standing: ChargeStanding
      readonly date: string | null
      /** Of a reclassification: the entry of the charge that took its place. */
      readonly into?: string | undefined
    }
  | {
      readonly kind: 'stage'
      readonly stage: Stage
      readonly date: string | null
      readonly court?: string | undefined
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'hearing'
      readonly state: HearingState
      readonly date: string | null
      /** `10:30`, where the hour is known. */
      readonly hour?: string | undefined
      readonly court?: string | undefined
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'penalty'
      readonly penalty: DecidedPenalty
      readonly date: string | null
      readonly charge?: string | undefined
      readonly stage?: string | undefined
    }
  | {
      readonly kind: 'restriction'
      /** A term of codebook/restrictions.yaml. */
      readonly what: string
      readonly from: string | null
      /** The last day; null: no end is known. */
      readonly until: string | null
      /** The entry of the stage that it came with. */
      readonly stage?: string | undefined
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'answer'
      /** A term of codebook/assistance.yaml. */
      readonly answer: string
      readonly date: string
      readonly words?: string | undefined
    }
export type EntryKind = EntryBody['kind']
export type EntryOf<K extends EntryKind> = Extract<EntryBody, { readonly kind: K }>

/** One version of an entry, and who wrote it. `struck`: it was a mistake and stands no longer. */
export type EntryVersion = {
  readonly body: EntryBody
  readonly source: CaseSource
  /** Whom of the case it is about; empty: all of them. */
  readonly people: readonly string[]
  readonly struck: boolean
  readonly by: string
  readonly at: string
  readonly why: string | null
  readonly event: number
}
/** `earlier`: the versions that it superseded, newest first. */
export type Entry = EntryVersion & { readonly id: string; readonly earlier: readonly EntryVersion[] }

/** What a record is attached to. */
export type About = {
  readonly case?: string | undefined
  /** The entry of the hearing in that case. */
  readonly hearing?: string | undefined
  readonly person?: string | undefined
  readonly incident?: string | undefined
}

type Kept = {
  readonly id: string
  readonly tier: CaseTier
  readonly by: string
  readonly at: string
}

export type CaseFile = Kept & {
  readonly kind: 'proceeding'
  /** Null: written before a case named it. */
  readonly country: string | null
  readonly title: string | null
  readonly people: readonly string[]
  readonly entries: readonly Entry[]
}

export const YES_NO = ['yes', 'no', 'partly', 'unknown', 'not_asked'] as const
/** `unknown`: asked, and nobody could say. `not_asked`: nobody asked. Neither is a no. */
export type Answer =
  | { readonly kind: (typeof YES_NO)[number] }
  | { readonly kind: 'number'; readonly number: number; readonly unit: string }
  | { readonly kind: 'text'; readonly text: string }
export type AnswerVersion = {
  readonly answer: Answer | null
  readonly by: string
  readonly at: string
  readonly why: string | null
}
export type Answered = AnswerVersion & {
  readonly question: string
  readonly earlier: readonly AnswerVersion[]
}
export type Observation = Kept & {
  readonly kind: 'observation'
  readonly sheet: string
  readonly about: About
  readonly on: string | null
  readonly hour: string | null
  readonly observer: string
  readonly source: CaseSource
  readonly answers: readonly Answered[]
}

export type Assistance = Kept & {
  readonly kind: 'assistance'
  /** A term of codebook/assistance.yaml. */
  readonly what: string
  readonly people: readonly string[]
  readonly about: About
  readonly on: string | null
  /** Organisation or pseudonym of whoever did it. */
  readonly doneBy: string
  readonly to: string | null
  /** The last day for an answer; null: none was set. */
  readonly due: string | null
  readonly note: string | null
  readonly source: CaseSource
  readonly entries: readonly Entry[]
}
export type CaseRecord = CaseFile | Observation | Assistance
