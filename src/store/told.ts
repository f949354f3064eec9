/** What came in by the sealed form ⇄ what of it a backup carries: things of days that are over, which never change, and what changes about them. */
import type { Insertable, Selectable, Transaction } from 'kysely'
import type { IntakeDayRow, IntakeLetterRow, IntakeTriageRow, Tables } from './tables.ts'

type Trx = Transaction<Tables>
/** Without what is sealed in it, and without what may change. */
export type ToldHead = Omit<Selectable<IntakeLetterRow>, 'body' | 'read_on' | 'salt'>
export type ToldState = {
  readonly marks: readonly Pick<Selectable<IntakeLetterRow>, 'id' | 'read_on' | 'salt'>[]
  readonly days: readonly IntakeDayRow[]
  readonly triage: readonly IntakeTriageRow[]
}

/** `before`: the first day that is not over. By day, within it in an order that says nothing. */
export const toldHeads = (trx: Trx, before: string): Promise<readonly ToldHead[]> =>
  trx
    .selectFrom('intake_letters')
    .select(['id', 'mailbox', 'way', 'reply_to', 'list', 'what', 'bytes', 'day', 'by'])
    .where('day', '<', before)
    .orderBy('day')
    .orderBy('id')
    .execute()

export async function toldBodies(trx: Trx, ids: readonly string[]): Promise<readonly Uint8Array[]> {
  const rows = await trx
    .selectFrom('intake_letters')
    .select('body')
    .where('id', 'in', ids.length > 0 ? ids : [''])
    .orderBy('id')
    .execute()
  return rows.map((one) => one.body)
}

/** What happened today waits as well: two bundles of one day would tell at which hour. */
export async function toldState(trx: Trx, before: string): Promise<ToldState> {
  const letters = trx.selectFrom('intake_letters').select(['id', 'read_on', 'salt'])
  const marks = await letters.where('day', '<', before).orderBy('id').execute()
  return {
    marks: marks.map((one) => ({ ...one, read_on: (one.read_on ?? before) < before ? one.read_on : null })),
    days: await trx.selectFrom('intake_days').selectAll().where('day', '<', before).orderBy('day').execute(),
    triage: await trx
      .selectFrom('intake_triage')
      .selectAll()
      .where('day', '<', before)
      .orderBy('mailbox')
      .execute(),
  }
}

export async function writeTold(trx: Trx, row: Insertable<IntakeLetterRow>): Promise<void> {
  await trx.insertInto('intake_letters').values(row).execute()
}

export async function writeToldState(trx: Trx, { marks, days, triage }: ToldState): Promise<void> {
  for (const { id, read_on, salt } of marks)
    if (read_on !== null || salt !== null)
      await trx.updateTable('intake_letters').set({ read_on, salt }).where('id', '=', id).execute()
  if (days.length > 0)
    await trx
      .insertInto('intake_days')
      .values([...days])
      .execute()
  if (triage.length > 0)
    await trx
      .insertInto('intake_triage')
      .values([...triage])
      .execute()
}
