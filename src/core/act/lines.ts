/** What a person says of a campaign in one go: its text, and what was agreed, reviewed, moved, counted, delivered and what came of it. */
import type { Language } from '../language.ts'
import type { ActionKind } from './actions.ts'
import type { Contribution, OutcomeKind } from './outcome.ts'
import type { Patch } from './patch.ts'
import type { CampaignMove } from './state.ts'

type Who = {
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** The same words by language; null: nobody wrote them in it, and the page of that language says so. */
export type Told = Readonly<Record<Language, string | null>>

/** What the campaign was born from. A law is a provision of the pack. */
export type CampaignSubject =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'law'; readonly law: string }

/** Whom the demand goes to. */
export type CampaignTarget = {
  /** An authority of the pack, with its address and the right form of address. */
  readonly authority: string
  /** Which law makes it their duty, in words. */
  readonly duty: Told
  /** True: they get numbers, the text and its hash, and never who took part. */
  readonly hostile: boolean
}

/** Reached so many of a unit, something is done: `10,000 signatures: handed over`. */
export type Threshold = { readonly kind: ActionKind; readonly number: number; readonly brings: Told }

/** A campaign as somebody wrote it; said again under the same id, it supersedes. */
export type ProposeCampaign = Who & {
  readonly record: 'campaign'
  readonly id: string
  readonly country: string
  readonly subject: CampaignSubject
  /** The headline, a sentence with a verb. */
  readonly title: Told
  /** What is asked, in one sentence. */
  readonly demand: Told
  /** What happened and why it matters, in a few sentences. */
  readonly story: Told
  /** What a letter may say, one point each. */
  readonly points: readonly Told[]
  readonly targets: readonly CampaignTarget[]
  /** What people can do. */
  readonly kinds: readonly ActionKind[]
  readonly thresholds: readonly Threshold[]
  /** Who proposed it, as readers may know: an organisation or a pseudonym. */
  readonly proposedBy: string
  /** Who there can say no to it: an organisation or a pseudonym that stays inside. */
  readonly partner: string
  /** The facility of the pack that a card to the person goes to; left out: cards go to the family by way of the organisation. */
  readonly facility?: string | undefined
  /** The last day on which it takes anything; left out: until somebody closes it. */
  readonly closes?: string | undefined
  /** Records that the story tells of. */
  readonly incidents: readonly string[]
}

export const RISK_LEVELS = [0, 1, 2, 3] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]
export const RISK_OF = ['person', 'family', 'inside', 'outside'] as const

export const PARTNER_WORDS = ['agrees', 'vetoes'] as const
export const PERSON_WORDS = ['agrees', 'refuses', 'not-asked'] as const

export const DELIVERY_WAYS = ['hand', 'post', 'mail'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]
export const PROOFS = ['register', 'receipt', 'stamp', 'sent'] as const
export const REPLY_KINDS = ['substantive', 'formal', 'refusal', 'threat'] as const
export const EVENT_KINDS = ['marathon', 'lesson', 'stall', 'vigil', 'exhibition', 'hearing'] as const
export type EventKind = (typeof EVENT_KINDS)[number]
export const TALLY_METHODS = ['counted', 'sheet', 'estimated', 'reported'] as const
export type TallyMethod = (typeof TALLY_METHODS)[number]
export const TALLY_SOURCES = ['event', 'partner'] as const
export type TallySource = (typeof TALLY_SOURCES)[number]

/** What rests on something outside: a record, or words and an address. */
export type ActSource =
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'elsewhere'; readonly title: string; readonly url?: string | undefined }

export type CampaignEntryBody =
  | {
      readonly kind: 'partner'
      readonly word: (typeof PARTNER_WORDS)[number]
      readonly on: string
      readonly how: string
    }
  | {
      readonly kind: 'person'
      readonly word: (typeof PERSON_WORDS)[number]
      readonly on: string
      /** How they agreed; of `not-asked`, why nobody could ask. */
      readonly how: string
      /** The last day on which it holds; left out: until it is taken back. */
      readonly until?: string | undefined
    }
  | {
      readonly kind: 'risk'
      readonly on: string
      /** For the person, their family, who takes part inside the country, and outside. */
      readonly levels: Readonly<Record<(typeof RISK_OF)[number], RiskLevel>>
      /** Whether people inside the country of risk may take part on the site. */
      readonly onlineInCountry: boolean
      readonly note: string
    }
  | { readonly kind: 'move'; readonly move: CampaignMove }
  | {
      readonly kind: 'outcome'
      readonly outcome: OutcomeKind
      /** As partial dates are written. */
      readonly on: string
      readonly words: Told
      readonly source: ActSource
      /** The entry of the outcome that this one takes back. */
      readonly reverses?: string | undefined
      readonly contribution: Contribution
    }
  | {
      readonly kind: 'event'
      readonly event: EventKind
      readonly on: string
      /** A town or a country, never an address; left out: it is not told where. */
      readonly place?: string | undefined
      readonly host: string
      /** Whether readers may see that it is held. */
      readonly isPublic: boolean
      /** Whether whoever hosts it talked with those who come about whether it is safe for them. */
      readonly briefed: boolean
    }
  | {
      readonly kind: 'tally'
      readonly of: ActionKind
      readonly low: number
      readonly best: number
      /** Null: nobody gave an upper end. */
      readonly high: number | null
      readonly method: TallyMethod
      readonly source: TallySource
      /** The entry of the event that it was counted at. */
      readonly event?: string | undefined
      readonly on: string
      /** Who counted: an organisation or a pseudonym. */
      readonly countedBy: string
      /** Printed on the sheet, so that one sheet is entered once. */
      readonly sheet?: string | undefined
    }
  | {
      readonly kind: 'delivery'
      readonly authority: string
      readonly way: DeliveryWay
      readonly of: ActionKind
      readonly number: number
      readonly on: string
      /** SHA-256 of the manifest that went with it. */
      readonly manifest: string
      readonly proof?: { readonly kind: (typeof PROOFS)[number]; readonly words: string } | undefined
      /** By law or by custom the day on which an answer is due. */
      readonly due?: string | undefined
      /** The entry of the mailing by which it was handed over bit by bit; left out: a person handed it over. */
      readonly mailing?: string | undefined
    }
  | {
      /** A delivery by mail that the program hands over bit by bit; what was handed over is a `delivery`. */
      readonly kind: 'mailing'
      readonly authority: string
      /** The public address of the authority, and of nobody else. */
      readonly address: string
      readonly of: ActionKind
      readonly number: number
      readonly from: string
      readonly to: string
      /** Mails in any one hour, at most. */
      readonly perHour: number
      readonly paused: boolean
    }
  | {
      readonly kind: 'reply'
      /** The entry of the delivery. */
      readonly delivery: string
      readonly on: string
      readonly reply: (typeof REPLY_KINDS)[number]
      readonly words: Told
    }
  | {
      /** Patches that came on paper, already read by whoever enters them. */
      readonly kind: 'patches'
      readonly on: string
      readonly event?: string | undefined
      readonly patches: readonly Patch[]
    }
export type CampaignEntryKind = CampaignEntryBody['kind']
export type CampaignEntryOf<K extends CampaignEntryKind> = Extract<CampaignEntryBody, { readonly kind: K }>

/** Something said of a campaign; said again under the same entry, it supersedes. `struck`: it was a mistake. */
export type SayOfCampaign = Who & {
  readonly record: 'campaign-entry'
  /** Of the campaign. */
  readonly id: string
  readonly entry: string
  readonly body: CampaignEntryBody
  readonly struck?: boolean | undefined
}

export type CampaignLine = ProposeCampaign | SayOfCampaign
