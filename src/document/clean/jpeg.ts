/** The bytes of a JPEG in, the same picture without anything that tells of its maker out. No dot is changed: what is compressed is copied. */
import { refuse } from '../../core/faults.ts'

/** Start of image, end, start of scan, restarts: markers without a length, or with data after them. */
const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
const [APP0, APP1, APP14] = [0xe0, 0xe1, 0xee]
const isApplication = (marker: number): boolean => marker >= APP0 && marker <= 0xef
const isPlain = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01
/** Tables, frames, scans and restarts, without which there is no picture. */
const isPicture = (marker: number): boolean => marker >= 0xc0 && marker <= 0xdf && marker !== EOI

/** Frame, density and no small picture: `JFIF` in its shortest form. */
const JFIF = [0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]

/**
 * Kept: tables, frames, scans, the mark of how colours are mixed (Adobe), and which way is up, if it is not usual. Left out: every
 * other application segment (Exif with place, device and small picture, XMP, IPTC, ICC, makers' own), comments, and all after the end.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw refuse('input.broken')
  const kept: Uint8Array[] = [Uint8Array.from([0xff, SOI, ...JFIF])]
  let [at, turn] = [2, 1]
  const tail: Uint8Array[] = []
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw refuse('input.broken')
    if (marker === EOI) break
    if (isPlain(marker)) {
      at += 2
      continue
    }
    const end = at + 2 + lengthAt(bytes, at + 2)
    if (end > bytes.length) throw refuse('input.broken')
    const segment = bytes.subarray(at, end)
    if (marker === APP1) turn = turnIn(segment) ?? turn
    if (isPicture(marker) || (marker === APP14 && isAdobe(segment))) tail.push(segment)
    else if (!isApplication(marker) && marker !== 0xfe) throw refuse('input.broken')
    at = end
    if (marker === SOS) {
      const stop = endOfScan(bytes, at)
      tail.push(bytes.subarray(at, stop))
      at = stop
    }
  }
  if (turn !== 1) kept.push(turned(turn))
  return joined([...kept, ...tail, Uint8Array.from([0xff, EOI])])
}

const lengthAt = (bytes: Uint8Array, at: number): number => {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  if (length < 2) throw refuse('input.broken')
  return length
}

/** Twelve bytes that say whether colours are mixed: without them a picture of four inks turns inside out. Longer ones carry more. */
const isAdobe = (segment: Uint8Array): boolean =>
  segment.length === 16 && String.fromCharCode(...segment.subarray(4, 9)) === 'Adobe'

/** In a scan 0xFF stands before 0 or a restart; before anything else the scan is over. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    const next = bytes[at + 1]
    if (at < 0 || next === undefined) throw refuse('input.broken')
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2
    else if (next === 0xff) at += 1
    else return at
  }
}

/** Which way is up (Exif tag 0x0112): 1 to 8; null where it is not said. */
function turnIn(segment: Uint8Array): number | null {
  if (String.fromCharCode(...segment.subarray(4, 10)) !== 'Exif\0\0') return null
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10)
  try {
    const little = view.getUint16(0) === 0x4949
    const first = view.getUint32(4, little)
    const count = view.getUint16(first, little)
    for (let entry = 0; entry < count; entry += 1) {
      const place = first + 2 + entry * 12
      if (view.getUint16(place, little) !== 0x0112) continue
      const turn = view.getUint16(place + 8, little)
      return turn >= 1 && turn <= 8 ? turn : null
    }
  } catch {
    // Exif that ends within itself says nothing.
  }
  return null
}

/** Exif with one entry and nothing else. */
const turned = (turn: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0],
  ])

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
