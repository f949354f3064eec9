/** What people sealed in, those bodies that a backup lacks put into it out; one that is gone here is taken out of it. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { bodyPath, type Part } from '../../core/backup/bundle.ts'
import { type BodyKey, bodyKeys, bodyOf } from '../../store/carried.ts'
import type { Closing } from './locks.ts'
import type { Moment } from './moment.ts'

type Asked = {
  readonly folder: BackupFolder
  readonly seal: Closing
  readonly nameOf: (text: string) => string
  /** Parts of the bundles before. */
  readonly known: ReadonlyMap<string, Part>
}
export type CopiedBodies = {
  readonly kept: readonly Part[]
  readonly added: readonly Part[]
  readonly gone: readonly string[]
}

/** It was sealed on somebody's machine, and is sealed here once more: what row it belongs to tells something too. */
export async function copyBodies(
  { trx }: Moment,
  { folder, seal, nameOf, known }: Asked,
): Promise<CopiedBodies> {
  const [kept, added]: [Part[], Part[]] = [[], []]
  for (const one of await bodyKeys(trx)) {
    const path = bodyPath(nameOf(`${one.table} ${one.key.join(' ')}`), seal.ending)
    const there = known.get(path)
    if (there && folder.size(path) === there.bytes) kept.push(there)
    else added.push(folder.write(path, await seal.close(packed(one, await bodyOf(trx, one)))))
  }
  const now = new Set([...kept, ...added].map((one) => one.path))
  const gone = [...known.keys()].filter((path) => path.startsWith('bodies/') && !now.has(path))
  return { kept, added, gone }
}

const NEW_LINE = 10

/** A line that says whose it is, then the bytes. */
const packed = (key: BodyKey, body: Uint8Array | null): Uint8Array =>
  Buffer.concat([Buffer.from(`${JSON.stringify(key)}\n`), body ?? new Uint8Array()])

export function unpackBody(bytes: Uint8Array): { readonly key: BodyKey; readonly body: Uint8Array } {
  const end = bytes.indexOf(NEW_LINE)
  const key = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as BodyKey
  return { key, body: bytes.slice(end + 1) }
}
