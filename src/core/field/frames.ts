/** Items in, the bytes of a file that carries them out, the same that is sent; and back, as it arrives, however much of it there is. */
import { type Frame, type ItemHead, isHead, LARGEST_ITEM, type Vouched } from './item.ts'

const FIRST = 'aigaq field@1\n'
const NEWLINE = 10
/** No line of ours is longer. */
const LONGEST_LINE = 600

export const opening = (): Uint8Array => new TextEncoder().encode(FIRST)

/** One line that says what follows, and the bytes. */
export function framed({ head, vouched, from, body }: Frame): Uint8Array {
  const line = JSON.stringify({ ...head, ...vouched, from, length: body.length })
  const first = new TextEncoder().encode(`${line}\n`)
  const bytes = new Uint8Array(first.length + body.length)
  bytes.set(first)
  bytes.set(body, first.length)
  return bytes
}

type Head = { readonly head: ItemHead; readonly vouched: Vouched | null; readonly from: number }
type Read = Head & { readonly length: number }

/** Thrown for a file that is none of these, or no longer is one from here on. `whole`: frames before that place. */
export class NotFrames extends Error {
  readonly whole: number
  constructor(whole: number) {
    super('no frames')
    this.whole = whole
  }
}

/**
 * Yields each frame as soon as all of it is there. A file that was torn off ends quietly before the frame that is not whole:
 * what was carried before the tear is not lost.
 */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const source = sourceOf(chunks)
  const opened = await source.take(FIRST.length)
  if (opened === null || new TextDecoder().decode(opened) !== FIRST) throw new NotFrames(0)
  for (let whole = 0; ; whole += 1) {
    const line = await source.line()
    if (line === null) return
    const read = lineIn(new TextDecoder().decode(line))
    if (!read) throw new NotFrames(whole)
    const body = await source.take(read.length)
    if (body === null) return
    yield { head: read.head, vouched: read.vouched, from: read.from, body }
  }
}

function lineIn(line: string): Read | null {
  try {
    const { id, bytes, list, key, signature, from, length, ...more } = JSON.parse(line) as Record<
      string,
      unknown
    >
    const head = { id: String(id), bytes: Number(bytes), list: Number(list) }
    const [start, long] = [Number(from), Number(length)]
    const fits = Number.isSafeInteger(start) && Number.isSafeInteger(long) && start >= 0 && long >= 0
    if (!isHead(head) || !fits || start + long > head.bytes || Object.keys(more).length > 0) return null
    if (key === undefined && signature === undefined)
      return { head, vouched: null, from: start, length: long }
    if (typeof key !== 'string' || typeof signature !== 'string') return null
    return { head, vouched: { key, signature }, from: start, length: long }
  } catch {
    return null
  }
}

/** Takes as much as is asked for out of what arrives in any lengths; null when it ends before. */
function sourceOf(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]()
  let held: Uint8Array[] = []
  let length = 0
  const more = async (): Promise<boolean> => {
    const { done, value } = await iterator.next()
    if (done) return false
    held.push(value)
    length += value.length
    return true
  }
  const join = (): Uint8Array => {
    const [only] = held
    if (held.length === 1 && only) return only
    const all = new Uint8Array(length)
    let at = 0
    for (const one of held) {
      all.set(one, at)
      at += one.length
    }
    held = [all]
    return all
  }
  const cut = (end: number): Uint8Array => {
    const all = join()
    held = [all.subarray(end)]
    length = all.length - end
    // A copy: what a driver gives may be a window into a larger buffer, and `slice` of that shares it.
    return new Uint8Array(all.subarray(0, end))
  }
  return {
    take: async (many: number): Promise<Uint8Array | null> => {
      if (many > LARGEST_ITEM) return null
      while (length < many) if (!(await more())) return null
      return cut(many)
    },
    line: async (): Promise<Uint8Array | null> => {
      for (;;) {
        const end = join().indexOf(NEWLINE)
        if (end >= 0 && end <= LONGEST_LINE) return cut(end + 1).subarray(0, end)
        // A line that does not end is none of ours; what is left of a torn one is nothing.
        if (length > LONGEST_LINE) return new Uint8Array(0)
        if (!(await more())) return null
      }
    },
  }
}
