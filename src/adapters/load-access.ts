/** The shape of codebook/access.yaml, from plain YAML values to the checked table of who may do what. */
import { z } from 'zod'
import { ROLES } from '../core/access.ts'
import { HOUSE_ACTIONS, type Policy, REACHES, RECORD_ACTIONS } from '../core/policy.ts'
import { PUBLICATION_MOVES, PUBLICATION_STATES } from '../core/publication/state.ts'
import { MOVES, STATES } from '../core/state.ts'
import { TIERS } from '../core/tier.ts'
import { fullLabels, head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const ACTIONS = [...RECORD_ACTIONS, ...HOUSE_ACTIONS] as const
const ruleId = z
  .string()
  .regex(/^(access|move|text)\.[a-z0-9-]+@\d+$/, 'written access.x@1, move.x@1 or text.x@1')
const some = <T extends readonly [string, ...string[]]>(values: T) => z.array(z.enum(values)).min(1)

const described = <T extends readonly [string, ...string[]]>(ids: T) =>
  z.strictObject({ id: z.enum(ids), label: fullLabels, what: fullLabels })
const move = z.strictObject({
  id: ruleId,
  move: z.enum(MOVES),
  label: fullLabels,
  from: some(STATES),
  to: z.enum(STATES),
  notByCoder: z.boolean(),
  needsReason: z.boolean(),
  reason: labels,
  example: text,
})
const publicationMove = z.strictObject({
  ...{ id: ruleId, move: z.enum(PUBLICATION_MOVES), label: fullLabels },
  ...{ from: some(PUBLICATION_STATES), to: z.enum(PUBLICATION_STATES) },
  ...{ notByWriter: z.boolean(), needsReason: z.boolean(), reason: labels, example: text },
})
const grant = z.strictObject({
  id: ruleId,
  roles: some(ROLES),
  actions: some(ACTIONS),
  reach: z.enum(REACHES).nullable(),
  states: z.array(z.enum(STATES)),
  tiers: z.array(z.enum(TIERS)),
  stepUp: z.boolean().optional(),
  twoPeople: z.boolean().optional(),
  reason: labels,
  example: text,
})

export type AccessFile = z.infer<ReturnType<typeof shape>>
const shape = () =>
  z.strictObject({
    ...head,
    roles: listOf(described(ROLES)),
    states: listOf(described(STATES)),
    actions: listOf(z.strictObject({ id: z.enum(ACTIONS), label: fullLabels })),
    moves: listOf(move),
    publicationStates: listOf(described(PUBLICATION_STATES)),
    publicationMoves: listOf(publicationMove),
    grants: listOf(grant),
  })

export const accessFile: z.ZodType<AccessFile> = withChecks(shape(), (file, tell) => {
  const every = {
    ...{ roles: ROLES, states: STATES, actions: ACTIONS },
    publicationStates: PUBLICATION_STATES,
  } as const
  for (const [list, ids] of Object.entries(every)) {
    const there = rowsOf(file, list).map((one) => one.id)
    for (const id of ids) if (!there.includes(id)) tell(`"${id}" is missing`, [list])
  }
  const made = rowsOf(file, 'moves').map((one) => one.move)
  for (const name of MOVES) if (!made.includes(name)) tell(`the move "${name}" is missing`, ['moves'])
  const written = rowsOf(file, 'publicationMoves').map((one) => one.move)
  for (const name of PUBLICATION_MOVES)
    if (!written.includes(name)) tell(`the move "${name}" is missing`, ['publicationMoves'])
  rowsOf(file, 'grants').forEach((one, index) => {
    const actions = Array.isArray(one.actions) ? one.actions : []
    const ofHouse = actions.filter((action) => HOUSE_ACTIONS.some((known) => known === action))
    if (ofHouse.length > 0 && ofHouse.length < actions.length)
      tell('a line is about records or about the house, not both', ['grants', index, 'actions'])
    if ((one.reach === null) !== ofHouse.length > 0)
      tell('a line about records says how far it reaches; one about the house has no reach', [
        'grants',
        index,
        'reach',
      ])
    if (Array.isArray(one.roles) && one.roles.includes('guest'))
      tell('guests read public pages; no line may let them in here', ['grants', index, 'roles'])
  })
})

export const policyFrom = (file: AccessFile): Policy => ({
  roles: new Map(file.roles.map(({ id, ...rest }) => [id, rest])),
  states: new Map(file.states.map(({ id, ...rest }) => [id, rest])),
  actions: new Map(file.actions.map(({ id, label }) => [id, label])),
  moves: new Map(file.moves.map((one) => [one.move, one])),
  publicationStates: new Map(file.publicationStates.map(({ id, ...rest }) => [id, rest])),
  publicationMoves: new Map(file.publicationMoves.map((one) => [one.move, one])),
  // Said here and not as a default of the schema, which checks and does not change what it is given.
  grants: file.grants.map((one) => ({
    ...one,
    stepUp: one.stepUp ?? false,
    twoPeople: one.twoPeople ?? false,
  })),
})
