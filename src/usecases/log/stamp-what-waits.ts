/** What has no time stamp yet in, stamped by each authority out; what an authority does not answer waits for the next round. */
import type { X509Certificate } from 'node:crypto'
import { askAuthority, NotStamped } from '../../adapters/time-stamp/ask.ts'
import { checkStamp } from '../../adapters/time-stamp/check.ts'
import { readNote } from '../../core/log/note.ts'
import type { Stamped } from '../../core/time-stamp.ts'
import { sha256 } from '../../store/leaf.ts'
import { newestCheckpoint } from '../../store/queries/log-tree.ts'
import { filesUnstamped, keepStamp, lastStampOfLog } from '../../store/queries/time-stamps.ts'
import type { CheckpointRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'

export type Authorities = {
  readonly urls: readonly string[]
  /** Empty: an answer is kept only if it is believed, so none is. */
  readonly believed: readonly X509Certificate[]
  /** Whether each file is stamped by its own hash as well; the authority then learns that hash. */
  readonly files: boolean
}
export type StampRound = {
  readonly stamped: number
  readonly waiting: number
  readonly problems: readonly { readonly authority: string; readonly problem: string }[]
}
type Asking = Pick<Context, 'house' | 'clock'>

/** The log grows all day: one stamp of it a day covers what came before. */
const EVERY_MS = 86_400_000
/** Asked in one round, so that a first one with thousands of files gives way. */
const MOST_AT_ONCE = 200

/** What is stamped of a checkpoint: its three lines, which every copy of it has, whoever signed besides. */
export const imprintOf = ({ note }: Pick<CheckpointRow, 'note'>): string => sha256(readNote(note)?.text ?? '')

export async function stampWhatWaits(
  { house, clock }: Asking,
  { urls, believed, files }: Authorities,
  {
    isNow = false,
    ask = askAuthority,
  }: { readonly isNow?: boolean; readonly ask?: typeof askAuthority } = {},
): Promise<StampRound> {
  let [stamped, waiting] = [0, 0]
  const problems: { authority: string; problem: string }[] = []
  for (const authority of urls) {
    const queue: (readonly [Stamped, string])[] = []
    const newest = await newestCheckpoint(house)
    const last = await lastStampOfLog(house, authority)
    const isDue = !last || isNow || Date.parse(clock.now()) - Date.parse(last.at) >= EVERY_MS
    if (newest && isDue && last?.imprint !== imprintOf(newest)) queue.push(['checkpoint', imprintOf(newest)])
    if (files) queue.push(...(await filesUnstamped(house, authority)).map((one) => ['file', one] as const))
    let done = 0
    for (const [of, imprint] of queue.slice(0, MOST_AT_ONCE)) {
      const problem = await stampOne({ house, clock }, { authority, believed, of, imprint, ask })
      if (problem !== null) {
        problems.push({ authority, problem })
        break
      }
      done += 1
    }
    stamped += done
    waiting += queue.length - done
  }
  return { stamped, waiting, problems }
}

type One = {
  readonly authority: string
  readonly believed: readonly X509Certificate[]
  readonly of: Stamped
  readonly imprint: string
  readonly ask: typeof askAuthority
}

/** Null when it was stamped. A stamp that does not hold is not kept: it would be found wrong for ever. */
async function stampOne({ house, clock }: Asking, { authority, believed, of, imprint, ask }: One) {
  try {
    const token = await ask(authority, imprint)
    const found = checkStamp({ token, sha256: imprint, believed, now: clock.now() })
    if (found.kind !== 'holds') return found.kind
    const text = Buffer.from(token).toString('base64')
    await keepStamp(house, { stamped: of, imprint, authority, token: text, at: found.at })
    return null
  } catch (error) {
    if (error instanceof NotStamped) return error.message
    throw error
  }
}
