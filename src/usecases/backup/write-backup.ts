/** Everything that cannot be made again in, one more bundle of a backup out: sealed, signed, and no more than what is new. */
import { type BackupFolder, openBackupFolder } from '../../adapters/backup-folder.ts'
import { partNames, readHouseKeys } from '../../adapters/house-keys.ts'
import { noteKeyText, signedNote } from '../../adapters/note-keys.ts'
import type { Signer } from '../../adapters/signing.ts'
import {
  type Bundle,
  bundleFolder,
  bundleText,
  notePath,
  type Part,
  partsOf,
} from '../../core/backup/bundle.ts'
import { refuse } from '../../core/faults.ts'
import { noteText } from '../../core/log/note.ts'
import type { Context } from '../context.ts'
import { destroyedFiles } from '../evidence/destroyed-files.ts'
import { noteTold } from '../intake/note-told.ts'
import { logKeyOf, signCheckpoint } from '../log/sign-checkpoint.ts'
import { verify } from '../verify.ts'
import { copyBodies } from './copy-bodies.ts'
import { copyEvidence } from './copy-evidence.ts'
import { copyTold } from './copy-told.ts'
import { type Closing, closing, type Sealed } from './locks.ts'
import { inOneMoment, longRowsBeside, type Moment, rowsBeside, rowsBetween } from './moment.ts'
import { type ReadBundle, readBundles } from './read-bundles.ts'
import { packRows } from './segment.ts'

export type BackupAsked = Sealed & {
  readonly folder: string
  /** Where the keys of the house lie. */
  readonly data: string
  readonly signer: Signer
  /** Settings that were given and are no secret: a house that is set up again needs them. */
  readonly settings: Readonly<Record<string, string>>
  /** The whole log again, though nothing asks for it. */
  readonly isBase?: boolean
  readonly progress?: (done: number, all: number) => void
}
export type Backup = {
  readonly bundle: Bundle
  /** Bytes that this bundle added. */
  readonly added: number
  /** Evidence that the log names and that is not here any more, or was altered: SHA-256. */
  readonly missing: readonly string[]
  /** Places where the log is broken; what was backed up before is then left as it is. */
  readonly breaks: number
}

/** Entries of the log in one part. */
const AT_ONCE = 500
/** Bundles before the log is written whole again, so that a restore does not read hundreds. */
const LONGEST_CHAIN = 60

export async function writeBackup(
  context: Pick<Context, 'house' | 'files' | 'clock'>,
  asked: BackupAsked,
): Promise<Backup> {
  const seal = closing(asked)
  const folder = openBackupFolder(asked.folder, true)
  const store = context.house
  const { breaks } = await verify({ store })
  // So that what came yesterday stands in the log that goes along.
  await noteTold(context)
  await signCheckpoint({ store, clock: context.clock }, asked.signer)
  const key = noteKeyText(logKeyOf(asked.signer))
  const nameOf = partNames(asked.data)
  const sealed = nameOf(`recipients ${[...asked.recipients].sort().join(' ')}`)
  return inOneMoment(store, async (moment) => {
    if (moment.entries === 0) throw refuse('backup.empty')
    const earlier = earlierIn(folder, key)
    const last = earlier.at(-1)
    const number = (last?.bundle.number ?? 0) + 1
    // A broken log never takes the place of what was whole.
    const isWhole = breaks.length === 0
    const isBase = !last || (isWhole && (asked.isBase === true || (await needsBase(moment, earlier, sealed))))
    const after = isBase ? 0 : last.bundle.entries
    const to = { folder, seal, number }
    const log = await writeLog(moment, { ...to, after })
    const place = {
      ...{ folder, seal, known: partsOf(earlier.map((one) => one.bundle)) },
      // Sealed to other keys it is another part: the old ones stay until the new bundle stands.
      nameOf: (text: string) => nameOf(`${sealed} ${text}`),
    }
    const bodies = await copyBodies(moment, place)
    const told = await copyTold(moment, { ...place, now: context.clock.now() })
    const evidence = await copyEvidence(context.files, {
      ...{ ...place, progress: asked.progress },
      files: await moment.trx.selectFrom('files').select(['sha256', 'bytes']).orderBy('event').execute(),
      destroyed: await destroyedFiles(moment.trx),
    })
    const rest = [await beside(moment, to), ...(await longBeside(moment, to)), await keysOf(asked, to)]
    const added = [...evidence.added, ...bodies.added, ...told.added, ...rest]
    const bundle: Bundle = {
      ...{ format: 'aigaq-backup@1', number, base: isBase ? number : last.bundle.base },
      before: isBase ? null : last.hash,
      ...{ made: context.clock.now(), recipients: asked.recipients.length, sealed, open: asked.open },
      ...{ schema: moment.schema, after, entries: moment.entries, root: moment.root, key },
      parts: [...log, ...(isBase ? [...evidence.kept, ...bodies.kept, ...told.kept] : []), ...added],
      gone: isBase ? [] : [...evidence.gone, ...bodies.gone, ...told.gone, ...besideBefore(earlier)],
    }
    // Signed and named last: a bundle without its note is none, and the next one is written over it.
    const note = noteText(signedNote(asked.signer, logKeyOf(asked.signer), bundleText(bundle)))
    folder.write(notePath(number), Buffer.from(note))
    for (const path of evidence.gone) folder.remove(path)
    // A file that is lost here may lie in an older part, sealed to older keys: the last copy is not swept away.
    const isAllThere = evidence.missing.length === 0
    sweep(folder, isBase ? [bundle] : [...earlier.map((one) => one.bundle), bundle], isAllThere)
    return {
      bundle,
      added: [...log, ...added].reduce((sum, one) => sum + one.bytes, 0),
      missing: evidence.missing,
      breaks: breaks.length,
    }
  })
}

