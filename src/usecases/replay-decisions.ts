/** Decisions in order in; each recorded once, then the derived tiers they touch made anew. */

import { sql } from 'kysely'
import { type Decided, objectsOf } from '../core/decided.ts'
import { canonical } from '../core/json.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { refresh } from './refresh.ts'

export type Replayed = { readonly recorded: number; readonly known: number }

/** A decision that the log already holds word for word is recognised, so that a file can be played again after a crash. */
export async function replayDecisions(
  context: Context,
  decisions: readonly Decided[],
  acknowledge: (decided: Decided, isNew: boolean, count: number) => void = () => {},
): Promise<Replayed> {
  let recorded = 0
  const touched: string[] = []
  try {
    for (const [index, decided] of decisions.entries()) {
      const isNew = !(await isKnown(context, decided))
      if (isNew) {
        await decide(context, decided)
        recorded += 1
        touched.push(...objectsOf(decided))
      }
      acknowledge(decided, isNew, index + 1)
    }
  } finally {
    // What was recorded before a refused line stands, and the pages must say so.
    if (touched.length > 0) await refresh(context, { touched })
  }
  return { recorded, known: decisions.length - recorded }
}

async function isKnown(context: Context, decided: Decided): Promise<boolean> {
  const row = await context.house
    .selectFrom('events')
    .select('seq')
    .where('use_case', '=', 'decide')
    .where('object', '=', objectsOf(decided).join(' '))
    .where(sql<boolean>`input = ${canonical(decided)}::jsonb`)
    .executeTakeFirst()
  return row !== undefined
}
