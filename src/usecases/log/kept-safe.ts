/** How the house is kept in: how far its log is signed, who signed it besides and when, and how the last backup went. */
import type { BackupHealth } from '../../core/backup/health.ts'
import { newestEntry } from '../../store/queries/log.ts'
import { cosignaturesOf, knownWitnesses, newestCheckpoint } from '../../store/queries/log-tree.ts'
import type { Context } from '../context.ts'
import type { WrongFile } from '../evidence/check-evidence.ts'
import { rereadings } from '../evidence/reread-evidence.ts'

export type KeptSafe = {
  readonly entries: number
  /** Null: nothing was signed yet. */
  readonly signed: { readonly entries: number; readonly at: string } | null
  /** `seen` null: they have signed nothing yet. */
  readonly witnesses: readonly {
    readonly name: string
    readonly seen: { readonly entries: number; readonly at: string } | null
  }[]
  /** Files as received, read again part by part; null: none was yet. `all`: as many as were read in the last round. */
  readonly evidence: {
    readonly at: string
    readonly all: number
    readonly wrong: readonly WrongFile[]
  } | null
  /** Null where nobody asked how backups go. */
  readonly backups: BackupHealth | null
}

export async function keptSafe(
  { house }: Pick<Context, 'house'>,
  backups: BackupHealth | null,
): Promise<KeptSafe> {
  const last = await newestCheckpoint(house)
  const lines = await cosignaturesOf(house)
  const witnesses = (await knownWitnesses(house)).map(({ name }) => {
    const own = lines.filter((one) => one.name === name).at(-1)
    return { name, seen: own ? { entries: own.size, at: own.at } : null }
  })
  return {
    entries: await newestEntry(house),
    signed: last ? { entries: last.size, at: last.at } : null,
    witnesses,
    evidence: await lastRound(house),
    backups,
  }
}

export async function lastRound(house: Context['house']): Promise<KeptSafe['evidence']> {
  const read = await rereadings(house)
  const [newest] = read
  if (!newest) return null
  const all = read.reduce((sum, one) => sum + one.files, 0)
  return { at: newest.at, all, wrong: read.flatMap((one) => one.wrong) }
}
