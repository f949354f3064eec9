/** The setting in, the folder that holds the database and the files as received out. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { serviceUser } from './embedded/service-user.ts'

/**
 * `var` beside the program, unless we are root in a place the database's own user cannot enter (a clone under a closed
 * home folder): then a folder under /var/lib that belongs to this clone alone.
 */
export function dataFolder(setting: string, root: string): string {
  if (setting !== '') return setting
  const user = serviceUser()
  if (
    !user ||
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', root], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
      stdio: 'ignore',
    }).status === 0
  )
    return join(root, 'var')
  return join('/var/lib/aigaq', createHash('sha256').update(root).digest('hex').slice(0, 12))
}
