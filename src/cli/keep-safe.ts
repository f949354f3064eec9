/** As long as the workspace is served: the log is signed every quarter of an hour, stamped once a day, backups are made when they are due, files as received are read again, and room is kept on the disk. */

import { backUp, backupsOf } from '../app/backups.ts'
import { authoritiesOf, logSignerOf } from '../app/keys.ts'
import type { App } from '../app/open-app.ts'
import { keepRoom } from '../app/room.ts'
import { isBackupDue } from '../core/backup/health.ts'
import { rereadEvidence } from '../usecases/evidence/reread-evidence.ts'
import { signCheckpoint } from '../usecases/log/sign-checkpoint.ts'
import { stampWhatWaits } from '../usecases/log/stamp-what-waits.ts'
import { eachForItself } from './each-for-itself.ts'

const QUARTER = 900_000

/** Returns what stops it: the backup in hand is finished first. */
export function keepSafe(app: App): () => Promise<void> {
  let round: Promise<unknown> | null = null
  // Each for itself: whatever an authority answers, and whatever else fails, the backup is made.
  const work = (): Promise<unknown> =>
    eachForItself([
      ['signing the log', () => signCheckpoint(app, logSignerOf(app))],
      ['time stamps', () => stampIfSet(app)],
      ['backup', () => backUpIfDue(app)],
      ['evidence', () => rereadAndTell(app)],
      ['reserve', async () => keepRoom(app)],
    ])
  const again = (): void => {
    round ??= work().finally(() => {
      round = null
    })
  }
  again()
  const timer = setInterval(again, QUARTER)
  return async () => {
    clearInterval(timer)
    await round
  }
}

/** What is found stands in the log, on the desk and in doctor; here it is told once, on the day. */
async function rereadAndTell(app: App): Promise<void> {
  const { wrong = [] } = (await rereadEvidence(app)) ?? {}
  const told = wrong.map(({ kind, sha256 }) => `${sha256} ${kind}`)
  if (told.length > 0) throw new Error(`not as received: ${told.join(', ')}`)
}

async function stampIfSet(app: App): Promise<void> {
  if (app.config.stamps.urls.length > 0) await stampWhatWaits(app, authoritiesOf(app))
}

async function backUpIfDue(app: App): Promise<void> {
  const { to: folder, recipients, hours } = app.config.backup
  if (folder === '' || !isBackupDue(backupsOf(app).last, hours, app.clock.now())) return
  await backUp(app, { folder, recipients, open: null })
}
