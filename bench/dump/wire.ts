/** Processes and some work in, everybody outside this machine that one of them speaks to meanwhile out, as each asks the kernel for it (strace). Linux alone. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Spoken = {
  /** Addresses a connection was opened to or a packet sent to, this machine's own left out; of a question for a name, the name. */
  readonly outside: readonly string[]
  /** How often this machine spoke to itself: none at all would mean that nothing was seen. */
  readonly own: number
}

const CALLS = 'trace=connect,sendto,sendmsg,sendmmsg'
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
const CALL = /^(\d+) +(connect|send\w+)\((\d+)<(TCP|UDP)[^>]*>/
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"|->\[?([0-9a-f.:]+?)\]?:\d+\]>/

/** Null: there is no strace here, or it may not look. */
export async function spokenDuring(
  pids: readonly number[],
  work: () => Promise<void>,
): Promise<Spoken | null> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-wire-'))
  const file = join(folder, 'calls')
  const given = ['-f', '-qq', '-yy', '-s', '300', '-e', CALLS, '-o', file]
  const tracer = spawn('strace', [...given, ...pids.flatMap((pid) => ['-p', String(pid)])], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => {
    tracer.once('error', () => resolve())
    tracer.once('exit', () => resolve())
  })
  try {
    // It says nowhere that it has begun.
    const isGone = await Promise.race([ended.then(() => true), wait(2_000).then(() => false)])
    if (isGone) return null
    await work()
    await wait(500)
    tracer.kill('SIGINT')
    await ended
    return heardIn(wholeCalls(readFileSync(file, 'utf8').split('\n')))
  } finally {
    tracer.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Calls that another process was heard between the beginning and the end of, put together. */
function wholeCalls(lines: readonly string[]): readonly string[] {
  const begun = new Map<string, string>()
  return lines.flatMap((line) => {
    const [, pid = '', rest = ''] = /^(\d+) +<\.\.\. \w+ resumed>(.*)/.exec(line) ?? []
    if (pid !== '') return [`${begun.get(pid) ?? ''}${rest}`]
    const [, first = '', caller = ''] = /^((\d+) .*)<unfinished \.\.\.>$/.exec(line) ?? []
    if (caller === '') return [line]
    begun.set(caller, first)
    return []
  })
}

/** A datagram that is only bound to an address sends nothing: Chromium does it to learn whether there is a way out. */
function heardIn(lines: readonly string[]): Spoken {
  const bound = new Map<string, string>()
  const outside = new Set<string>()
  let own = 0
  for (const line of lines) {
    const [, pid = '', call, socket = '', kind] = CALL.exec(line) ?? []
    if (!call) continue
    const [, four, six, peer] = ADDRESS.exec(line) ?? []
    const address = four ?? six ?? peer
    const at = `${pid} ${socket}`
    if (kind === 'UDP' && call === 'connect') {
      if (address !== undefined) bound.set(at, address)
      continue
    }
    const to = address ?? (kind === 'UDP' ? bound.get(at) : undefined)
    if (to === undefined) continue
    if (LOOPBACK.test(to)) own += 1
    else for (const one of namesAsked(line) ?? [to]) outside.add(one)
  }
  return { outside: [...outside], own }
}

/** Names in questions to a server of names, as strace writes their bytes; null: it is none. */
function namesAsked(line: string): readonly string[] | null {
  const found = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(
    ([, written = '']) => nameIn(bytesOf(written)) ?? [],
  )
  return found.length > 0 ? found : null
}

const ESCAPED: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11 }
const bytesOf = (written: string): readonly number[] =>
  [...written.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\])/gs)].map(([, octal, escaped = '', plain = '']) =>
    octal !== undefined
      ? Number.parseInt(octal, 8)
      : (ESCAPED[escaped] ?? `${escaped}${plain}`.charCodeAt(0)),
  )

/** Twelve bytes of head, of which the fifth and sixth say that there is one question; then its labels, each behind its length. */
function nameIn(bytes: readonly number[]): string | null {
  if (bytes[4] !== 0 || bytes[5] !== 1) return null
  const labels: string[] = []
  let at = 12
  for (let length = bytes[at] ?? 0; length > 0 && length < 64; length = bytes[at] ?? 0) {
    labels.push(String.fromCharCode(...bytes.slice(at + 1, at + 1 + length)))
    at += 1 + length
  }
  return labels.length > 0 ? labels.join('.') : null
}
