/** What somebody rules in their own name in; checked, recorded, out. */
import { randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { ActionRulingBody } from '../../core/act/rulings.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

export async function sayRuling(context: Context, body: ActionRulingBody, why: string): Promise<void> {
  permit(context, 'act-rule')
  const id = `rul-${randomBytes(6).toString('hex')}`
  const line = {
    record: 'action-ruling',
    id,
    body,
    why: why.trim(),
    by: context.actor?.handle ?? 'operator',
    at: context.clock.now(),
  }
  await replayDecisions(context, [
    parseDecided(line, context.knowledge.codebook, today(context.clock), 'form'),
  ])
}
