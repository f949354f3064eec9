/** Files in, one ZIP out, and back: equal files make equal bytes, whatever the day. */
import { unzipSync, zipSync } from 'fflate'

/** The first day that a ZIP file can tell. */
const NO_DAY = new Date(1980, 0, 1)

export const zipped = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...parts }, { level: 9, mtime: NO_DAY })

/** Those parts that are wanted, by their paths and by how many bytes they say they unpack to; no room is made for more. Null: no ZIP. */
export function unzipped(
  bytes: Uint8Array,
  isWanted: (path: string, bytes: number) => boolean,
): Readonly<Record<string, Uint8Array>> | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => isWanted(name, originalSize) })
    return Object.assign(Object.create(null), parts)
  } catch {
    // The unpacker throws many kinds of error at bytes that are no ZIP.
    return null
  }
}
