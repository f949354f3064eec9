/** What questions are about in, how the table of access sees it out; and of many questions those that whoever asks may know of. */
import type { About } from '../../core/decided.ts'
import type { Target } from '../../core/policy.ts'
import { decidedOfDrafts, documentsOfReadings, readingOf } from '../../store/queries/passages.ts'
import { type AskedFor, type Question, questionsOf } from '../../store/queries/questions.ts'
import { recordCounts } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'

export type Matter = {
  readonly target: Target
  /** Of a passage: the record that it became. */
  readonly became: readonly Target[]
}

export const aboutOf = (question: Pick<Question, 'about_kind' | 'about_id'>): About =>
  question.about_kind === 'incident' ? { incident: question.about_id } : { draft: question.about_id }

/** By id of the record or of the passage; without those that whoever asks may not read, in whatever form they are there. */
export async function mattersOf(
  context: Context,
  abouts: readonly About[],
): Promise<ReadonlyMap<string, Matter>> {
  const { store } = context
  const incidents = [...new Set(abouts.flatMap((one) => ('incident' in one ? [one.incident] : [])))]
  const drafts = [...new Set(abouts.flatMap((one) => ('draft' in one ? [one.draft] : [])))]
  const became = await decidedOfDrafts(store, drafts)
  const rows = await recordCounts(store, [...incidents, ...[...became.values()].flat()])
  const records = new Map(
    rows.flatMap((row) =>
      mayRead(context, 'team', targetOf(row)) ? [[row.id, targetOf(row)] as const] : [],
    ),
  )
  const texts = await documentsOfReadings(store, [...new Set(drafts.map(readingOf))])
  const matters = new Map<string, Matter>()
  for (const id of incidents) {
    const target = records.get(id)
    if (target) matters.set(id, { target, became: [] })
  }
  for (const draft of drafts) {
    const text = texts.get(readingOf(draft))
    const target = text && targetOfDocument(text)
    const ids = became.get(draft) ?? []
    const of = ids.flatMap((id) => records.get(id) ?? [])
    // What became a record that somebody may not read is, with all that was asked of it, no longer theirs.
    if (target && mayRead(context, 'team', target) && of.length === ids.length)
      matters.set(draft, { target, became: of })
  }
  return matters
}

export async function seenAmong(
  context: Context,
  questions: readonly Question[],
): Promise<readonly Question[]> {
  const matters = await mattersOf(context, questions.map(aboutOf))
  return questions.filter((one) => matters.has(one.about_id))
}

export const questionsSeen = async (context: Context, asked: AskedFor): Promise<readonly Question[]> =>
  seenAmong(context, await questionsOf(context.store, asked))

/** In the order they were asked, as they stand on the page of what they are about. */
export const questionsAbout = async (context: Context, id: string): Promise<readonly Question[]> =>
  [...(await questionsSeen(context, { about: [id] }))].reverse()
