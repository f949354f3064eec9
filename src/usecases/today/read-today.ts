/** Who comes in the morning in; what waits for them, what changed since they left, what is overdue or coming, out. */
import { today } from '../../adapters/clock.ts'
import type { Visitor } from '../../core/account.ts'
import type { Question } from '../../store/queries/questions.ts'
import { questionsSeen } from '../colleagues/matters.ts'
import type { Context } from '../context.ts'
import { agreementOver, waitingForSecond, waitingToSettle } from '../second/read-second.ts'
import { type Waiting, whatWaits } from '../what-waits.ts'
import { type DueFor, dueFor } from './due-for.ts'
import { lastVisit } from './last-visit.ts'
import { type PassagesWaiting, passagesWaiting } from './passages-waiting.ts'
import { type Changes, whatChanged } from './what-changed.ts'

/** What is due within so many days stands on the page. */
const DAYS = 30
const SECONDS = 50

export type Today = {
  readonly passages: PassagesWaiting
  readonly records: readonly Waiting[]
  /** Ids of records that wait for a blind second reading by somebody else than who coded them; and that differ. */
  readonly second: readonly string[]
  readonly settle: readonly string[]
  /** Open, and asked of whoever looks or of anybody here. */
  readonly askedOfYou: readonly Question[]
  /** Open, asked by whoever looks, with an answer by somebody else. */
  readonly answered: readonly Question[]
  readonly since: number | null
  readonly changes: Changes
  readonly due: readonly DueFor[]
  readonly agreement: Awaited<ReturnType<typeof agreementOver>>
}

export async function readToday(context: Context, visitor: Visitor): Promise<Today> {
  const { handle } = visitor.actor
  const since = await lastVisit(context, visitor)
  const open = (await questionsSeen(context, { of: handle })).filter((one) => !one.isClosed)
  return {
    passages: await passagesWaiting(context),
    records: (await whatWaits(context)).filter((one) => one.yours > 0),
    second: (await waitingForSecond(context, SECONDS)).map((one) => one.id),
    settle: (await waitingToSettle(context, SECONDS)).map((one) => one.id),
    askedOfYou: open.filter(
      (one) =>
        one.by !== handle && !one.said.some((said) => said.by === handle && said.verdict === 'answered'),
    ),
    answered: open.filter(
      (one) =>
        one.by === handle && one.said.some((said) => said.verdict === 'answered' && said.by !== handle),
    ),
    since,
    changes: await whatChanged(context, since),
    due: await dueFor(context, DAYS, today(context.clock)),
    agreement: await agreementOver(context),
  }
}
