/** A day and a number of days in; what needs a look by then out, in the order of its days: grounds, times of keeping, replies, hearings, answers, restrictions. */
import { today } from '../adapters/clock.ts'
import { type CaseDue, casesDue } from '../core/cases/due.ts'
import { addDays } from '../core/partial-date.ts'
import { repliesStanding } from '../core/reply.ts'
import { keptUntil } from '../core/standing.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadBases } from '../store/queries/people.ts'
import { loadReplies, loadRetentions } from '../store/queries/standing.ts'
import { readableFiles } from './cases/read-cases.ts'
import type { Context } from './context.ts'

/** Ids and days alone, so that the list can be read aloud: nothing says who or what. */
export type Due = {
  readonly kind: 'basis' | 'retention' | 'reply' | CaseDue['kind']
  readonly id: string
  /** The last day it holds; passed ones stay on the list until somebody decides. */
  readonly day: string
}

export async function whatIsDue(context: Context, within: number): Promise<readonly Due[]> {
  const last = addDays(today(context.clock), within)
  const all = [
    ...(await basesDue(context)),
    ...(await retentionsDue(context)),
    ...(await repliesDue(context)),
    ...casesDue(await readableFiles(context), today(context.clock)),
  ]
  return all
    .filter((one) => one.day <= last)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
}

/** Never needs no second look: it stays never. */
async function basesDue({ store }: Context): Promise<readonly Due[]> {
  return [...(await loadBases(store))].flatMap(([id, bases]): readonly Due[] => {
    const newest = bases.at(-1)
    return newest && newest.level !== 'never' ? [{ kind: 'basis', id, day: newest.reviewBy }] : []
  })
}

async function retentionsDue({ store, knowledge }: Context): Promise<readonly Due[]> {
  const named = await loadRetentions(store)
  const rules = knowledge.codebook.standing.retention
  return (await loadIncidents(store)).flatMap((one): readonly Due[] => {
    const day = keptUntil(one, named.get(one.id) ?? null, rules)
    return day === null ? [] : [{ kind: 'retention', id: one.id, day }]
  })
}

async function repliesDue({ store }: Context): Promise<readonly Due[]> {
  return [...(await loadReplies(store))].flatMap(([id, replies]) =>
    repliesStanding(replies).flatMap((one): readonly Due[] =>
      one.kind === 'asked' && one.answer === null ? [{ kind: 'reply', id, day: one.until }] : [],
    ),
  )
}
