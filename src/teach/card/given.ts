/** What a law card is assembled from: its data, how it stands, and what the public records say of the law today. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Codebook } from '../../core/codebook.ts'
import type { Pack } from '../../core/pack.ts'
import type { LawCard } from '../../core/teach/law-card.ts'
import type { LeafLink } from '../../core/teach/leaf.ts'
import type { CardStanding } from '../../core/teach/standing.ts'
import type { Words } from '../../core/words.ts'

/** In how many public incidents: certain by every source, and the most that any source says. */
export type CardUse = {
  readonly name: string
  readonly certain: number
  readonly claimed: number
  readonly stated: number
  readonly inferred: number
  readonly link: LeafLink | null
}
export type CardGiven = {
  readonly card: LawCard
  readonly pack: Pack
  readonly codebook: Codebook
  readonly words: Words
  readonly standing: CardStanding
  readonly uses: readonly CardUse[]
  /** Public incidents, the newest first, each told in a line. */
  readonly examples: readonly { readonly id: string; readonly told: string }[]
  readonly analyses: readonly PublicAnalysis[]
  readonly bills: readonly { readonly id: string; readonly title: string; readonly stands: string }[]
  /** Names of the provisions, as readers know them. */
  readonly provisions: readonly string[]
  /** A partial date in, its words out. */
  readonly when: (date: string) => string
  /** Whole address of the page; null where none is known. */
  readonly address: string | null
  /** True: all records are invented, and every leaf says so. */
  readonly isExample: boolean
}
