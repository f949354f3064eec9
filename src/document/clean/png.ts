/** The bytes of a PNG in, the same picture without anything that tells of its maker out: chunks that hold the picture are copied, all others are not. */
import { refuse } from '../../core/faults.ts'
import { joined } from './jpeg.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Size, palette, dots, transparency, how light is meant, and the pictures of a moving one. No text, time, Exif, profile or unknown chunk. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'],
  ...['acTL', 'fcTL', 'fdAT'],
])

export function cleanPng(bytes: Uint8Array): Uint8Array {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) throw refuse('input.broken')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw refuse('input.broken')
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw refuse('input.broken')
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end))
    // A large first letter says that no picture is had without it.
    else if (/^[A-Z]/.test(name)) throw refuse('input.broken')
    // What comes after the end is no part of the picture.
    if (name === 'IEND') return joined(kept)
    at = end
  }
}
