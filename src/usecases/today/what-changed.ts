/** Who asks and the entry their last visit ended at in; what colleagues did since with what they may read out. */

import { type Change, type ChangeKind, changesSince } from '../../store/queries/changes.ts'
import { documentsOfReadings, readingOf } from '../../store/queries/passages.ts'
import { plansWritten } from '../../store/queries/plans.ts'
import { type Question, questionsOf } from '../../store/queries/questions.ts'
import { recordCounts } from '../../store/queries/records.ts'
import { seenAmong } from '../colleagues/matters.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'
import { planTitle } from '../plan/plans.ts'
import { targetOfDocument } from '../read-changes.ts'

/** Where it leads: a page below `/desk/`. */
export type ChangeSeen = Omit<Change, 'about'> & { readonly id: string; readonly page: string }
export type Changes = { readonly seen: readonly ChangeSeen[]; readonly isMore: boolean }

const MOST = 60
const OF_QUESTIONS: ReadonlySet<ChangeKind> = new Set(['asked', 'answered'])

export async function whatChanged(context: Context, since: number | null): Promise<Changes> {
  if (since === null || context.actor === null) return { seen: [], isMore: false }
  const asked = { since, notBy: context.actor.handle, limit: MOST }
  const found = await changesSince(context.store, asked)
  const pages = await pagesOf(context, found)
  const onRecords = found.flatMap(({ about, ...rest }) => {
    const page = pages.get(about)
    return page === undefined ? [] : [{ ...rest, ...page }]
  })
  const seen = [...onRecords, ...(await plansIn(context, asked))].sort((a, b) => b.event - a.event)
  return { isMore: found.length === MOST || seen.length > MOST, seen: seen.slice(0, MOST) }
}

/** Of plans of the own organisation alone, each once for whoever wrote in it, however many fields they wrote. */
async function plansIn(
  context: Context,
  asked: Parameters<typeof plansWritten>[2],
): Promise<readonly ChangeSeen[]> {
  if (!mayDo(context, 'plan', null)) return []
  const written = await plansWritten(context.store, { organisation: organisationOf(context) }, asked)
  const titles = new Map<string, string>()
  for (const { plan } of written) if (!titles.has(plan)) titles.set(plan, await planTitle(context, plan))
  return written.map(({ plan, by, at, event }) => ({
    ...{ kind: 'planned', what: null, by, at, event },
    ...{ id: titles.get(plan) ?? plan, page: `plans/${plan}` },
  }))
}

type Page = { readonly id: string; readonly page: string }

/** Without those that whoever asks may not open: nothing tells that somebody worked on them. */
async function pagesOf(context: Context, found: readonly Change[]): Promise<ReadonlyMap<string, Page>> {
  const of = (is: (kind: ChangeKind) => boolean): readonly string[] => [
    ...new Set(found.filter((one) => is(one.kind)).map((one) => one.about)),
  ]
  const records = await recordCounts(
    context.store,
    of((kind) => kind !== 'rejected' && !OF_QUESTIONS.has(kind)),
  )
  const rejected = of((kind) => kind === 'rejected')
  const texts = await documentsOfReadings(context.store, [...new Set(rejected.map(readingOf))])
  return new Map<string, Page>([
    ...records.flatMap((row): readonly [string, Page][] =>
      mayRead(context, 'team', targetOf(row)) ? [[row.id, { id: row.id, page: `records/${row.id}` }]] : [],
    ),
    ...rejected.flatMap((draft): readonly [string, Page][] => {
      const text = texts.get(readingOf(draft))
      const key = draft.split('#')[1] ?? ''
      return text && mayRead(context, 'team', targetOfDocument(text))
        ? [[draft, { id: `#${key}`, page: `documents/${text.document}/${key}` }]]
        : []
    }),
    ...(await questionsIn(
      context,
      of((kind) => OF_QUESTIONS.has(kind)),
    )),
  ])
}

async function questionsIn(context: Context, ids: readonly string[]): Promise<readonly [string, Page][]> {
  if (ids.length === 0) return []
  const seen = await seenAmong(context, await questionsOf(context.store, { ids }))
  return seen.map((one: Question) => [one.id, { id: one.id, page: `questions/${one.id}` }])
}
