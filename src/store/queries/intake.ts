/** What came in by the sealed form, without what it says; one of it with its sealed bytes; and what stands for each in the log. */
import { type Selectable, sql } from 'kysely'
import type { Store } from '../connect.ts'
import type { IntakeLetterRow, IntakeTriageRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type IntakeHead = Omit<IntakeLetterRow, 'body' | 'salt'>
export type Mailbox = {
  readonly mailbox: string
  readonly letters: readonly IntakeHead[]
  readonly triage: IntakeTriageRow | null
}

const HEAD = ['id', 'mailbox', 'way', 'reply_to', 'list', 'what', 'bytes', 'day', 'by', 'read_on'] as const

/** By day; within a day in no order that says anything. */
export const intakeLetters = (house: Reader): Promise<readonly IntakeHead[]> =>
  house.selectFrom('intake_letters').select(HEAD).orderBy('day', 'desc').orderBy('id').execute()

export async function intakeLetter(house: Reader, id: string): Promise<Selectable<IntakeLetterRow> | null> {
  const row = await house.selectFrom('intake_letters').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export type ToldLeaf = {
  readonly id: string
  readonly mailbox: string
  readonly day: string
  readonly leaf: string | null
}
/** Of everything told. Null: its day was not over when days were last noted. */
export const toldLeaves = (house: Reader, day?: string): Promise<readonly ToldLeaf[]> =>
  house
    .selectFrom('intake_letters')
    .select([
      'id',
      'mailbox',
      'day',
      // A column of no length gives no hash: salt null, leaf null.
      sql<string | null>`encode(sha256(convert_to(salt || ' ' || id || ' ', 'UTF8') || body), 'hex')`.as(
        'leaf',
      ),
    ])
    .where('way', '=', 'told')
    .$if(day !== undefined, (all) => all.where('day', '=', day ?? ''))
    .orderBy('day')
    .execute()
