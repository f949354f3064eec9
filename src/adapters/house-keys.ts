/** The small files of the data folder that cannot be made again: read for a backup, written back by a restore, never over one that is there. */
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COPY_NUMBERS } from './copy-numbers.ts'
import { KEY_FILES } from './signing.ts'
import { writeWhole } from './whole-file.ts'

const NAMES_KEY = 'backup-names.key'
const FILES: readonly string[] = [...Object.values(KEY_FILES), 'letters.key', NAMES_KEY, COPY_NUMBERS]

export type HouseKeys = Readonly<Record<string, string>>

export const readHouseKeys = (folder: string): HouseKeys =>
  Object.fromEntries(
    FILES.filter((name) => existsSync(join(folder, name))).map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )

export function writeHouseKeys(folder: string, keys: HouseKeys): void {
  for (const [name, text] of Object.entries(keys))
    if (FILES.includes(name) && !existsSync(join(folder, name))) writeWhole(join(folder, name), text)
}

/** What a file is called in a backup: the same each time, and nothing to whoever holds the file but not this house's key. */
export function partNames(folder: string): (sha256: string) => string {
  const path = join(folder, NAMES_KEY)
  if (!existsSync(path)) writeWhole(path, randomBytes(32).toString('base64'))
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  return (sha256) => createHmac('sha256', key).update(sha256).digest('hex').slice(0, 40)
}
