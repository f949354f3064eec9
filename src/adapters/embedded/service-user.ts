/** PostgreSQL refuses to run as root: the unprivileged user it runs as, and whether that user can reach a folder. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type ServiceUser = { readonly uid: number; readonly gid: number }

/** Null when this process is not root, so that no change of user is needed (and none is possible). */
export function serviceUser(): ServiceUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  return null
}

/** True when the program at `path` can be started by that user (each folder above it can be entered). */
export function canRun(path: string, user: ServiceUser): boolean {
  return (
    spawnSync(path, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0
  )
}
