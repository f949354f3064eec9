/** Days of the sealed form that are over in; one entry of the log for each out, with a salted hash of what came on it: no hour, no number, and nothing once the salts are gone. */
import { sql } from 'kysely'
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { dayNotOver, dayText, INTAKE_DAYS } from '../../core/intake.ts'
import { addDays } from '../../core/partial-date.ts'
import { record } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { sha256 } from '../../store/leaf.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { isShut } from '../../store/queries/house.ts'
import { toldLeaves } from '../../store/queries/intake.ts'
import type { Context } from '../context.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'

export const DAY_NOTED = `${SEALED_PREFIX}intake-day`

/** Every day since there was a list to seal to has an entry, whether anything came or not: that there is one tells nothing. */
export async function noteTold({ house, clock }: Pick<Context, 'house' | 'clock'>): Promise<void> {
  // A shut house writes nothing: the days wait.
  if (await isShut(house)) return
  const { since } = await house
    .selectFrom('recipient_lists')
    .select(({ fn }) => fn.min('since').as('since'))
    .executeTakeFirstOrThrow()
  if (since === null) return
  const last = await house
    .selectFrom('intake_days')
    .select(({ fn }) => fn.max('day').as('day'))
    .executeTakeFirstOrThrow()
  const begun = last.day === null ? since.slice(0, 10) : addDays(last.day, 1)
  const oldest = addDays(today(clock), -INTAKE_DAYS)
  const end = dayNotOver(clock.now())
  for (let day = begun > oldest ? begun : oldest; day < end; day = addDays(day, 1))
    await noteDay(house, day, clock.now())
}

/** All of it or nothing: an entry without its leaves could not be checked. */
const noteDay = (house: Store, day: string, at: string): Promise<void> =>
  inOpenHouse(house, async (trx) => {
    const own = trx
      .updateTable('intake_letters')
      .set({ salt: sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')` })
    await own.where('day', '=', day).where('way', '=', 'told').where('salt', 'is', null).execute()
    const leaves = (await toldLeaves(trx, day)).flatMap(({ leaf }) => (leaf === null ? [] : [leaf])).sort()
    const salt = newId()
    await trx.insertInto('intake_days').values({ day, salt, leaves }).execute()
    const happening = { actor: 'aigaq', at, useCase: DAY_NOTED, object: 'intake' }
    await record(
      trx,
      { ...happening, input: { day, root: sha256(dayText(day, salt, leaves)) } },
      async () => {},
    )
  })
