/** What waits in, sent to the house piece by piece; what the house proved that it has is let go of, and nothing else. */
import { receiptFor, vouchFor } from '../../../adapters/sealed/phone-pass.ts'
import { framed, opening } from '../../../core/field/frames.ts'
import { type Frame, PIECE } from '../../../core/field/item.ts'
import type { Waiting } from '../../../core/field/outbox.ts'
import { bodyOf, type KeptPass, letGo, waiting } from './phone-store.ts'

type Answer = {
  readonly had: Readonly<Record<string, number>>
  readonly receipts: Readonly<Record<string, string>>
  readonly refused: Readonly<Record<string, string>>
}
/** `stopped`: the network broke off, or somebody said so; what was acknowledged until then stays so. */
export type Sent = { readonly gone: number; readonly refused: ReadonlySet<string>; readonly stopped: boolean }

/** On a line so bad that this does not pass, nothing does. */
const LEAST_PIECE = 8 * 1024
const TRIES = 4

/** `progress`: how many are done, of how many. */
export async function sendAll(
  pass: KeptPass,
  progress: (done: number, of: number) => void,
  stop: AbortSignal,
): Promise<Sent> {
  const all = await waiting()
  const refused = new Set<string>()
  const line = lineTo(pass, stop)
  let gone = 0
  try {
    for (const batch of batches(all)) {
      progress(gone + refused.size, all.length)
      for (const answer of await answersTo(line, batch, pass)) {
        for (const id of Object.keys(answer.refused)) refused.add(id)
        // Whoever stands between can answer too, and cannot make a receipt.
        const proved = batch
          .map((one) => one.head.id)
          .filter((id) => answer.receipts[id] === receiptFor(pass.receipts, id))
        await letGo(proved)
        gone += proved.length
      }
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { gone, refused, stopped: true }
  }
  return { gone, refused, stopped: false }
}

class Broken extends Error {}

/** Together, if the line carries that much; else each by itself. */
async function answersTo(line: Line, batch: readonly Waiting[], pass: KeptPass): Promise<readonly Answer[]> {
  const bytes = batch.reduce((sum, one) => sum + one.head.bytes, 0)
  const whole =
    batch.length > 1 && bytes <= line.size() ? await line.once(await wholeFrames(batch, pass)) : null
  if (whole) return [whole]
  const answers: Answer[] = []
  for (const one of batch) answers.push(await oneByPieces(line, one, pass))
  return answers
}

/** Small ones together, a large one by itself. */
function batches(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const made: Waiting[][] = []
  let room = 0
  for (const one of [...all].sort((a, b) => a.head.bytes - b.head.bytes)) {
    const last = made.at(-1)
    if (last && one.head.bytes <= room) {
      last.push(one)
      room -= one.head.bytes
    } else {
      made.push([one])
      room = PIECE - one.head.bytes
    }
  }
  return made
}

const vouched = (one: Waiting, pass: KeptPass) => one.vouched ?? vouchFor(pass, one.head)

async function wholeFrames(batch: readonly Waiting[], pass: KeptPass): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  for (const one of batch) {
    const body = await bodyOf(one.head.id)
    if (body) frames.push({ head: one.head, vouched: vouched(one, pass), from: 0, body })
  }
  return frames
}

/** Asks first how much of it is there already: from an earlier try, or by another phone. */
async function oneByPieces(line: Line, one: Waiting, pass: KeptPass): Promise<Answer> {
  const body = await bodyOf(one.head.id)
  if (!body) return { had: {}, receipts: {}, refused: {} }
  const { id, bytes } = one.head
  const frame = { head: one.head, vouched: vouched(one, pass) }
  const piece = (from: number): Promise<Answer> =>
    line.sure((size) => ({ ...frame, from, body: body.subarray(from, from + size) }))
  let answer =
    bytes > line.size()
      ? await line.sure(() => ({ ...frame, from: 0, body: body.subarray(0, 0) }))
      : await piece(0)
  for (let had = -1; answer.refused[id] === undefined && (answer.had[id] ?? 0) < bytes; ) {
    // What does not grow never ends: the answer is none of ours.
    if ((answer.had[id] ?? 0) <= had) throw new Broken('no growth')
    had = answer.had[id] ?? 0
    answer = await piece(had)
  }
  return answer
}

type Line = {
  /** What passes at present. */
  readonly size: () => number
  /** Null: it did not pass; the next will be smaller. */
  readonly once: (frames: readonly Frame[]) => Promise<Answer | null>
  /** Tried again, smaller each time; throws Broken when it is no use. */
  readonly sure: (frame: (size: number) => Frame) => Promise<Answer>
}

/** Pieces get smaller when one did not pass, and larger again when some did. */
function lineTo(pass: KeptPass, stop: AbortSignal): Line {
  let size = PIECE
  const to = `/field/items?as=${encodeURIComponent(pass.key)}`
  const once = async (frames: readonly Frame[]): Promise<Answer | null> => {
    const body = new Blob([opening(), ...frames.map(framed)].map((one) => one.slice()))
    const headers = { 'Content-Type': 'application/octet-stream', Accept: 'application/json' }
    const answer = await fetch(to, { method: 'POST', body, signal: stop, cache: 'no-store', headers }).catch(
      () => null,
    )
    size = answer?.ok ? Math.min(PIECE, size * 2) : Math.max(LEAST_PIECE, size / 2)
    return answer?.ok ? ((await answer.json()) as Answer) : null
  }
  return {
    size: () => size,
    once,
    sure: async (frame) => {
      for (let tries = 1; tries <= TRIES && !stop.aborted; tries += 1) {
        const answer = await once([frame(size)])
        if (answer) return answer
        if (!navigator.onLine) break
        await new Promise((done) => setTimeout(done, 500 * tries))
      }
      throw new Broken('no line')
    },
  }
}
