/** One process at a time in a piece of work: a lock file with the holder's pid, taken over when that process is gone. */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { refuse } from '../../core/faults.ts'

const WAIT_MS = 90_000
const UNNAMED_MS = 3_000

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
    try {
      writeSync(file, String(process.pid))
    } catch (error) {
      // A full disk takes the name and not the number: nobody could tell who holds it.
      rmSync(path, { force: true })
      throw error
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + WAIT_MS
  while (!take(path)) {
    let [holder, age] = [0, 0]
    try {
      holder = Number(readFileSync(path, 'utf8'))
      age = Date.now() - statSync(path).mtimeMs
    } catch {
      continue
    }
    // Without a number it was left by a process that died between its name and its number.
    const isLeft = holder > 0 ? !isAlive(holder) : age > UNNAMED_MS
    if (isLeft) rmSync(path, { force: true })
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
