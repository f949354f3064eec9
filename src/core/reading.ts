/** How one language tells an incident, as data: cue rules with reason and example, and closed word lists. */
import type { Language } from './language.ts'
import type { Freedom, PenaltyType } from './values.ts'

/** Every rule says why it exists and shows a sentence, of our own making, on which it must fire. */
export type CueRule = {
  /** Written `name@version`; the meaning of an id never changes. */
  readonly id: string
  readonly reason: string
  readonly example: string
  readonly pattern: RegExp
  /** When this matches the same clause, the cue means something else. */
  readonly not: RegExp | null
}
export type ActCue = CueRule & {
  readonly act: string
  /** False for acts told by words of intent themselves (threats, attempts): the guards would silence them. */
  readonly guarded: boolean
}
export type PenaltyCue = CueRule & { readonly type: PenaltyType; readonly act: string }
export type FreedomCue = CueRule & {
  readonly freedom: Freedom
  /** True for words that mean a freedom only in a sentence that tells an act (a trade, a passing remark). */
  readonly besideAct: boolean
}
/** Guards silence a cue that they precede in the same clause: negation, plan, demand, supposition. */
export type GuardCue = CueRule & { readonly reach: number }

export type Lexicon = {
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  /** Of these, the forms that say some thousands or millions and not how many, where no number stands before them. */
  readonly loose: ReadonlySet<string>
  /** What a person is or does, as it stands before or after a name (activist, judge). */
  readonly roles: ReadonlySet<string>
  /** Roles of those who judge, govern or speak: named, not harmed, unless a harm verb governs them. */
  readonly officials: ReadonlySet<string>
  /** Countable people and countable things of an incident; anything else after a number is not a group. */
  readonly people: ReadonlySet<string>
  readonly things: ReadonlySet<string>
  /** Last words that make a capitalised run an institution, a place or a law instead of a person. */
  readonly institutions: ReadonlySet<string>
  readonly localities: ReadonlySet<string>
  /** Capitalised words that are no part of a name, when a run starts with or consists of them. */
  readonly ordinary: ReadonlySet<string>
  /** Nationalities and languages, which are capitalised in English. */
  readonly demonyms: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
  /** Names of laws → what code they are, without an article (law on assemblies). */
  readonly laws: readonly LawCue[]
  readonly currencies: readonly string[]
}
export type LawCue = CueRule & {
  readonly code: 'criminal' | 'administrative' | 'assembly_law' | 'constitution' | 'iccpr' | 'other'
}

/** What a cue of a demand says: the heading of a chapter of demands, whom it is addressed to, how one begins, a list of objections, a demand in one sentence. */
export const DEMAND_CUES = ['section', 'address', 'item', 'lead', 'call'] as const
export type DemandCue = CueRule & {
  readonly kind: (typeof DEMAND_CUES)[number]
  /** Of an address: an addressee of codebook/standards.yaml. */
  readonly to: string | null
}

/** What words make of the sentence they stand in, for the steps that string sentences together; some are asked of the words before a value. */
export const TURNS = [
  'linked',
  'backward',
  'besides',
  'clock',
  'also',
  'earlier',
  'sweep',
  'ongoing',
  'aside',
  'pronoun',
  'all',
  'dated',
  'date-plan',
  'date-bound',
  'date-topic',
  'place-topic',
  'place-base',
  'place-plan',
  'person-actor',
  'person-invoked',
  'not-person',
  'not-person-after',
  'provided',
] as const
export type Turn = (typeof TURNS)[number]
export type TurnCue = CueRule & { readonly turn: Turn }

/** One way a name ends: `strip` is taken off a word whose stem fits, `add` makes the base form. */
export type NameEnding = {
  readonly stem: RegExp
  readonly strip: string
  readonly add: string
  /** Masculine, feminine, plural. */
  readonly gender: 'm' | 'f' | 'p'
  readonly cases: readonly string[]
}
/** How a language that inflects changes its words; null for one that does not. */
export type Inflection = {
  /** `depth`: how many endings may stand one after the other. */
  readonly depth: number
  /** Ending → what may stand in its place in the base form. */
  readonly endings: ReadonlyMap<string, readonly string[]>
  /** Tables of endings, each tried only when the one before explains nothing. */
  readonly surnames: readonly (readonly NameEnding[])[]
  readonly given: readonly (readonly NameEnding[])[]
  /** Common given names of women that end like the genitive of a man’s, and of men that end like a woman’s. */
  readonly women: ReadonlySet<string>
  readonly men: ReadonlySet<string>
  /** Towns and countries outside any pack: base form in small letters → English name. */
  readonly towns: ReadonlyMap<string, string>
  /** Letters → English ones, for places nobody lists. */
  readonly letters: ReadonlyMap<string, string>
}

export type Reading = {
  readonly language: Language
  readonly version: string
  readonly reviewedBy: string | null
  readonly acts: readonly ActCue[]
  readonly penalties: readonly PenaltyCue[]
  readonly freedoms: readonly FreedomCue[]
  readonly guards: readonly GuardCue[]
  readonly lexicon: Lexicon
  /** By what a passage that asks something of somebody is known. */
  readonly demands: readonly DemandCue[]
  readonly turns: readonly TurnCue[]
  readonly inflection: Inflection | null
}
