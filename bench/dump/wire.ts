/** Processes and some work in, every address outside this machine that one of them speaks to meanwhile out, as each asks the kernel for it (strace). Linux alone. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Spoken = {
  /** Addresses that a connection was opened to or a packet sent to, this machine's own left out. */
  readonly outside: readonly string[]
  /** How often this machine spoke to itself: none at all would mean that nothing was seen. */
  readonly own: number
}

const CALLS = 'trace=connect,sendto,sendmsg,sendmmsg'
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
/** `connect(33<TCP:[1]>, {… inet_addr("192.0.2.1")}`, `sendto(5<UDP:[…->192.0.2.1:53]>`. */
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"|->\[?([0-9a-f.:]+?)\]?:\d+\]>/g
/** Binding a datagram to an address sends nothing: Chromium does it to learn whether there is a way out. */
const SENDS_NOTHING = /connect\(\d+<UDP/

/** Null: there is no strace here, or it may not look. */
export async function spokenDuring(
  pids: readonly number[],
  work: () => Promise<void>,
): Promise<Spoken | null> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-wire-'))
  const file = join(folder, 'calls')
  const tracer = spawn(
    'strace',
    ['-f', '-qq', '-yy', '-e', CALLS, '-o', file, ...pids.flatMap((pid) => ['-p', String(pid)])],
    {
      stdio: 'ignore',
    },
  )
  let isThere = true
  tracer.on('error', () => {
    isThere = false
  })
  tracer.on('exit', () => {
    isThere = false
  })
  try {
    // It says nowhere that it has begun.
    await wait(2_000)
    if (!isThere) return null
    await work()
    await wait(500)
    tracer.kill('SIGINT')
    await new Promise((resolve) => (isThere ? tracer.once('exit', resolve) : resolve(null)))
    const found = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !SENDS_NOTHING.test(line))
      .flatMap((line) => [...line.matchAll(ADDRESS)].map(([, four, six, at]) => four ?? six ?? at ?? ''))
    const outside = found.filter((one) => !LOOPBACK.test(one))
    return { outside: [...new Set(outside)], own: found.length - outside.length }
  } finally {
    if (isThere) tracer.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
}
