/** What came in by the sealed form beside what the log says of each day in; each day on which something is missing, was altered or put in out. */
import { today } from '../../adapters/clock.ts'
import { dayText, INTAKE_DAYS } from '../../core/intake.ts'
import type { Json } from '../../core/json.ts'
import { addDays } from '../../core/partial-date.ts'
import { sha256 } from '../../store/leaf.ts'
import { toldLeaves } from '../../store/queries/intake.ts'
import type { Context } from '../context.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'
import { DAY_NOTED } from './note-told.ts'

export type WrongDay = {
  readonly day: string
  /** missing: something of that day is gone, and nobody declined it · added: altered, or put in later · unnoted: what the log has of the day is not what stands here. */
  readonly kind: 'missing' | 'added' | 'unnoted'
}
export type ToldCheck = { readonly days: number; readonly wrong: readonly WrongDay[] }

export async function checkTold({ house, clock }: Pick<Context, 'house' | 'clock'>): Promise<ToldCheck> {
  const oldest = addDays(today(clock), -INTAKE_DAYS)
  const entries = await house
    .selectFrom('events')
    .select(['use_case', 'input'])
    .where('use_case', 'in', [DAY_NOTED, `${SEALED_PREFIX}intake-triage`])
    .execute()
  const rootOf = new Map<string, string>()
  const declined = new Set<string>()
  for (const { use_case, input } of entries) {
    if (use_case === DAY_NOTED) rootOf.set(textIn(input, 'day'), textIn(input, 'root'))
    else for (const leaf of listIn(input, 'gone')) declined.add(leaf)
  }
  const kept = await house.selectFrom('intake_days').selectAll().orderBy('day').execute()
  const here = Map.groupBy(await toldLeaves(house), (one) => one.day)
  const wrong: WrongDay[] = []
  for (const [day, root] of rootOf) {
    if (day < oldest) continue
    const row = kept.find((one) => one.day === day)
    if (!row || sha256(dayText(day, row.salt, row.leaves)) !== root) {
      wrong.push({ day, kind: 'unnoted' })
      continue
    }
    const leaves = new Set<string | null>(here.get(day)?.map((one) => one.leaf))
    const noted = new Set<string | null>(row.leaves)
    if (row.leaves.some((leaf) => !leaves.has(leaf) && !declined.has(leaf)))
      wrong.push({ day, kind: 'missing' })
    if ([...leaves].some((leaf) => !noted.has(leaf))) wrong.push({ day, kind: 'added' })
  }
  for (const { day } of kept) if (!rootOf.has(day)) wrong.push({ day, kind: 'unnoted' })
  return { days: rootOf.size, wrong: wrong.sort((a, b) => a.day.localeCompare(b.day)) }
}

const isObject = (input: Json | null): input is { readonly [name: string]: Json } =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
const textIn = (input: Json | null, name: string): string =>
  String(isObject(input) ? (input[name] ?? '') : '')
function listIn(input: Json | null, name: string): readonly string[] {
  const list = isObject(input) ? input[name] : null
  return Array.isArray(list) ? list.map(String) : []
}
