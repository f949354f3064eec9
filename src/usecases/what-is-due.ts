/** A day and a number of days in; what needs a look by then out, in the order of its days: grounds, times of keeping, replies, hearings, answers, restrictions. */
import { today } from '../adapters/clock.ts'
import { type CaseDue, casesDue } from '../core/cases/due.ts'
import { deadlinesDue } from '../core/deadlines/due.ts'
import { addDays } from '../core/partial-date.ts'
import { repliesStanding } from '../core/reply.ts'
import { keptFrom } from '../core/standing.ts'
import { basesToReview, recordsAwaitingReply, recordsToKeep } from '../store/queries/due.ts'
import { loadReplies } from '../store/queries/standing.ts'
import { readableFiles } from './cases/read-cases.ts'
import type { Context } from './context.ts'
import { deadlinesOf } from './deadlines/deadlines-of.ts'

/** Ids and days alone, so that the list can be read aloud: nothing says who or what. */
export type Due = {
  readonly kind: 'basis' | 'retention' | 'reply' | 'deadline' | CaseDue['kind']
  readonly id: string
  /** Of a deadline: its rule in the pack, which says how sure it is. */
  readonly rule?: string | undefined
  /** It runs from something that was done for a person, not from a case. */
  readonly isAssistance?: boolean | undefined
  /** The last day it holds; passed ones stay on the list until somebody decides. */
  readonly day: string
}

/** A deadline of the law that lapsed longer ago can be met no more: the calendar shows it, and nothing waits for it. */
const LAPSED = 14

export async function whatIsDue(context: Context, within: number): Promise<readonly Due[]> {
  const now = today(context.clock)
  const last = addDays(now, within)
  const files = await readableFiles(context)
  const all: readonly Due[] = [
    ...(await basesDue(context, last)),
    ...(await retentionsDue(context, last)),
    ...(await repliesDue(context, last)),
    ...casesDue(files, now),
    ...deadlinesDue(files, deadlinesOf(context.knowledge.packs), now)
      .filter((one) => one.day >= addDays(now, -LAPSED))
      .map(
        ({ id, day, rule }): Due => ({
          ...{ kind: 'deadline', id, day, rule: rule.id },
          isAssistance: 'assistance' in rule.after,
        }),
      ),
  ]
  return all
    .filter((one) => one.day <= last)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
}

/** Never needs no second look: it stays never. */
async function basesDue({ store }: Context, last: string): Promise<readonly Due[]> {
  return (await basesToReview(store, last)).map(({ person, day }) => ({ kind: 'basis', id: person, day }))
}

async function retentionsDue({ store, knowledge }: Context, last: string): Promise<readonly Due[]> {
  const rules = knowledge.codebook.standing.retention
  const years = new Map(rules.map((one) => [one.kind, one.years]))
  return (await recordsToKeep(store, last, years)).flatMap(({ id, kind, decided, named }): readonly Due[] => {
    const day = keptFrom({ decided, kind, named }, rules)
    return day === null ? [] : [{ kind: 'retention', id, day }]
  })
}

async function repliesDue({ store }: Context, last: string): Promise<readonly Due[]> {
  return [...(await loadReplies(store, await recordsAwaitingReply(store, last)))].flatMap(([id, replies]) =>
    repliesStanding(replies).flatMap((one): readonly Due[] =>
      one.kind === 'asked' && one.answer === null ? [{ kind: 'reply', id, day: one.until }] : [],
    ),
  )
}
