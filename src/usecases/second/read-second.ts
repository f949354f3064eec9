/** Who asks in, second readings as far as they may know of them out: of one record, those that wait for them, and how far readers agree. */
import { mayAtAll } from '../../core/policy.ts'
import type { Incident } from '../../core/record.ts'
import { type AgreedFields, agreedFields, recordsForSecond } from '../../store/queries/second.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'
import { type SecondStanding, secondStandings } from './standing-of-second.ts'

const NONE: SecondStanding = { state: 'none', asked: [], reading: null, compared: [] }

export async function readSecond(
  context: Context,
  row: Pick<IncidentRow, 'id' | 'body'>,
): Promise<SecondStanding> {
  const incident = row.body as unknown as Incident
  return (await secondStandings(context, context.store, [incident], [row.id])).get(row.id) ?? NONE
}

/** Coded records that wait for a blind reading by somebody like whoever asks; their own are not among them. */
export async function waitingForSecond(context: Context, limit: number): Promise<readonly IncidentRow[]> {
  const { actor, knowledge } = context
  if (actor === null || !mayAtAll(knowledge.codebook.policy, actor, 'verify')) return []
  const rows = await recordsForSecond(context.store, { state: 'unread', notCodedBy: actor.handle, limit })
  return rows.filter(
    (row) => mayRead(context, 'team', targetOf(row)) && mayDo(context, 'verify', targetOf(row)),
  )
}

/** Records whose two readings differ, of whoever coded or read them: one of the two settles it. */
export async function waitingToSettle(context: Context, limit: number): Promise<readonly IncidentRow[]> {
  const { actor } = context
  if (actor === null) return []
  const rows = await recordsForSecond(context.store, { state: 'differs', of: actor.handle, limit })
  return rows.filter(
    (row) => mayRead(context, 'team', targetOf(row)) && mayDo(context, 'decide', targetOf(row)),
  )
}

/** Over one document or all that whoever asks may read; null where nothing was read twice. */
export const agreementOver = (context: Context, document?: string): Promise<AgreedFields | null> =>
  agreedFields(context.store, organisationOf(context), document)
