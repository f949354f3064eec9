/** A text or bytes → a file that is there whole or not at all: written under another name, then renamed. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './folder.ts'

export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, text, { mode: 0o600 })
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
  }
}

/** The same, and file and folder are on the disk before it returns. What cannot be finished leaves nothing behind. */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  makeFolder(dirname(path), 0o700)
  const part = `${path}.${process.pid}.part`
  const file = openSync(part, 'w', mode)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(part, path)
  const parent = openSync(dirname(path), 'r')
  fsyncSync(parent)
  closeSync(parent)
}
