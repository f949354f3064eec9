/** The shape of codebook/campaigns.yaml, from plain YAML values to what people can do, the states of campaigns and kinds of outcome. */
import { z } from 'zod'
import { ACTION_KINDS } from '../core/act/actions.ts'
import { OUTCOME_KINDS, OUTCOME_SENSES } from '../core/act/outcome.ts'
import type { CampaignRules } from '../core/act/rules.ts'
import { CAMPAIGN_MOVES, CAMPAIGN_NEEDS, CAMPAIGN_STATES } from '../core/act/state.ts'
import { fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const ruleId = z
  .string()
  .regex(/^(act|campaign|outcome)\.[a-z-]+@\d+$/, 'written act.x@1, campaign.x@1 or outcome.x@1')
const rule = { id: ruleId, reason: fullLabels, example: text }
const shape = z.strictObject({
  ...head,
  actions: listOf(
    z.strictObject({ ...rule, kind: z.enum(ACTION_KINDS), label: fullLabels, unit: fullLabels }),
    'kind',
  ),
  states: listOf(z.strictObject({ id: z.enum(CAMPAIGN_STATES), label: fullLabels, what: fullLabels })),
  moves: listOf(
    z.strictObject({
      ...{ ...rule, move: z.enum(CAMPAIGN_MOVES), label: fullLabels },
      ...{ from: z.array(z.enum(CAMPAIGN_STATES)).min(1), to: z.enum(CAMPAIGN_STATES) },
      ...{ notByWriter: z.boolean(), needsReason: z.boolean(), needs: z.array(z.enum(CAMPAIGN_NEEDS)) },
    }),
    'move',
  ),
  outcomes: listOf(
    z.strictObject({
      ...{ ...rule, kind: z.enum(OUTCOME_KINDS), label: fullLabels, sense: z.enum(OUTCOME_SENSES) },
    }),
    'kind',
  ),
})

export const campaignsFile: z.ZodType<z.infer<typeof shape>> = withChecks(shape, (file, tell) => {
  const every = [
    ['actions', 'kind', ACTION_KINDS],
    ['states', 'id', CAMPAIGN_STATES],
    ['moves', 'move', CAMPAIGN_MOVES],
    ['outcomes', 'kind', OUTCOME_KINDS],
  ] as const
  for (const [list, key, known] of every) {
    const there = new Set(rowsOf(file, list).map((one) => one[key]))
    for (const one of known) if (!there.has(one)) tell(`"${one}" is missing`, [list])
  }
})

export const campaignRulesFrom = (file: z.infer<typeof shape>): CampaignRules => ({
  actions: new Map(file.actions.map((one) => [one.kind, one])),
  states: new Map(file.states.map(({ id, ...one }) => [id, one])),
  moves: new Map(file.moves.map((one) => [one.move, one])),
  outcomes: new Map(file.outcomes.map((one) => [one.kind, one])),
})
