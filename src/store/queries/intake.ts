/** What came in by the sealed form, without what it says; and one of it with its sealed bytes. */
import type { Store } from '../connect.ts'
import type { IntakeLetterRow, IntakeTriageRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type IntakeHead = Omit<IntakeLetterRow, 'body'>
export type Mailbox = {
  readonly mailbox: string
  readonly letters: readonly IntakeHead[]
  readonly triage: IntakeTriageRow | null
}

const HEAD = ['id', 'mailbox', 'way', 'reply_to', 'list', 'what', 'bytes', 'day', 'by', 'read_on'] as const

/** By day; within a day in no order that says anything. */
export const intakeLetters = (house: Reader): Promise<readonly IntakeHead[]> =>
  house.selectFrom('intake_letters').select(HEAD).orderBy('day', 'desc').orderBy('id').execute()

export async function intakeLetter(house: Reader, id: string): Promise<IntakeLetterRow | null> {
  const row = await house.selectFrom('intake_letters').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}
