/** How the last backup went and how often there should be one in, whether somebody must look after it out. */

/** `problem`: null when it went well; else a fault's code, or `log` or `missing` for a backup that was made and found something wrong. */
export type BackupNote = {
  readonly at: string
  readonly folder: string
  readonly problem: string | null
  readonly number: number | null
  /** To how many keys it was sealed; 0: anybody reads it. Null where it failed, left out in older notes. */
  readonly recipients?: number | null
}
export type BackupHealth = {
  /** none: nobody asked for any · never: asked for, and none was made yet. */
  readonly state: 'none' | 'never' | 'fresh' | 'old' | 'failed'
  readonly last: BackupNote | null
}

const HOUR = 3_600_000
/** Whoever asks when one is due asks each quarter of an hour, and the last one began a moment after it was asked for: a quarter that lacks this moment is one. */
const MOMENT = 60_000
/** One that was missed is no alarm yet. */
const PATIENCE = 2

/** `now` and `at` are instants in ISO 8601. */
export function backupHealth(
  last: BackupNote | null,
  { to, hours }: { readonly to: string; readonly hours: number },
  now: string,
): BackupHealth {
  if (!last) return { state: to === '' ? 'none' : 'never', last }
  if (last.problem !== null) return { state: 'failed', last }
  const age = Date.parse(now) - Date.parse(last.at)
  return { state: age > PATIENCE * hours * HOUR ? 'old' : 'fresh', last }
}

/** Whether it is time for the next; after a failure sooner. */
export function isBackupDue(last: BackupNote | null, hours: number, now: string): boolean {
  if (!last) return true
  const age = Date.parse(now) - Date.parse(last.at)
  return age + MOMENT >= (last.problem === null ? hours : Math.min(hours, 1)) * HOUR
}
