/** A day that has begun in, what ends or is due by the day alone done, and the pages made of it, out. */
import { restUnseen } from '../usecases/accounts/long-unseen.ts'
import { houseNow } from '../usecases/accounts/panic.ts'
import { startTravels } from '../usecases/accounts/sessions.ts'
import { closeOverdue } from '../usecases/act/close-overdue.ts'
import { type Context, isSteady } from '../usecases/context.ts'
import { noteDays } from '../usecases/field/note-days.ts'
import { fixMargins, marginsAreDue } from '../usecases/fix-margins.ts'
import { sweepIntake } from '../usecases/intake/take.ts'
import { refresh } from '../usecases/refresh.ts'
import { eachForItself } from './each-for-itself.ts'

/**
 * `awayAfter`: days without a sign of an account after which it is in travel mode; 0: never.
 * Until its clock can be believed, what cannot be undone waits, and the day counts as one that was not done whole.
 * True when all of it was done. The pages are made anew whatever failed before: a basis for showing somebody may have ended.
 * Throws when they could not be, so that a program that begins serves none that show too much.
 */
export async function dayBegins(context: Context, { awayAfter = 0 } = {}): Promise<boolean> {
  let isFresh = false
  const forGood = (work: () => Promise<unknown>) => async (): Promise<void> => {
    if (isSteady(context)) await work()
  }
  const failed = await eachForItself([
    ['travel modes', () => startTravels(context)],
    [
      'accounts',
      forGood(async () => {
        if (!(await houseNow(context)).shut) await restUnseen(context, awayAfter)
      }),
    ],
    ['sealed form', forGood(() => sweepIntake(context))],
    ['field capture', () => noteDays(context)],
    [
      'campaigns',
      forGood(async () => {
        // Their keys and marks go in any case; what is written down of it waits until the house is open.
        if (!(await houseNow(context)).shut) await closeOverdue(context)
      }),
    ],
    [
      'margins',
      async () => {
        // A shut house writes nothing: its program begins all the same, or nobody could open it. They wait for another day.
        if ((await houseNow(context)).shut || !(await marginsAreDue(context))) return
        await fixMargins(context, { by: 'aigaq' })
        isFresh = true
      },
    ],
  ])
  if (!isFresh) await refresh(context)
  return failed.length === 0 && isSteady(context)
}

/** Asked each hour. `begun`: the day that was done already; one that was not done whole is begun again. */
export function eachDay(
  today: () => string,
  begun: string | null,
  work: () => Promise<boolean>,
): () => Promise<void> {
  let [done, isAtIt] = [begun, false]
  return async () => {
    const day = today()
    if (day === done || isAtIt) return
    isAtIt = true
    await eachForItself([
      [
        'pages',
        async () => {
          if (await work()) done = day
        },
      ],
    ])
    isAtIt = false
  }
}
