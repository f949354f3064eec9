/** Days that are over in; one entry of the log for each, with the hashes of what phones sent on it: no entry says at what hour a phone was in use. */
import { today } from '../../adapters/clock.ts'
import { addDays } from '../../core/partial-date.ts'
import { record } from '../../store/append.ts'
import { isShut } from '../../store/queries/house.ts'
import type { Context } from '../context.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'

/** A piece of which nothing more came for this long is sent anew from its beginning. */
const PIECE_DAYS = 30

export async function noteDays(context: Pick<Context, 'house' | 'clock'>): Promise<void> {
  const { house, clock } = context
  // A shut house writes nothing: the days wait.
  if (await isShut(house)) return
  const now = today(clock)
  const rows = await house
    .selectFrom('field_items')
    .select(['id', 'day'])
    .where('noted', '=', false)
    .where('day', '<', now)
    .orderBy('day')
    .orderBy('id')
    .execute()
  for (const [day, own] of Map.groupBy(rows, (one) => one.day)) {
    const items = own.map((one) => one.id)
    const happening = {
      ...{ actor: 'aigaq', at: clock.now(), useCase: `${SEALED_PREFIX}field-day`, object: 'field' },
      input: { day, items },
    }
    await record(house, happening, async ({ trx }) => {
      await trx
        .updateTable('field_items')
        .set({ noted: true })
        .where('day', '=', day)
        .where('noted', '=', false)
        .execute()
    })
  }
  await house.deleteFrom('field_pieces').where('day', '<', addDays(now, -PIECE_DAYS)).execute()
}
