/** A backup in, a house that holds the same log with the same root, the same files and the same keys out; or nothing that calls itself one. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { type HouseKeys, readHouseKeys, writeHouseKeys } from '../../adapters/house-keys.ts'
import { clearMark, type Mark, markOf, writeMark } from '../../adapters/restore-mark.ts'
import { type Bundle, partsOf } from '../../core/backup/bundle.ts'
import { refuse } from '../../core/faults.ts'
import { clearOperational, isEmpty, writeBody, writeCells } from '../../store/carried.ts'
import type { Store } from '../../store/connect.ts'
import { MIGRATIONS, migrate } from '../../store/migrate.ts'
import { type ToldState, writeTold, writeToldState } from '../../store/told.ts'
import type { Context } from '../context.ts'
import { checkTold, type ToldCheck } from '../intake/check-told.ts'
import { dropOld } from '../intake/take.ts'
import { refresh } from '../refresh.ts'
import { verify } from '../verify.ts'
import { wrongIn } from './check-backup.ts'
import { unpackBody } from './copy-bodies.ts'
import type { Opening } from './locks.ts'
import {
  besideParts,
  bodyParts,
  evidenceParts,
  logParts,
  namedPart,
  openPart,
  rowsIn,
  toldParts,
} from './opened-log.ts'
import { readBundles } from './read-bundles.ts'
import { unpackTold } from './told-part.ts'

export type RestoreAsked = {
  readonly folder: BackupFolder
  readonly open: Opening
  /** The data folder, empty but for what an earlier try left. */
  readonly data: string
  /** The key that must have signed the backup, as C2SP signed-note writes it; null: nobody said. */
  readonly key: string | null
  readonly progress?: (done: number, all: number) => void
}
export type Restored = {
  readonly made: string
  readonly entries: number
  readonly root: string
  readonly files: number
  /** What came in by the sealed form, beside what the log says of each day. */
  readonly told: ToldCheck
  readonly settings: Readonly<Record<string, string>>
  /** True when an earlier try had begun. */
  readonly resumed: boolean
}

/**
 * Until the last line a mark lies in the data folder, and every other verb refuses to work there. Tried again with the same
 * backup it goes on; what is whole already is kept.
 */
export async function restoreBackup(context: Context, asked: RestoreAsked): Promise<Restored> {
  const { folder, open, data } = asked
  const { bundles, wrong } = readBundles(folder)
  const [first] = wrong
  const last = bundles.at(-1)
  if (first !== undefined || !last) throw refuse('backup.broken', { folder: folder.path, path: first ?? '' })
  if (asked.key !== null && asked.key.trim() !== last.bundle.key)
    throw refuse('backup.key', { key: last.bundle.key })
  if (!(last.bundle.schema in MIGRATIONS)) throw refuse('backup.newer', { schema: last.bundle.schema })
  const chain = bundles.map((one) => one.bundle)
  // Before anything is written: a part that was altered, or a key that opens nothing.
  checkParts(folder, chain)
  const house = readHouse(await openPart(folder, namedPart(chain, 'keys'), open))
  const resumed = await begin(context.house, { data, mark: { backup: last.hash } })
  await loadRows(context.house, folder, { chain, open })
  const files = await loadEvidence(context, asked, chain)
  writeHouseKeys(data, house.keys)
  await migrate(context.house)
  await refresh(context)
  const { root, breaks } = await verify({ store: context.house })
  if (root !== last.bundle.root || breaks.length > 0)
    throw refuse('restore.differs', { root, asked: last.bundle.root })
  // An older backup holds what its days of keeping have run out for since.
  await dropOld(context)
  const told = await checkTold(context)
  clearMark(data)
  const { made, entries } = last.bundle
  return { made, entries, root, files, told, settings: house.settings, resumed }
}

function checkParts(folder: BackupFolder, chain: readonly Bundle[]): void {
  for (const part of partsOf(chain).values()) {
    const [wrong] = wrongIn(part, folder.read(part.path))
    if (wrong) throw refuse('backup.broken', { folder: folder.path, path: wrong.path })
  }
}

type House = { readonly keys: HouseKeys; readonly settings: Readonly<Record<string, string>> }
const readHouse = (bytes: Uint8Array): House => JSON.parse(new TextDecoder().decode(bytes)) as House

/** Returns whether this goes on with an earlier try. */
async function begin(
  store: Store,
  { data, mark }: { readonly data: string; readonly mark: Mark },
): Promise<boolean> {
  const before = markOf(data)
  if (before && before.backup !== mark.backup) throw refuse('restore.other', { folder: data })
  // Keys that are there already would sign in the name of another house.
  const isNew = (await isEmpty(store)) && Object.keys(readHouseKeys(data)).length === 0
  if (!before && !isNew) throw refuse('restore.not-empty', { folder: data })
  writeMark(data, mark)
  return before !== null
}

/** The tables as they were when the backup was made, filled in one transaction: all of it is there, or nothing. */
async function loadRows(
  store: Store,
  folder: BackupFolder,
  { chain, open }: { readonly chain: readonly Bundle[]; readonly open: Opening },
): Promise<void> {
  if (!(await isEmpty(store, 'events'))) return
  await migrate(store, 'public', chain.at(-1)?.schema)
  await store.transaction().execute(async (trx) => {
    // A migration may have written a row of its own, as that of the house.
    await clearOperational(trx)
    for (const part of [...logParts(chain), ...besideParts(chain)])
      for (const { head, rows } of await rowsIn(folder, part, open)) await writeCells(trx, head, rows)
    for (const part of bodyParts(chain)) {
      const { key, body } = unpackBody(await openPart(folder, part, open))
      await writeBody(trx, key, body)
    }
    const states: ToldState[] = []
    for (const part of toldParts(chain)) {
      const { line, bodies } = unpackTold(await openPart(folder, part, open))
      if (line.kind === 'state') states.push(line.state)
      else
        for (const [at, letter] of line.letters.entries())
          await writeTold(trx, { ...letter, body: bodies[at] ?? new Uint8Array() })
    }
    for (const state of states) await writeToldState(trx, state)
  })
}

async function loadEvidence(
  { files }: Context,
  { folder, open, progress }: RestoreAsked,
  chain: readonly Bundle[],
): Promise<number> {
  const parts = evidenceParts(chain)
  for (const [at, part] of parts.entries()) {
    files.put(await openPart(folder, part, open))
    progress?.(at + 1, parts.length)
  }
  return parts.length
}
