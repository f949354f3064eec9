/** One process at a time in a piece of work: a lock file with the holder's pid, taken over when that process is gone. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { refuse } from '../../core/faults.ts'

const WAIT_MS = 90_000

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + WAIT_MS
  while (!take(path)) {
    let holder = 0
    try {
      holder = Number(readFileSync(path, 'utf8'))
    } catch {
      continue
    }
    if (holder > 0 && !isAlive(holder)) rmSync(path, { force: true })
    else if (performance.now() > until)
      throw refuse('store.unreachable', { problem: `another process (${holder}) holds ${path}` })
    else await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}
