/** Whom things are sealed to now: the newest list that was taken on, as far as it is believed today; and a newer one taken on. */
import { today } from '../../adapters/clock.ts'
import {
  listSignedBy,
  readSigned,
  type SignedList,
  wordsOfRecipient,
} from '../../adapters/sealed/signed-list.ts'
import { refuse } from '../../core/faults.ts'
import { faultsOfList, type Recipient, type RecipientList } from '../../core/sealed/recipients.ts'
import { record } from '../../store/append.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { readRecipients } from './offline-keys.ts'

/** Use cases about what is sealed begin so: they change no record, so no page, and replaying the log passes them over. */
export const SEALED_PREFIX = 'sealed-'

type Named = Recipient & { readonly words: string }
/** off: no key to believe is set · none: no list · foreign: signed by another key · expired: not of today · holds. */
export type RecipientsNow = {
  readonly kind: 'off' | 'none' | 'foreign' | 'expired' | 'holds'
  readonly list: RecipientList | null
  readonly people: readonly Named[]
  readonly signed: SignedList | null
}
const NOBODY = { list: null, people: [], signed: null }

/** The database is not believed: whoever can write into it could put in a key of their own, but cannot sign it. */
export async function recipientsNow(
  context: Pick<Context, 'house' | 'clock'>,
  root: string,
): Promise<RecipientsNow> {
  if (root === '') return { kind: 'off', ...NOBODY }
  const signed = await newestList(context)
  if (!signed) return { kind: 'none', ...NOBODY }
  const list = listSignedBy(root, signed)
  if (!list) return { kind: 'foreign', ...NOBODY }
  const people = list.recipients.map((one) => ({ ...one, words: wordsOfRecipient(one.key) }))
  const kind = faultsOfList(list, today(context.clock)).length > 0 ? 'expired' : 'holds'
  return { kind, list, people, signed }
}

/** The list that things are sealed to, or a refusal that says why there is none. */
export async function recipientsOf(
  context: Pick<Context, 'house' | 'clock' | 'sealingRoot'>,
): Promise<{ readonly list: RecipientList; readonly signed: SignedList }> {
  const { kind, list, signed } = await recipientsNow(context, context.sealingRoot ?? '')
  if (kind === 'off') throw refuse('recipients.root')
  if (kind === 'expired') throw refuse('recipients.expired')
  if (kind === 'foreign') throw refuse('recipients.signature')
  if (!list || !signed) throw refuse('recipients.none')
  return { list, signed }
}

const newestList = ({ house }: Pick<Context, 'house'>): Promise<SignedList | undefined> =>
  house
    .selectFrom('recipient_lists')
    .select(['list', 'signature'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** `file`: as `recipients --sign` wrote it. The whole list goes into the log: who could open things, and since when, stays known. */
export async function adoptRecipients(
  context: Context,
  { root, file, by }: { readonly root: string; readonly file: string; readonly by: string },
): Promise<number> {
  permit(context, 'accounts')
  if (root === '') throw refuse('recipients.root')
  const { house, clock } = context
  const newest = await house
    .selectFrom('recipient_lists')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst()
  const list = readRecipients(file, root, today(clock), Number(newest?.seq ?? 0) + 1)
  const signed = readSigned(file)
  if (!signed) throw refuse('recipients.signature')
  const happening = {
    ...{ actor: by, at: clock.now(), useCase: `${SEALED_PREFIX}recipients`, object: `list ${list.seq}` },
    input: { ...signed },
  }
  await record(house, happening, async ({ trx }) => {
    await trx
      .insertInto('recipient_lists')
      .values({ seq: list.seq, ...signed, since: today(clock) })
      .execute()
  })
  return list.seq
}
