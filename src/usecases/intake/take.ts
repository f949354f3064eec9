/** What somebody tells by the sealed form in; kept until it is read or too old, with a day and no more. And its answers fetched. */
import { newId } from '../../adapters/chance.ts'
import { type Clock, today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import {
  ANSWER_DAYS,
  INTAKE_BYTES,
  INTAKE_DAYS,
  isMailbox,
  MAILBOX_BYTES,
  MOST_PARTS,
} from '../../core/intake.ts'
import { addDays } from '../../core/partial-date.ts'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import { isRecipientKey } from '../../core/sealed/recipients.ts'
import type { Store } from '../../store/connect.ts'
import { sha256 } from '../../store/leaf.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { recipientsOf } from '../sealed/recipients.ts'
import { noteTold } from './note-told.ts'

/** What the form needs, and nothing of who works here. None of it stands in the log: an entry has a time of day. */
export type Intake = {
  readonly house: Store
  readonly clock: Clock
  readonly sealingRoot: string
}

export type Told = {
  readonly mailbox: string
  /** Age key that answers are sealed to. */
  readonly replyTo: string
  readonly list: number
  readonly parts: readonly { readonly what: string; readonly body: Uint8Array }[]
}

export async function takeTold(intake: Intake, told: Told): Promise<void> {
  const { house, clock } = intake
  const { mailbox, replyTo, list, parts } = told
  const { list: now } = await recipientsOf(intake)
  if (parts.length === 0) throw refuse('intake.empty')
  const isWhole = parts.every((one) => one.what === 'text' || one.what === 'file')
  if (!isMailbox(mailbox) || !isRecipientKey(replyTo) || parts.length > MOST_PARTS || !isWhole)
    throw refuse('intake.shape')
  if (list !== now.seq) throw refuse('sealed.list', { seq: now.seq })
  if (parts.some((one) => recipientsIn(one.body) !== now.recipients.length))
    throw refuse('sealed.open', { n: now.recipients.length })
  const kept = sha256(mailbox)
  const size = parts.reduce((sum, one) => sum + one.body.length, 0)
  await inOpenHouse(house, async (trx) => {
    const sum = async (of?: string): Promise<number> => {
      const all = trx.selectFrom('intake_letters').select(({ fn }) => fn.sum('bytes').as('bytes'))
      const row = await (of === undefined ? all : all.where('mailbox', '=', of)).executeTakeFirst()
      return Number(row?.bytes ?? 0)
    }
    if ((await sum()) + size > INTAKE_BYTES || (await sum(kept)) + size > MAILBOX_BYTES)
      throw refuse('intake.full')
    await trx
      .insertInto('intake_letters')
      .values(
        parts.map(({ what, body }) => ({
          ...{ id: newId(), mailbox: kept, way: 'told' as const, reply_to: replyTo, list },
          ...{ what: what === 'text' ? ('text' as const) : ('file' as const), body, bytes: body.length },
          ...{ day: today(clock), by: null, read_on: null },
        })),
      )
      .execute()
  })
}

/** Sealed to the receipt's own key. One that was fetched goes a week later; a mailbox that is not there has none. */
export async function answersFor(
  { house, clock }: Pick<Intake, 'house' | 'clock'>,
  mailbox: string,
): Promise<readonly Uint8Array[]> {
  if (!isMailbox(mailbox)) throw refuse('intake.receipt')
  // That they were read is written down, which a shut house does not: they wait. So it says whether there are any or not.
  return inOpenHouse(house, async (trx) => {
    const rows = await trx
      .selectFrom('intake_letters')
      .select(['id', 'body', 'day'])
      .where('mailbox', '=', sha256(mailbox))
      .where('way', '=', 'answered')
      .orderBy('day')
      .orderBy('id')
      .execute()
    if (rows.length > 0)
      await trx
        .updateTable('intake_letters')
        .set({ read_on: today(clock) })
        .where('mailbox', '=', sha256(mailbox))
        .where('way', '=', 'answered')
        .where('read_on', 'is', null)
        .execute()
    return rows.map((one) => one.body)
  })
}

export async function sweepIntake({ house, clock }: Pick<Intake, 'house' | 'clock'>): Promise<void> {
  await dropOld({ house, clock })
  await noteTold({ house, clock })
}

/** What is too old goes, whatever became of it. */
export async function dropOld({ house, clock }: Pick<Intake, 'house' | 'clock'>): Promise<void> {
  const day = today(clock)
  await house.deleteFrom('intake_letters').where('day', '<', addDays(day, -INTAKE_DAYS)).execute()
  await house.deleteFrom('intake_days').where('day', '<', addDays(day, -INTAKE_DAYS)).execute()
  await house.deleteFrom('intake_letters').where('read_on', '<', addDays(day, -ANSWER_DAYS)).execute()
  await house
    .deleteFrom('intake_triage')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('intake_letters')
            .select('id')
            .whereRef('intake_letters.mailbox', '=', 'intake_triage.mailbox'),
        ),
      ),
    )
    .execute()
}
