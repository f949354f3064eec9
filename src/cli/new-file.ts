/** A path and bytes in, a file that only its owner can read out; one that is there is never written over unless that is what was asked. */
import { accessSync, constants, writeFileSync } from 'node:fs'
import { makeFolder } from '../app/folder.ts'
import { type Refusal, refuse } from '../core/faults.ts'

/** How a system says that nothing can be put there: no such folder, a folder in place of a file, no right to it. */
const NO_WAY: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS']

export const writeNew = (path: string, bytes: Uint8Array | string): void => put(path, bytes, 'wx')
export const writeOver = (path: string, bytes: Uint8Array | string): void => put(path, bytes, 'w')

/** For several files; made where it is missing, and refused where none could be put. */
export function folderFor(path: string): void {
  try {
    makeFolder(path, 0o700)
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw toldAt(path, error)
  }
}

function put(path: string, bytes: Uint8Array | string, flag: 'wx' | 'w'): void {
  try {
    writeFileSync(path, bytes, { flag, mode: 0o600 })
  } catch (error) {
    throw toldAt(path, error)
  }
}

function toldAt(file: string, error: unknown): Refusal | unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EEXIST') return refuse('sealed.there', { file })
  return NO_WAY.includes(code) ? refuse('output.path', { file, problem: String(code) }) : error
}
