/** Deliveries by paced mail in; of each that goes on its next mail put into the queue, with the moment before which it does not leave. */
import { newId } from '../../adapters/chance.ts'
import { paceOf } from '../../core/act/mailing.ts'
import { nextMailAt } from '../../core/act/pace.ts'
import { isShut } from '../../store/queries/house.ts'
import type { LetterRow } from '../../store/tables.ts'
import type { Post } from '../letters/post.ts'
import { mailingsUnderWay, type UnderWay } from './mailings-under-way.ts'

type Given = Pick<Post, 'store' | 'clock' | 'knowledge'>
const UNDER_WAY: ReadonlySet<LetterRow['state']> = new Set(['waiting', 'sending'])

/** Only of what a person began in this house: a log that is played again elsewhere sends nothing. */
export async function queueMailings(given: Given): Promise<number> {
  if (await isShut(given.store)) return 0
  let made = 0
  for (const one of await mailingsUnderWay(given))
    if (one.halt === null && one.rows.length > 0) made += await queueNext(given, one)
  return made
}

/** One mail of each is on its way at most. */
export async function queueNext(
  { store, clock }: Pick<Given, 'store' | 'clock'>,
  { mailing, key, rows, told }: UnderWay,
): Promise<number> {
  if (rows.some((one) => UNDER_WAY.has(one.state))) return 0
  const now = Date.parse(clock.now())
  const last = rows.length === 0 ? null : Math.max(...rows.map((one) => Date.parse(one.due)))
  const due = nextMailAt(paceOf(mailing.body), told, last, now)
  if (due === null) return 0
  const done = await store
    .insertInto('letters')
    .values({
      ...{ id: newId(), mailing: key, kind: 'delivery', state: 'waiting', tries: 0 },
      of: String(Math.max(0, ...rows.map((one) => Number(one.of))) + 1),
      due: new Date(due).toISOString(),
    })
    .onConflict((one) => one.columns(['mailing', 'of']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return done ? 1 : 0
}
