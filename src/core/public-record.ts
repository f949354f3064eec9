/** What may be shown: the only types public pages, files and feeds accept. Made by withholding.ts alone. */
import type { ClaimBasis } from './claim.ts'
import type { Stage } from './decided.ts'
import type { TitleIn } from './document.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { Labels } from './language.ts'
import type { PartialDate } from './partial-date.ts'
import type { LinkKind, Verdict } from './record.ts'
import type {
  Freedom,
  GroupValue,
  Harmed,
  IncidentKind,
  LawValue,
  PenaltyValue,
  PlaceValue,
} from './values.ts'

declare const shown: unique symbol
/** Carries the brand; no other module can make one. */
export type Public<T> = T & { readonly [shown]: true }

declare const toPartners: unique symbol
/** For partners alone: no page, file or feed for any reader accepts it. */
export type ForPartner<T> = T & { readonly [toPartners]: true }

/** A piece of a passage: words, words that say values (letters of the marks), or a slip of fixed width for what is held back. */
export type PassagePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string; readonly marks: readonly string[] }
  | { readonly kind: 'withheld' }

/** Where a value comes from: note = index into `sources`, mark = letter in the passage; `reader` is the rule; null for a coder, since who works here is told to nobody outside, not even under a pseudonym. */
export type Origin = {
  readonly source: number
  readonly mark: string | null
  readonly by: 'rule' | 'coder'
  readonly reader: string | null
  readonly basis: ClaimBasis
}
export type Shown<T> = { readonly value: T; readonly origins: readonly Origin[] }

/** A person as may be shown. `withheld` says nothing but the role; `id` is given only with a name. */
export type PublicPerson =
  | {
      readonly kind: 'named'
      readonly id: string
      readonly name: Labels
      readonly role: string | null
      readonly harmed: Harmed
    }
  | { readonly kind: 'alias'; readonly text: string; readonly role: string | null; readonly harmed: Harmed }
  | { readonly kind: 'withheld'; readonly role: string | null; readonly harmed: Harmed }

export type PublicPlace = PlaceValue & { readonly region: string | null; readonly label: Labels }
export type PublicLaw = LawValue & { readonly provision: string | null }
/** `indexMultiple` is the fine in index units of the day, null when the index value or the amount is not known. */
export type PublicPenalty = Omit<PenaltyValue, 'who'> & {
  readonly indexMultiple: number | null
  readonly persons: number | null
}

export type PublicFields = {
  readonly kind: IncidentKind
  readonly freedoms: readonly Shown<Freedom>[]
  readonly date: readonly Shown<PartialDate>[]
  /** Held back unless a decision opens them (codebook/naming.yaml). */
  readonly otherDates: readonly Shown<string>[]
  readonly places: readonly Shown<PublicPlace>[]
  readonly people: readonly Shown<PublicPerson>[]
  readonly organisations: readonly Shown<string>[]
  readonly groups: readonly Shown<GroupValue>[]
  readonly acts: readonly Shown<string>[]
  readonly laws: readonly Shown<PublicLaw>[]
  readonly offences: readonly Shown<string>[]
  readonly penalties: readonly Shown<PublicPenalty>[]
  readonly actors: readonly Shown<string>[]
  readonly saidBy: readonly Shown<string>[]
  readonly outcome: readonly Shown<string>[]
}

export type PublicSource = {
  /** Null: held back, since it may name somebody. */
  readonly title: string | null
  /** What the title says in other languages, where somebody wrote it and it names nobody. */
  readonly titleIn?: TitleIn
  readonly publisher: string | null
  readonly collector: string | null
  readonly url: string | null
  readonly published: string | null
  /** The day on which it was read; left out of records shown before it was told. */
  readonly accessed?: string | null
  readonly language: string
  readonly reliabilityOfSource: string
  readonly reliabilityOfInformation: string
  readonly passage: readonly PassagePart[]
  /**
   * Offsets into the stored text, so that a reader with the document can find the words; null beside a held-back name. No id
   * of the document: it is made of its bytes, and would confirm a guess of a name that is held back in them.
   */
  readonly start: number | null
  readonly end: number | null
  /** The house that published it first, and the package it came in; left out for our own. */
  readonly elsewhere?: Elsewhere
}

/** Whose side was asked for: the role, never a name. `text` is null when the answer cannot be shown. */
export type PublicReply =
  | {
      readonly kind: 'asked'
      readonly on: string
      readonly of: string | null
      readonly how: string | null
      readonly until: string
      readonly answer: { readonly on: string; readonly text: string | null } | null
    }
  | { readonly kind: 'not-asked' }

/** Parts of a record whose former values may be told: none of them holds words that somebody typed about a person. */
export const TOLD_PARTS = ['date', 'places', 'groups', 'acts', 'laws', 'penalties', 'freedoms'] as const
export type ToldPart = (typeof TOLD_PARTS)[number]
/** What a correction changed, under the rules of withholding of today: the values before and after, by part. */
export type Change = {
  readonly [part in ToldPart]: {
    readonly part: part
    readonly before: PublicFields[part]
    readonly after: PublicFields[part]
  }
}[ToldPart]

export type PublicCorrection = {
  /** The day, without its hour. */
  readonly at: string
  readonly why: string | null
  /** Left out unless whoever published the correction said that readers may see what was before. */
  readonly changes?: readonly Change[]
}

export type IncidentBody = {
  readonly id: string
  readonly country: string
  readonly version: number
  /** ISO day on which it was first shown; null where that would tell a date that is held back. */
  readonly published: string | null
  readonly fields: PublicFields
  /** Fields where sources disagree and nobody has decided. */
  readonly disputed: readonly string[]
  readonly decided: readonly {
    readonly field: string
    readonly verdict: Verdict
    /** The day, without its hour. */
    readonly at: string
  }[]
  readonly sources: readonly PublicSource[]
  readonly links: readonly { readonly kind: LinkKind; readonly incident: string }[]
  readonly replies: readonly PublicReply[]
  /** Each time it was published anew after a change, with the reason where that names nobody. */
  readonly corrections: readonly PublicCorrection[]
  /** Why something is not shown, as codes of locales; never how many. */
  readonly withheld: readonly ('names' | 'words' | 'values')[]
  /** Ids of records of the same event that are shown as this one; left out where there are none, and where they would tell a day that is held back. */
  readonly merged?: readonly string[]
}
export type PublicIncident = Public<IncidentBody>
export type PartnerIncident = ForPartner<IncidentBody>

/** A legal journey as may be shown; a person not named is not pointed at by the incidents either. */
export type ProceedingBody = {
  readonly id: string
  readonly person: PublicPerson
  readonly charges: readonly (PublicLaw & { readonly status: 'stated' | 'inferred' })[]
  readonly stages: readonly {
    readonly stage: Stage
    readonly date: PartialDate | null
    readonly incident: string | null
    readonly penalty: PublicPenalty | null
  }[]
}
export type PublicProceeding = Public<ProceedingBody>