/** Only the newest holds: an older one would keep what was erased since outside the log (an address, who opened a file). */
const besideBefore = (earlier: readonly ReadBundle[]): readonly string[] =>
  [...partsOf(earlier.map((one) => one.bundle)).keys()].filter((path) =>
    /^bundles\/\d+\/(?:beside|keys|long-\d+)(?:\.|$)/.test(path),
  )

/** What no bundle of the chain names goes: what was erased, what older keys open, what an interrupted backup left. */
function sweep(folder: BackupFolder, chain: readonly Bundle[], withEvidence: boolean): void {
  const named = partsOf(chain)
  const notes = new Set(chain.map((one) => notePath(one.number)))
  const swept = withEvidence ? /^(bundles|bodies|told|evidence)\// : /^(bundles|bodies|told)\//
  for (const path of folder.list())
    if (swept.test(path) && !named.has(path) && !notes.has(path)) folder.remove(path)
}

/** Bundles of this log only: two houses in one folder would erase each other's. */
function earlierIn(folder: BackupFolder, key: string): readonly ReadBundle[] {
  if (!folder.list().some((path) => path.endsWith('/note'))) return []
  const { bundles, wrong } = readBundles(folder)
  if (bundles.some((one) => one.bundle.key !== key)) throw refuse('backup.other', { folder: folder.path })
  const [first] = wrong
  if (first !== undefined) throw refuse('backup.broken', { folder: folder.path, path: first })
  return bundles
}

/**
 * What was erased since must leave the backup too, so the log is written anew and the old bundles go. So it is after a
 * migration, and where the keys of the recipients are others than before.
 */
async function needsBase(moment: Moment, earlier: readonly ReadBundle[], sealed: string): Promise<boolean> {
  const last = earlier.at(-1)?.bundle
  if (!last) return true
  const erased = await moment.trx
    .selectFrom('tombstones')
    .select('event')
    .where('event', '>', last.entries)
    .limit(1)
    .executeTakeFirst()
  return (
    erased !== undefined ||
    last.schema !== moment.schema ||
    earlier.length >= LONGEST_CHAIN ||
    last.sealed !== sealed
  )
}

type Place = { readonly folder: BackupFolder; readonly seal: Closing; readonly number: number }
const place = ({ number, seal }: Place, name: string): string =>
  `${bundleFolder(number)}/${name}${seal.ending}`

async function writeLog(moment: Moment, to: Place & { readonly after: number }): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (let after = to.after; after < moment.entries; after += AT_ONCE) {
    const upTo = Math.min(after + AT_ONCE, moment.entries)
    const packed = packRows(await rowsBetween(moment.trx, after, upTo))
    const name = `log-${String(upTo).padStart(9, '0')}`
    parts.push(to.folder.write(place(to, name), await to.seal.close(packed)))
  }
  return parts
}

async function beside(moment: Moment, to: Place): Promise<Part> {
  return to.folder.write(place(to, 'beside'), await to.seal.close(packRows(await rowsBeside(moment.trx))))
}

async function longBeside(moment: Moment, to: Place): Promise<readonly Part[]> {
  const parts: Part[] = []
  for await (const rows of longRowsBeside(moment.trx)) {
    const name = `long-${String(parts.length + 1).padStart(6, '0')}`
    parts.push(to.folder.write(place(to, name), await to.seal.close(packRows([rows]))))
  }
  return parts
}

async function keysOf({ data, settings }: BackupAsked, to: Place): Promise<Part> {
  const text = JSON.stringify({ keys: readHouseKeys(data), settings })
  return to.folder.write(place(to, 'keys'), await to.seal.close(Buffer.from(text)))
}
