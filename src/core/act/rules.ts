/** What the codebook says of campaigns, as the rest of the program sees it once checked. */
import type { Labels } from '../language.ts'
import type { ActionKind, ActionRule } from './actions.ts'
import type { OutcomeKind, OutcomeRule } from './outcome.ts'
import type { CampaignMoves, CampaignState } from './state.ts'

export type CampaignRules = {
  readonly actions: ReadonlyMap<ActionKind, ActionRule>
  readonly states: ReadonlyMap<CampaignState, { readonly label: Labels; readonly what: Labels }>
  readonly moves: CampaignMoves
  readonly outcomes: ReadonlyMap<OutcomeKind, OutcomeRule>
}
