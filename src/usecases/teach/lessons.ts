/** Kits with the lessons that were given of them out; a report that somebody typed, recorded in the name of who asks, in. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Pack } from '../../core/pack.ts'
import type { Kit } from '../../core/teach/kit.ts'
import { type LessonTally, shownTaught, type TaughtSum, taughtOf } from '../../core/teach/tally.ts'
import type { Store } from '../../store/connect.ts'
import { type LessonReport, lessonReports } from '../../store/queries/lessons.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { permitLesson } from './record-lesson.ts'

export type KitAtWork = {
  readonly id: string
  readonly pack: Pack
  readonly kit: Kit
  /** The newest of each name, the last written first; those that were taken back are not here. */
  readonly reports: readonly LessonReport[]
  readonly sum: TaughtSum
}

export async function listLessons(context: Context): Promise<readonly KitAtWork[]> {
  permitLesson(context)
  const found: KitAtWork[] = []
  for (const pack of context.knowledge.packs.values()) {
    const all = pack.kits.size === 0 ? null : await lessonReports(context.house, pack.id)
    for (const kit of pack.kits.values()) {
      const own = all?.get(kit.id) ?? []
      const reports = [...new Map(own.map((one) => [one.tally, one])).values()]
      const standing = reports.filter((one) => one.lessons > 0).toReversed()
      found.push({ id: `${pack.id}/${kit.id}`, pack, kit, reports: standing, sum: taughtOf(own) })
    }
  }
  return found
}

/** `tally` null: a report that is new. */
export type LessonTyped = Omit<LessonTally, 'record' | 'by' | 'at' | 'why' | 'tally'> & {
  readonly tally: string | null
}

export async function saveLesson(context: Context, typed: LessonTyped): Promise<void> {
  permitLesson(context)
  const known = (await listLessons(context)).some((one) => one.id === typed.id)
  if (!known) throw refuse('record.unknown', { id: typed.id }, typed.id)
  const by = context.actor?.handle ?? 'operator'
  const tally = typed.tally ?? `t-${newTail()}`
  const line = { record: 'lesson-tally', ...typed, tally, by, at: context.clock.now() }
  const { codebook } = context.knowledge
  await replayDecisions(context, [parseDecided(line, codebook, today(context.clock), 'form')])
}

/** What readers may know of the lessons of a country, by kit. */
export async function shownLessons(
  store: Pick<Store, 'selectFrom'>,
  pack: Pack,
): Promise<Readonly<Record<string, TaughtSum>>> {
  const all = await lessonReports(store, pack.id)
  return Object.fromEntries(
    [...pack.kits.keys()].flatMap((kit) => {
      const shown = shownTaught(taughtOf(all.get(kit) ?? []))
      return shown ? [[kit, shown] as const] : []
    }),
  )
}
