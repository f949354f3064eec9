/** A text → a file that is there whole or not at all: written under another name, then renamed. */
import { renameSync, rmSync, writeFileSync } from 'node:fs'

export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, text, { mode: 0o600 })
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
  }
}
