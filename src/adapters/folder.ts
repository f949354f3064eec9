/**
 * A path in, the folder there and those above it out, made where they are missing. Node's own way (`recursive`) goes round for ever where a folder is there
 * and lets none be made in it without saying so, as below /proc.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

export function makeFolder(path: string, mode = 0o777): void {
  const whole = resolve(path)
  if (isFolder(whole)) return
  const above = dirname(whole)
  if (!existsSync(above)) makeFolder(above, mode)
  try {
    mkdirSync(whole, { mode })
  } catch (error) {
    // Somebody else made it meanwhile; a file in its place is none.
    if (codeOf(error) !== 'EEXIST' || !isFolder(whole)) throw error
  }
}
