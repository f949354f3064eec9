/** Sealed things of one day, or what is known of them ⇄ one part of a backup: a line, the bytes as they came, and padding to one of few sizes. */
import { toldSize } from '../../core/backup/told-size.ts'
import type { ToldHead, ToldState } from '../../store/told.ts'

/** `lengths`: of the bodies that follow the line, in the order of the letters. */
export type ToldLine =
  | { readonly kind: 'day'; readonly letters: readonly ToldHead[]; readonly lengths: readonly number[] }
  | { readonly kind: 'state'; readonly state: ToldState }
export type ToldPart = { readonly line: ToldLine; readonly bodies: readonly Uint8Array[] }

const NEW_LINE = 10

export function packTold(line: ToldLine, bodies: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.from(`${JSON.stringify(line)}\n`)
  const whole = new Uint8Array(toldSize(bodies.reduce((sum, one) => sum + one.length, head.length)))
  whole.set(head)
  let at = head.length
  for (const body of bodies) {
    whole.set(body, at)
    at += body.length
  }
  return whole
}

/** Bytes that were checked against what was signed. */
export function unpackTold(bytes: Uint8Array): ToldPart {
  const end = bytes.indexOf(NEW_LINE)
  const line = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as ToldLine
  const bodies: Uint8Array[] = []
  let at = end + 1
  for (const length of line.kind === 'day' ? line.lengths : []) {
    bodies.push(bytes.slice(at, at + length))
    at += length
  }
  return { line, bodies }
}
