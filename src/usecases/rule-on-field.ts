/** Claims chosen among what sources say of one field in; which of the values stand, or that they disagree, out. */
import type { RuleOnField } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { record } from '../store/append.ts'
import { loadSayings } from '../store/queries/sayings.ts'
import { type Context, happeningOf } from './context.ts'
import { refuseUnseen } from './decide-draft.ts'
import { decideField } from './record-saying.ts'

/** Nothing that was said is lost: what does not stand is kept as said. */
export async function ruleOnField(context: Context, ruling: RuleOnField): Promise<void> {
  const { id, field, stands, disputed = false } = ruling
  await record(context.store, happeningOf(context, ruling), async (writer) => {
    await refuseUnseen(writer, id, id, ruling.seen)
    const now = (await loadSayings(writer.trx, id)).get(field)
    const all = [...(now?.held ?? []), ...(now?.otherwise ?? [])]
    const unknown = stands.find((claim) => !all.some((one) => one.claims.includes(claim)))
    if (unknown !== undefined) throw refuse('record.unknown', { id: unknown }, id)
    const isChosen = (one: { readonly claims: readonly string[] }): boolean =>
      one.claims.some((claim) => stands.includes(claim))
    const held = all.filter(isChosen)
    const verdict = disputed && held.length > 1 ? 'disputed' : 'stands'
    await decideField(writer, ruling, field, {
      held,
      verdict,
      otherwise: all.filter((one) => !isChosen(one)),
    })
  })
}
