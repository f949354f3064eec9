/** A question to a colleague, or what is said to one, in; one row each, beside what it is about, out. */
import type { AnswerColleague, AskColleague } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { instant, record } from '../../store/append.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { documentsOfReadings, readingOf } from '../../store/queries/passages.ts'
import { questionRow } from '../../store/queries/questions.ts'
import { type Context, happeningOf } from '../context.ts'

export async function recordQuestion(context: Context, decided: AskColleague): Promise<void> {
  const { id, about, field, to, words, by, at } = decided
  const reading = 'draft' in about ? readingOf(about.draft) : ''
  const document = (await documentsOfReadings(context.store, [reading])).get(reading)?.document ?? null
  if ('incident' in about) await refuseUnknownIncident(context.store, about.incident)
  else if (document === null) throw refuse('record.unknown', { id: about.draft }, about.draft)
  const [about_kind, about_id] =
    'incident' in about ? (['incident', about.incident] as const) : (['draft', about.draft] as const)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('questions', [
      {
        ...{ id, about_kind, about_id, document, words, by },
        ...{ field: field ?? null, to_handle: to ?? null, at: instant(at) },
      },
    ]),
  )
}

export async function recordAnswer(context: Context, decided: AnswerColleague): Promise<void> {
  const { id, verdict, words, by, at } = decided
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Behind the lock: of two who close it at once the second learns that it is closed.
    const question = await questionRow(writer.trx, id)
    if (!question) throw refuse('record.unknown', { id }, id)
    if ((verdict === 'reopened') !== question.isClosed) throw refuse('ask.closed', { id }, id)
    await writer.append('answers', [{ question: id, verdict, words: words ?? null, by, at: instant(at) }])
  })
}
