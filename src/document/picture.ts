/** The leaves of a file that are pictures in, the lines that a machine makes out in them out; a photograph or scan by itself is read so. */
import { Refusal, refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import type { Tell } from '../core/progress.ts'
import type { PictureReader, Pictures } from '../core/recognition.ts'
import { MOST_PICTURES } from './bounds.ts'
import { pagedReading } from './paged-reading.ts'
import type { PageLine } from './pdf-lines.ts'
import type { Reading } from './txt.ts'

export const PICTURE_READER = 'picture@1'

/** The machine, and the language that somebody said the words are in. */
export type Recogniser = { readonly reader: PictureReader; readonly language: Language | null }

type Asked = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Which of its leaves, from 1; null: all. */
  readonly numbers: readonly number[] | null
  readonly tell?: Tell | undefined
}

/** Leaf → its lines; left out where there are no words that anybody should believe. Throws `input.broken`, `input.unpacked`, `input.pages`. */
export function linesInPictures(
  { reader, language }: Recogniser,
  { bytes, mediaType, numbers, tell }: Asked,
): { readonly count: number; readonly lines: ReadonlyMap<number, readonly PageLine[]> } {
  const pictures = orBroken(() => reader.open(bytes, mediaType, language))
  try {
    const asked = numbers ?? Array.from({ length: pictures.count }, (_, index) => index + 1)
    if (asked.length > MOST_PICTURES) throw refuse('input.pages', { n: asked.length, limit: MOST_PICTURES })
    const lines = new Map<number, readonly PageLine[]>()
    asked.forEach((number, index) => {
      const found = linesOf(pictures, number)
      if (found) lines.set(number, found)
      tell?.(index + 1, asked.length)
    })
    return { count: asked.length, lines }
  } finally {
    pictures.close()
  }
}

/** What a picture is made of, its maker chose: whatever a reader of pictures throws is said of the file. */
function orBroken<T>(open: () => T): T {
  try {
    return open()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('input.broken')
  }
}

/** A leaf that cannot be drawn is one without words; the others are read all the same. */
function linesOf(pictures: Pictures, number: number): readonly PageLine[] | null {
  try {
    const lines = pictures.read(number)
    return (
      lines?.map(({ confidence, doubtful, ...line }) => ({
        ...line,
        recognised: { confidence, doubtful },
      })) ?? null
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

/** A photograph or a scan; without a machine for it, it is refused as pictures of paper are. */
export const readPicture =
  (mediaType: string) =>
  (bytes: Uint8Array, tell?: Tell, recogniser?: Recogniser): Reading => {
    if (!recogniser) throw refuse('input.scanned', { n: 1 })
    const { count, lines } = linesInPictures(recogniser, { bytes, mediaType, numbers: null, tell })
    if (lines.size === 0) throw refuse('input.scanned', { n: count })
    const pages = Array.from({ length: count }, (_, index) => lines.get(index + 1) ?? [])
    return pagedReading(pages, count - lines.size)
  }
