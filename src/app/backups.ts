/** The house in, a backup out; and a backup in, the house or what is wrong with it out. */
import { isBackupFolder, openBackupFolder } from '../adapters/backup-folder.ts'
import { lastBackup, noteBackup } from '../adapters/backup-note.ts'
import { systemClock } from '../adapters/clock.ts'
import { settingsGiven } from '../config.ts'
import { type BackupHealth, backupHealth } from '../core/backup/health.ts'
import { Refusal } from '../core/faults.ts'
import type { Signed } from '../store/check-log.ts'
import { type BackupCheck, checkBackup } from '../usecases/backup/check-backup.ts'
import { opening } from '../usecases/backup/locks.ts'
import { readBundles } from '../usecases/backup/read-bundles.ts'
import { type RestoreAsked, type Restored, restoreBackup } from '../usecases/backup/restore-backup.ts'
import { type Backup, writeBackup } from '../usecases/backup/write-backup.ts'
import type { Authorities } from '../usecases/log/stamp-what-waits.ts'
import { logSignerOf } from './keys.ts'
import type { App } from './open-app.ts'

export type BackupOrder = {
  readonly folder: string
  readonly recipients: readonly string[]
  /** Why it is not sealed; null: it is. */
  readonly open: string | null
  readonly isBase?: boolean
  readonly progress?: (done: number, all: number) => void
}

/** One more bundle; how it went is noted for whoever looks after the house. */
export async function backUp(app: App, order: BackupOrder): Promise<Backup> {
  const tried = { at: app.clock.now(), folder: order.folder }
  try {
    // The same key twice is one pair of hands.
    const recipients = [...new Set(order.recipients)]
    const asked = {
      ...order,
      recipients,
      data: app.data,
      signer: logSignerOf(app),
      settings: settingsGiven(),
    }
    const done = await writeBackup(app, asked)
    const problem = done.breaks > 0 ? 'log' : done.missing.length > 0 ? 'missing' : null
    noteBackup(app.data, { ...tried, problem, number: done.bundle.number, recipients: recipients.length })
    return done
  } catch (error) {
    const problem = error instanceof Refusal ? (error.faults[0]?.code ?? '') : String(error)
    noteBackup(app.data, { ...tried, problem, number: null, recipients: null })
    throw error
  }
}

export const backupsOf = ({ data, config, clock }: Pick<App, 'data' | 'config' | 'clock'>): BackupHealth =>
  backupHealth(lastBackup(data), config.backup, clock.now())

/** Where a backup lies, whose keys open it, and what must have signed it. */
export const restoreFrom = (
  app: App,
  {
    folder,
    identities,
    ...asked
  }: Pick<RestoreAsked, 'key' | 'progress'> & {
    readonly folder: string
    readonly identities: readonly string[]
  },
): Promise<Restored> =>
  restoreBackup(app, {
    ...asked,
    data: app.data,
    folder: openBackupFolder(folder, false),
    open: opening(identities.length > 0, identities),
  })

export const isBackup = (path: string): boolean => isBackupFolder(path)

/** `seen` is asked for the trees that somebody kept, once the key of the backup is known. */
export function checkBackupIn(
  path: string,
  {
    key,
    identities,
    seen,
    progress,
    believed,
  }: {
    readonly key: string | null
    readonly identities: readonly string[]
    readonly seen: (own: string) => readonly Signed[]
    readonly progress: (done: number, all: number) => void
    readonly believed: Authorities['believed']
  },
): Promise<BackupCheck> {
  const folder = openBackupFolder(path, false)
  const last = readBundles(folder).bundles.at(-1)?.bundle
  const isOpen = last?.recipients === 0
  return checkBackup(folder, {
    ...{ key, progress, believed, now: systemClock.now() },
    seen: seen(last?.key ?? ''),
    open: isOpen || identities.length > 0 ? opening(!isOpen, identities) : null,
  })
}
