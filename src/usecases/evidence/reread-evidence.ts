/** The files whose turn it is in, read again and compared with what they were received as; what was found, as one entry of the log, out. */
import { sql } from 'kysely'
import { today } from '../../adapters/clock.ts'
import { record } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { isShut } from '../../store/queries/house.ts'
import type { Context } from '../context.ts'
import { faultOf, type WrongFile } from './check-evidence.ts'
import { destroyedFiles } from './destroyed-files.ts'

export const REREAD = 'evidence-reread'
/** A part is read each day, so that a month passes all of them: by the hash, no part weighs more than others for long. */
const PARTS = 30
const partOf = sql<number>`('x' || left(sha256, 4))::bit(16)::int % ${sql.lit(PARTS)}`

export type Reread = {
  readonly entry: number
  readonly at: string
  readonly part: number
  /** How many were read; every one that is not in `wrong` was as it was received. */
  readonly files: number
  readonly wrong: readonly WrongFile[]
}

/** The newest reading of each part; newest first. */
export async function rereadings(house: Pick<Store, 'selectFrom'>): Promise<readonly Reread[]> {
  const rows = await house
    .selectFrom('events')
    .select(['seq', 'at', 'input'])
    .where('use_case', '=', REREAD)
    .orderBy('seq', 'desc')
    .limit(2 * PARTS)
    .execute()
  const newest = new Map<number, Reread>()
  for (const { seq, at, input } of rows) {
    const { part, files, wrong } = input as unknown as Pick<Reread, 'part' | 'files' | 'wrong'>
    if (!newest.has(part)) newest.set(part, { entry: seq, at, part, files, wrong })
  }
  return [...newest.values()]
}

/** What was found of one file when its part was read last. */
export async function rereadOf(
  house: Pick<Store, 'selectFrom'>,
  file: { readonly sha256: string; readonly event: number },
): Promise<{
  readonly entry: number
  readonly at: string
  readonly found: 'whole' | WrongFile['kind']
} | null> {
  const part = Number.parseInt(file.sha256.slice(0, 4), 16) % PARTS
  const last = (await rereadings(house)).find((one) => one.part === part && one.entry > file.event)
  if (!last) return null
  const found = last.wrong.find((one) => one.sha256 === file.sha256)?.kind ?? 'whole'
  return { entry: last.entry, at: last.at, found }
}

/** Once a day: the part that was not read for longest. Null: it was read today, or there is nothing to read, or the house is shut. */
export async function rereadEvidence(
  context: Pick<Context, 'house' | 'files' | 'clock'>,
): Promise<Omit<Reread, 'entry'> | null> {
  const { house, files, clock } = context
  const read = await rereadings(house)
  const day = today(clock)
  if (read[0]?.at.slice(0, 10) === day || (await isShut(house))) return null
  const parts = await house.selectFrom('files').select(partOf.as('part')).distinct().orderBy('part').execute()
  const before = new Map(read.map((one) => [one.part, one.entry]))
  const [part] = parts.map((one) => one.part).sort((a, b) => (before.get(a) ?? 0) - (before.get(b) ?? 0))
  if (part === undefined) return null
  const rows = await house
    .selectFrom('files')
    .select(['sha256', 'event'])
    .where(partOf, '=', part)
    .orderBy('event')
    .execute()
  const wrong: WrongFile[] = []
  const seen = new Map<string, 'whole' | 'missing' | 'altered'>()
  for (const { sha256 } of rows) seen.set(sha256, await files.check(sha256))
  // Asked when all were read: whoever was forgotten meanwhile took their file along.
  const destroyed = await destroyedFiles(house)
  for (const { sha256, event: seq } of rows) {
    const kind = faultOf(seen.get(sha256) ?? 'missing', destroyed.has(sha256))
    if (kind) wrong.push({ kind, sha256, seq })
  }
  const found = { part, files: rows.length, wrong }
  const at = clock.now()
  const happening = { actor: 'aigaq', at, useCase: REREAD, object: day, input: found }
  await record(house, happening, async () => {})
  return { at, ...found }
}
