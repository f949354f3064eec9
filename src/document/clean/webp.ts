/** The bytes of a WebP in, the same picture without anything that tells of its maker out. */
import { refuse } from '../../core/faults.ts'
import { joined } from './jpeg.ts'

const PICTURE = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF'])
/** Of a frame of a moving picture, after its sixteen bytes. */
const FRAME = new Set(['VP8 ', 'VP8L', 'ALPH'])
/** The bits of VP8X that say: a profile, Exif, XMP. */
const TELLS = 0x20 | 0x08 | 0x04
const FRAME_HEAD = 16

const word = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

export function cleanWebp(bytes: Uint8Array): Uint8Array {
  if (word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WEBP') throw refuse('input.broken')
  const size = sizeAt(bytes, 4)
  if (8 + size > bytes.length || size < 4) throw refuse('input.broken')
  const parts = chunksIn(bytes.subarray(12, 8 + size))
    .filter((one) => PICTURE.has(word(one, 0)))
    .map((one) => {
      if (word(one, 0) === 'ANMF') return framed(one)
      if (word(one, 0) !== 'VP8X') return one
      const quiet = one.slice()
      quiet[8] = (quiet[8] ?? 0) & ~TELLS
      return quiet
    })
  if (parts.length === 0) throw refuse('input.broken')
  const body = joined([bytes.subarray(8, 12), ...parts])
  return joined([bytes.subarray(0, 4), written(body.length), body])
}

/** A frame without chunks that are not its picture. */
function framed(chunk: Uint8Array): Uint8Array {
  const head = chunk.subarray(8, 8 + FRAME_HEAD)
  const inside = chunksIn(chunk.subarray(8 + FRAME_HEAD, 8 + sizeAt(chunk, 4)))
  const body = joined([head, ...inside.filter((one) => FRAME.has(word(one, 0)))])
  return joined([chunk.subarray(0, 4), written(body.length), body])
}

const sizeAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true)

function written(size: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, size, true)
  return bytes
}

/** Each with its head; an odd one has a byte after it. */
function chunksIn(bytes: Uint8Array): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw refuse('input.broken')
    const end = at + 8 + sizeAt(bytes, at + 4)
    if (end > bytes.length) throw refuse('input.broken')
    chunks.push(
      end % 2 === at % 2 ? bytes.subarray(at, end) : joined([bytes.subarray(at, end), new Uint8Array(1)]),
    )
    at = end + ((end - at) % 2)
  }
  return chunks
}
