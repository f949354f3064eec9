/** A process in, whether any of these byte strings stands in its memory out; and a folder in, the same of all its files. Linux alone. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Sought = { readonly name: string; readonly bytes: Buffer }
const CHUNK = 8_000_000
/** More than the longest that is sought: a find may lie across two chunks. */
const OVERLAP = 4_096

/** Words as a program may hold them: UTF-8, and the two bytes a letter of strings in JavaScript. */
export const formsOf = (text: string): readonly Sought[] => [
  { name: text, bytes: Buffer.from(text) },
  { name: `${text} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
]

export function inProcess(pid: number, sought: readonly Sought[]): ReadonlySet<string> {
  const found = new Set<string>()
  let memory = 0
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    // A connection of the database that ended meanwhile has no memory any more.
    return found
  }
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? []
      if (!rights.startsWith('rw')) continue
      readRange(memory, Number.parseInt(from, 16), Number.parseInt(to, 16), sought, found)
    }
  } finally {
    closeSync(memory)
  }
  return found
}

function readRange(
  file: number,
  from: number,
  to: number,
  sought: readonly Sought[],
  found: Set<string>,
): void {
  const buffer = Buffer.alloc(Math.min(CHUNK, to - from))
  for (let at = from; at < to; at += CHUNK - OVERLAP) {
    let read = 0
    try {
      read = readSync(file, buffer, 0, Math.min(buffer.length, to - at), at)
    } catch {
      // Pages that were never touched cannot be read, and hold nothing.
      continue
    }
    look(buffer.subarray(0, read), sought, found)
  }
  buffer.fill(0)
}

const look = (bytes: Buffer, sought: readonly Sought[], found: Set<string>): void => {
  for (const one of sought) if (bytes.includes(one.bytes)) found.add(one.name)
}

export function onDisk(folder: string, sought: readonly Sought[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) look(readFileSync(path), sought, found)
  }
  return found
}

/** The process and all that it started, and what they started. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2])] as const]
        } catch {
          return []
        }
      }),
  )
  const below = (one: number): readonly number[] => [
    one,
    ...[...parents].flatMap(([child, parent]) => (parent === one ? below(child) : [])),
  ]
  return below(pid)
}
