/** One press in, a house that is shut out: nobody signed in, no key of a program left, nothing written until two people open it again. */
import type { Actor } from '../../core/access.ts'
import { refuse } from '../../core/faults.ts'
import { whileNobodyWrites } from '../../store/open-house.ts'
import { type HouseState, houseState } from '../../store/queries/house.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { changeAccounts, OPERATOR } from './change.ts'

export const houseNow = ({ house }: Pick<Context, 'house'>): Promise<HouseState> => houseState(house)

type Bare = Pick<Context, 'house' | 'clock'>
const whole = ({ house, clock }: Bare): Pick<Context, 'store' | 'clock'> => ({ store: house, clock })

/** Asks for no confirmation of who asks: it must work in a hurry, and only ever takes away. Pressed twice it is pressed once. */
export async function shutHouse(context: Context): Promise<void> {
  permit(context, 'panic')
  await shut(context, context.actor?.handle ?? OPERATOR)
}

/** By whoever runs the command line, who is asked for nothing: no rule and no pack has to be read first. */
export const shutByOperator = (context: Bare): Promise<void> => shut(context, OPERATOR)

async function shut(context: Bare, actor: string): Promise<void> {
  // Not under the lock of the log: whoever writes a long report at this moment must not hold it up.
  const isNew = await context.house.transaction().execute(async (trx) => {
    await whileNobodyWrites(trx)
    await trx.deleteFrom('sessions').execute()
    await trx.deleteFrom('api_tokens').execute()
    await trx.deleteFrom('invitations').execute()
    const done = await trx
      .updateTable('house_state')
      .set({ shut: true, by: actor, since: context.clock.now(), lifted_by: null })
      .where('shut', '=', false)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  })
  if (isNew)
    await changeAccounts(whole(context), { actor, did: 'panic', to: 'house' }, () => Promise.resolve())
}

/**
 * The first who agrees is noted, the second opens. Whoever shut it may be one of the two. Whoever runs the command line on the
 * machine opens it alone: they could write into the database anyway.
 */
export async function openHouse(context: Context, actor: Actor | null): Promise<'first' | 'open'> {
  const { shut, lifted_by: first } = await houseState(context.house)
  if (!shut) throw refuse('house.open')
  if (actor !== null) permit({ ...context, actor }, 'lift')
  const who = actor?.handle ?? OPERATOR
  if (actor !== null && first === who) throw refuse('house.second')
  const isSecond = actor === null || first !== null
  const change = { actor: who, did: isSecond ? 'open' : 'open-first', to: 'house' }
  await changeAccounts(whole(context), change, async (trx) => {
    // The first may have agreed in between; then this is the second all the same, at the next press.
    const same = trx.updateTable('house_state').where('shut', '=', true)
    const asRead = first === null ? same.where('lifted_by', 'is', null) : same.where('lifted_by', '=', first)
    const { numUpdatedRows } = await asRead
      .set(isSecond ? { shut: false, lifted_by: null } : { lifted_by: who })
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('house.second')
    // Who came in while it was shut comes in anew: nothing that was begun then goes on.
    if (isSecond) await trx.deleteFrom('sessions').execute()
  })
  return isSecond ? 'open' : 'first'
}
