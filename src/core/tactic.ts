/** Something that people can do for somebody or against a law: what it costs, whom it may harm, and what is known of its effect. */
import type { Labels } from './language.ts'
import type { Public } from './public-record.ts'

export const TACTIC_COSTS = ['none', 'low', 'some', 'much'] as const
export type TacticCost = (typeof TACTIC_COSTS)[number]
/** Whom it may help: somebody in custody, under restrictions, at large but at risk; or a law. */
export const HELPS = ['held', 'restricted', 'free', 'law'] as const
export type Helps = (typeof HELPS)[number]
/** From so many; null: there is no upper end, or nobody said. */
export type FromTo = { readonly from: number; readonly to: number | null }

/** `found` false: it was looked for, and nothing was found. */
export type TacticEvidence = {
  readonly found: boolean
  readonly text: Labels
  readonly source: string | null
}
export type Tactic = {
  readonly id: string
  readonly name: Labels
  readonly what: Labels
  readonly cost: TacticCost
  readonly people: FromTo
  readonly hours: FromTo
  readonly for: readonly Helps[]
  /** Asked before anybody begins: a yes stops it. */
  readonly questions: readonly Labels[]
  readonly evidence: readonly TacticEvidence[]
}
/** A group's own, as readers may see it. */
export type PublicTactic = Public<Tactic & { readonly on: string }>

/** Of one id the newest line counts; `tactic` null ends it. */
export type RecordTactic = {
  readonly record: 'tactic'
  readonly id: string
  readonly tactic: Omit<Tactic, 'id'> | null
  /** Readers may see it. */
  readonly public: boolean
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** Every word of it that a reader would see. */
export const wordsOfTactic = ({ name, what, questions, evidence }: Tactic): readonly string[] =>
  [
    ...[name, what, ...questions, ...evidence.map((one) => one.text)].flatMap((one) => [
      one.en,
      one.ru,
      one.kk,
    ]),
    ...evidence.map((one) => one.source),
  ].filter((one) => one !== null)
