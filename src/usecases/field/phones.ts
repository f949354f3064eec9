/** A phone that may send: its pass made, shown once and kept nowhere as words; ended when the phone is lost or was in other hands. */
import { today } from '../../adapters/clock.ts'
import { newPass } from '../../adapters/sealed/phone-pass.ts'
import { refuse } from '../../core/faults.ts'
import { record } from '../../store/append.ts'
import { fieldPasses } from '../../store/queries/field.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'

/** What colleagues call a phone; never whose it is. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,39}$/u

const who = (context: Context): string => context.actor?.handle ?? 'operator'

/** The eight words that are typed into the phone. */
export async function newPhone(context: Context, typed: string): Promise<string> {
  permit(context, 'intake')
  const name = typed.trim()
  const isThere = (await fieldPasses(context.house)).some((one) => one.name === name && one.ended === null)
  if (!NAME.test(name) || isThere) throw refuse('field.phone')
  const { key, receipts, words } = newPass()
  const by = who(context)
  const happening = {
    ...{ actor: by, at: context.clock.now(), useCase: `${SEALED_PREFIX}phone`, object: key },
    input: { name },
  }
  await record(context.house, happening, async ({ trx }) => {
    await trx
      .insertInto('field_passes')
      .values({ key, name, receipts, by, since: today(context.clock), ended: null })
      .execute()
  })
  return words
}

/** Nothing is taken from it any more. What came from it before stays, and says so. */
export async function endPhone(context: Context, key: string): Promise<void> {
  permit(context, 'intake')
  const happening = {
    ...{ actor: who(context), at: context.clock.now(), useCase: `${SEALED_PREFIX}phone-end`, object: key },
    input: {},
  }
  await record(context.house, happening, async ({ trx }) => {
    const done = await trx
      .updateTable('field_passes')
      .set({ ended: today(context.clock) })
      .where('key', '=', key)
      .where('ended', 'is', null)
      .executeTakeFirst()
    if (Number(done.numUpdatedRows) === 0) throw refuse('record.unknown', { id: key })
  })
}

export async function listPhones(context: Context): ReturnType<typeof fieldPasses> {
  permit(context, 'intake')
  return fieldPasses(context.house)
}
