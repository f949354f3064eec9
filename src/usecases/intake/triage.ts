/** What came in, for those who answer for sources: fetched sealed, answered, decided on; taken over it stays sealed beside a record. */
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import { type AskedConsent, CONSENTS, VERDICTS, type Verdict } from '../../core/intake.ts'
import type { Json } from '../../core/json.ts'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import { record } from '../../store/append.ts'
import {
  type IntakeHead,
  intakeLetter,
  intakeLetters,
  type Mailbox,
  toldLeaves,
} from '../../store/queries/intake.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { recipientsOf, SEALED_PREFIX } from '../sealed/recipients.ts'
import { takeOver } from '../sealed/sealed-items.ts'

export async function listIntake(context: Context): Promise<readonly Mailbox[]> {
  permit(context, 'intake')
  const letters = await intakeLetters(context.house)
  const triaged = await context.house.selectFrom('intake_triage').selectAll().execute()
  const boxes = Map.groupBy(letters, (one) => one.mailbox)
  return [...boxes].map(([mailbox, own]) => ({
    mailbox,
    letters: own,
    triage: triaged.find((one) => one.mailbox === mailbox) ?? null,
  }))
}

export async function readMailbox(context: Context, mailbox: string): Promise<Mailbox> {
  const found = (await listIntake(context)).find((one) => one.mailbox === mailbox)
  if (!found) throw refuse('record.unknown', { id: mailbox.slice(0, 12) })
  return found
}

export async function intakeBody(context: Context, id: string): Promise<Uint8Array> {
  permit(context, 'intake')
  const row = await intakeLetter(context.house, id)
  if (!row) throw refuse('record.unknown', { id })
  return row.body
}

/** Sealed to the receipt's key, and to the list as well, so that colleagues read what was said. */
export async function answerTold(
  context: Context,
  mailbox: string,
  { list, body }: { readonly list: number; readonly body: Uint8Array },
): Promise<void> {
  const { letters } = await readMailbox(context, mailbox)
  const replyTo = letters.find((one) => one.way === 'told')?.reply_to
  if (replyTo === undefined) throw refuse('intake.receipt')
  const { list: now } = await recipientsOf(context)
  if (list !== now.seq) throw refuse('sealed.list', { seq: now.seq })
  const n = now.recipients.length + 1
  if (recipientsIn(body) !== n) throw refuse('sealed.open', { n })
  const by = context.actor?.handle ?? 'operator'
  await noted(context, 'answer', {}, async (trx) => {
    await trx
      .insertInto('intake_letters')
      .values({
        ...{ id: newId(), mailbox, way: 'answered', reply_to: replyTo, list, what: 'text', body },
        ...{ bytes: body.length, day: today(context.clock), by, read_on: null },
      })
      .execute()
  })
}

export type Triage = {
  readonly verdict: string
  readonly consent: string
  readonly why: string
  /** Id of an incident beside which it stays sealed; empty: none. */
  readonly record: string
}

/** Nothing is taken over from somebody who was not asked, or said no; what was said to be no use goes at once. */
export async function triageTold(context: Context, mailbox: string, given: Triage): Promise<void> {
  const { letters } = await readMailbox(context, mailbox)
  const verdict: Verdict | undefined = VERDICTS.find((one) => one === given.verdict)
  const consent: AskedConsent | undefined = CONSENTS.find((one) => one === given.consent)
  const why = given.why.trim()
  if (!verdict || !consent || why === '' || (verdict === 'taken' && consent !== 'given'))
    throw refuse('intake.triage')
  const told = letters.filter((one) => one.way === 'told')
  const kept = verdict === 'taken' && given.record !== '' ? given.record : null
  if (kept !== null)
    for (const { id, what, list } of told) {
      const body = await intakeBody(context, id)
      const field = what === 'file' ? 'file' : 'testimony'
      await takeOver(context, { about: { kind: 'incident', id: kept }, field, what, list, body })
    }
  const by = context.actor?.handle ?? 'operator'
  const row = { verdict, consent, why, record: kept, by, day: today(context.clock) }
  const isDeclined = verdict === 'declined'
  const gone = isDeclined ? await leavesOf(context, mailbox) : []
  await noted(context, 'triage', { verdict, consent, ...(isDeclined && { gone }) }, async (trx) => {
    await trx
      .insertInto('intake_triage')
      .values({ mailbox, ...row })
      .onConflict((one) => one.column('mailbox').doUpdateSet(row))
      .execute()
    if (isDeclined) await trx.deleteFrom('intake_letters').where('mailbox', '=', mailbox).execute()
  })
}

/** What stood for it in the log: without the salts, which go too, nobody can say any more of what. */
const leavesOf = async ({ house }: Context, mailbox: string): Promise<readonly string[]> =>
  (await toldLeaves(house))
    .filter((one) => one.mailbox === mailbox)
    .flatMap(({ leaf }) => (leaf === null ? [] : [leaf]))
    .sort()

/** The log knows that it was done, not of which mailbox: its entries have a time of day. */
const noted = (
  context: Context,
  did: string,
  input: Readonly<Record<string, Json>>,
  work: (trx: Parameters<Parameters<typeof record>[2]>[0]['trx']) => Promise<void>,
): Promise<void> =>
  record(
    context.house,
    {
      ...{ actor: context.actor?.handle ?? 'operator', at: context.clock.now() },
      ...{ useCase: `${SEALED_PREFIX}intake-${did}`, object: 'intake', input },
    },
    ({ trx }) => work(trx),
  )

export type { IntakeHead, Mailbox }
