/** A request in, its body counted while it arrives out: how many bytes came, how fast lately, and a way to end it. */
import type { Context } from 'hono'

export type Mark = { readonly at: number; readonly bytes: number }
export type Arriving = {
  readonly bytes: number
  readonly marks: readonly Mark[]
  /** How much came by now, to be judged by later. */
  readonly mark: (now: number) => void
  /** Whoever reads the body gets this error, and what came of it is let go. */
  readonly cut: (error: Error) => void
}

/** Looked at over this long: Tor stands still for some seconds, and goes on. */
export const WINDOW_MS = 20_000
export const LOOK_MS = WINDOW_MS / 4

export type ToArrive = {
  readonly now: number
  /** Told of each chunk, before anybody gets it. */
  readonly more: () => void
  readonly broken: () => Error
}

/** The request of `c` is replaced by one that is counted. */
export function arriving(c: Context, { now, more, broken }: ToArrive): Arriving {
  const body = c.req.raw.body?.getReader()
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  const own = { bytes: 0, marks: [{ at: now, bytes: 0 }] as readonly Mark[] }
  const cut = (error: Error): void => {
    out?.error(error)
    out = undefined
    void body?.cancel(error).catch(() => {})
  }
  const counted = new ReadableStream<Uint8Array>({
    start: (controller) => {
      out = controller
    },
    pull: async () => {
      const next = await body?.read().catch(() => void cut(broken()))
      if (!out || !next) return
      if (next.done) return out.close()
      own.bytes += next.value.length
      more()
      // Let go while it was weighed: then it is no longer there.
      out?.enqueue(next.value)
    },
    cancel: (reason) => body?.cancel(reason),
  })
  if (body) c.req.raw = new Request(c.req.raw, { body: counted, duplex: 'half' } as RequestInit)
  return {
    get bytes() {
      return own.bytes
    },
    get marks() {
      return own.marks
    },
    mark: (at) => {
      if (at - (own.marks.at(-1)?.at ?? 0) >= LOOK_MS)
        own.marks = [...since(own.marks, at), { at, bytes: own.bytes }]
    },
    cut,
  }
}

/** The newest mark that is a window old, and those after it. */
const since = (marks: readonly Mark[], now: number): readonly Mark[] =>
  marks.slice(
    Math.max(
      0,
      marks.findLastIndex((one) => now - one.at >= WINDOW_MS),
    ),
  )

/** Bytes a second over the last window; null before one is over. */
export function rateOf(marks: readonly Mark[], { at, bytes }: Mark): number | null {
  const [first] = since(marks, at)
  if (!first || at - first.at < WINDOW_MS) return null
  return ((bytes - first.bytes) * 1_000) / (at - first.at)
}
