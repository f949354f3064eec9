/** The bytes of a zip file → the names in it, or the parts that are wanted; what would grow out of all proportion is refused first. */
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { Refusal, refuse } from '../core/faults.ts'
import { MOST_ENTRIES, MOST_INFLATED, MOST_RATIO, RATIO_FROM } from './bounds.ts'

type Look = (entry: UnzipFileInfo) => boolean

/** Sizes come from the table of contents. The unpacker makes room for no more than is said there, so a lie gains nothing. */
function open(bytes: Uint8Array, isWanted: Look): Readonly<Record<string, Uint8Array>> {
  let entries = 0
  let inflated = 0
  try {
    return unzipSync(bytes, {
      filter: (entry) => {
        entries += 1
        if (entries > MOST_ENTRIES) throw refuse('input.unpacked', { limit: MOST_ENTRIES })
        if (!isWanted(entry)) return false
        inflated += entry.originalSize
        const grows = entry.originalSize > RATIO_FROM && entry.originalSize > entry.size * MOST_RATIO
        if (grows || inflated > MOST_INFLATED) throw refuse('input.unpacked', { limit: MOST_INFLATED })
        return true
      },
    })
  } catch (error) {
    // The unpacker throws many kinds of error at bytes that are no zip; each of them is the file's fault.
    if (error instanceof Refusal) throw error
    throw refuse('input.broken')
  }
}

export function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  open(bytes, ({ name }) => {
    names.push(name)
    return false
  })
  return names
}

export const unpack = (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> => new Map(Object.entries(open(bytes, ({ name }) => isWanted(name))))
