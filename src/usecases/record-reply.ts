/** Who was asked for a reply to a record, with the answer or why nobody was, in; one row that supersedes earlier ones of the same addressee out. */
import type { RecordReply } from '../core/decided.ts'
import { addDays } from '../core/partial-date.ts'
import { instant, record } from '../store/append.ts'
import { refuseUnknownIncident } from '../store/queries/incidents.ts'
import { type Context, happeningOf } from './context.ts'

export async function recordReply(context: Context, decided: RecordReply): Promise<void> {
  const { id, asked, answer, notAsked, by } = decided
  await refuseUnknownIncident(context.store, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('replies', [
      {
        record: id,
        asked_on: asked?.on ?? null,
        asked_of: asked?.of ?? null,
        how: asked?.how ?? null,
        until: asked ? (asked.until ?? addDays(asked.on, daysToAnswer(context))) : null,
        answered_on: answer?.on ?? null,
        answer: answer?.words ?? null,
        not_asked: notAsked ?? null,
        by,
        at: instant(decided.at),
      },
    ]),
  )
}

/** The longest that any rule gives: who asks without naming a day gives no less. */
const daysToAnswer = ({ knowledge }: Context): number =>
  Math.max(...knowledge.codebook.standing.reply.map((one) => one.days))
