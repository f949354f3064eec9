/** A chain of bundles and the keys that open it in, the log in it as it can be checked without a database out. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { sha256 } from '../../adapters/mirror-folder.ts'
import { type Bundle, type Part, partsOf } from '../../core/backup/bundle.ts'
import { refuse } from '../../core/faults.ts'
import { ERASED_LETTER } from '../../core/forgetting.ts'
import { rowOf } from '../../store/carried.ts'
import type { LogSlice, Signed } from '../../store/check-log.ts'
import type { AppendedTable } from '../../store/kinds-of-tables.ts'
import { leafOf } from '../../store/leaf.ts'
import type { CheckpointRow, EventRow, TimeStampRow, TombstoneRow } from '../../store/tables.ts'
import type { StampsAsked } from '../log/check-stamps.ts'
import type { Opening } from './locks.ts'
import { type Carried, unpackRows } from './segment.ts'

export type Opened = {
  readonly stones: readonly TombstoneRow[]
  readonly signed: readonly Signed[]
  readonly slices: AsyncIterable<LogSlice>
  /** Time stamps, with what they can be of. */
  readonly stamped: Pick<StampsAsked, 'stamps' | 'checkpoints' | 'files'>
  /** Parts that are not what the log names, and files it names that are not there; call it when the log was read. */
  readonly evidence: () => Promise<{ readonly wrong: readonly string[]; readonly missing: readonly string[] }>
}
export type ChainOpened = { readonly chain: readonly Bundle[]; readonly open: Opening }

/** In the order in which they were written. */
export const logParts = (chain: readonly Bundle[]): readonly Part[] =>
  chain.flatMap((one) => one.parts.filter((part) => /^bundles\/\d+\/log-/.test(part.path)))
/** Only the newest counts: it holds the whole. */
export const namedPart = (chain: readonly Bundle[], name: 'beside' | 'keys'): Part | undefined =>
  chain.at(-1)?.parts.find((part) => part.path.split('/').at(-1)?.split('.')[0] === name)

/** What stands beside the log: of the newest bundle alone, which holds the whole. */
export const besideParts = (chain: readonly Bundle[]): readonly Part[] =>
  (chain.at(-1)?.parts ?? []).filter((part) => /^bundles\/\d+\/(?:beside|long-\d+)\./.test(`${part.path}.`))

/** Refuses a part that none of the keys opens. */
export async function openPart(
  folder: BackupFolder,
  part: Part | undefined,
  open: Opening,
): Promise<Uint8Array> {
  const bytes = part && folder.read(part.path)
  const opened = bytes && (await open(bytes))
  if (!opened) throw refuse('backup.identity', { path: part?.path ?? folder.path })
  return opened
}

export const rowsIn = async (
  folder: BackupFolder,
  part: Part | undefined,
  open: Opening,
): Promise<readonly Carried[]> => unpackRows(await openPart(folder, part, open))

/** Reads the log twice, since a row may be erased by an entry that comes after it. */
export async function openedLog(folder: BackupFolder, { chain, open }: ChainOpened): Promise<Opened> {
  const stones: TombstoneRow[] = []
  const named = new Set<string>()
  const destroyed = new Set<string>()
  const parts = logParts(chain)
  for (const part of parts)
    for (const { head, rows } of await rowsIn(folder, part, open)) {
      if (head.table === 'tombstones') stones.push(...rows.map((row) => rowOf(head, row) as TombstoneRow))
      if (head.table === 'files') for (const row of rows) named.add(String(rowOf(head, row).sha256))
      if (head.table !== 'documents') continue
      for (const row of rows.map((one) => rowOf(head, one)))
        if (String(row.text).includes(ERASED_LETTER)) destroyed.add(String(row.sha256))
    }
  const beside = await rowsIn(folder, namedPart(chain, 'beside'), open)
  const besideOf = <Row>(table: string): readonly Row[] =>
    beside.flatMap(({ head, rows }) =>
      head.table === table ? rows.map((row) => rowOf(head, row) as unknown as Row) : [],
    )
  const signed = besideOf<CheckpointRow>('checkpoints')
  const { entries, root } = chain.at(-1) ?? { entries: 0, root: '' }
  async function* slices(): AsyncGenerator<LogSlice> {
    for (const part of parts) yield sliceOf(await rowsIn(folder, part, open))
  }
  return {
    stones,
    signed: [...signed.map((one) => ({ size: one.size, root: one.root })), { size: entries, root }],
    slices: slices(),
    stamped: { stamps: besideOf<TimeStampRow>('time_stamps'), checkpoints: signed, files: named },
    evidence: () =>
      checkEvidence(
        folder,
        { chain, open },
        [...named].filter((one) => !destroyed.has(one)),
      ),
  }
}

/** What a part of the log holds, as it is checked. */
export function sliceOf(tables: readonly Carried[]): LogSlice {
  const leaves = new Map<number, string[]>()
  const events: EventRow[] = []
  for (const { head, rows } of tables)
    for (const cells of rows) {
      const row = rowOf(head, cells)
      if (head.table === 'events') {
        events.push(row as EventRow)
        continue
      }
      const leaf = leafOf(head.table as AppendedTable, row as { readonly nonce: string })
      const own = leaves.get(Number(row.event))
      if (own) own.push(leaf)
      else leaves.set(Number(row.event), [leaf])
    }
  return { events, leaves }
}

async function checkEvidence(
  folder: BackupFolder,
  { chain, open }: ChainOpened,
  named: readonly string[],
): Promise<{ readonly wrong: readonly string[]; readonly missing: readonly string[] }> {
  const there = new Set<string>()
  const wrong: string[] = []
  for (const part of evidenceParts(chain)) {
    const hash = sha256(await openPart(folder, part, open))
    if (named.includes(hash)) there.add(hash)
    else wrong.push(part.path)
  }
  return { wrong, missing: named.filter((one) => !there.has(one)) }
}

const partsIn = (chain: readonly Bundle[], folder: string): readonly Part[] =>
  [...partsOf(chain).values()].filter((part) => part.path.startsWith(folder))
export const evidenceParts = (chain: readonly Bundle[]): readonly Part[] => partsIn(chain, 'evidence/')
export const bodyParts = (chain: readonly Bundle[]): readonly Part[] => partsIn(chain, 'bodies/')
export const toldParts = (chain: readonly Bundle[]): readonly Part[] => partsIn(chain, 'told/')
