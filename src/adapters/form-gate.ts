/** A public form as it comes in: with work done for it, it passes; without, it waits its turn. Nobody is asked for a picture, and nobody else is asked. */
import { createHmac, createSecretKey, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { refuse } from '../core/faults.ts'
import {
  bitsFor,
  CHALLENGE_MS,
  hasZeroBits,
  ROUNDS,
  readAnswer,
  readChallenge,
  textOfChallenge,
} from '../core/proof-of-work.ts'
import { nextTurn } from '../core/slow-down.ts'

export type FormGate = {
  readonly form: string
  /** False: no work is asked, and every form waits its turn. */
  readonly asks: boolean
  /** A signed challenge, to be answered once. */
  readonly challenge: () => string
  /**
   * Resolves when the form may go on, and says how it came through. Work that is late, used or none is no fault: such a form waits.
   * Throws `request.too-many` when too many wait already.
   */
  readonly pass: (answer: string) => Promise<'worked' | 'waited'>
}

export type GateOf = {
  readonly form: string
  /** Zero bits that are asked for when it is quiet; 0: none. */
  readonly bits: number
  /** Forms a minute that are quiet; each doubling asks for a bit more. */
  readonly perMinute: number
}
type Outside = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> }
const OUTSIDE: Outside = { now: Date.now, wait: (ms) => new Promise((go) => setTimeout(go, ms)) }
const MINUTE = 60_000

/** Keeps a key, what was answered, and how many came lately, in memory alone: after a new start every form that was open waits its turn once. */
export function formGate({ form, bits, perMinute }: GateOf, { now, wait } = OUTSIDE): FormGate {
  const key = createSecretKey(randomBytes(32))
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const answered = new Map<string, number>()
  const lately = counter(now)
  let last = 0

  /** The first answer uses a challenge up, right or wrong: each guess costs whoever guesses a challenge. */
  async function isAnswered(answer: string): Promise<boolean> {
    const given = readAnswer(answer)
    const read = given && readChallenge(given.signed)
    if (!read || read.challenge.form !== form || read.challenge.until < now()) return false
    const signature = Buffer.from(read.signature, 'base64url')
    if (signature.length !== 32 || !timingSafeEqual(signature, sign(read.text))) return false
    if (answered.has(read.challenge.chance)) return false
    for (const [chance, until] of answered) {
      if (until >= now()) break
      answered.delete(chance)
    }
    answered.set(read.challenge.chance, read.challenge.until)
    return hasZeroBits(await hashOf(given.signed, given.number), read.challenge.bits)
  }

  return {
    form,
    asks: bits > 0,
    challenge: () => {
      const asked = bitsFor({ bits, perMinute }, lately.count())
      const chance = randomBytes(16).toString('hex')
      const text = textOfChallenge({ form, until: now() + CHALLENGE_MS, bits: asked, chance })
      return `${text}.${sign(text).toString('base64url')}`
    },
    pass: async (answer) => {
      if (bits > 0 && (await isAnswered(answer))) {
        lately.add()
        return 'worked'
      }
      const turn = nextTurn(last, now())
      if (turn === null) throw refuse('request.too-many', { seconds: Math.ceil((last - now()) / 1000) })
      last = turn
      await wait(turn - now())
      lately.add()
      return 'waited'
    },
  }
}

const hashOf = (signed: string, number: string): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    pbkdf2(signed, number, ROUNDS, 32, 'sha256', (error, hash) => (error ? reject(error) : resolve(hash))),
  )

/** How many came in this minute or the one before, whichever were more. */
function counter(now: () => number): { readonly add: () => void; readonly count: () => number } {
  let [minute, current, before] = [0, 0, 0]
  const turn = (): void => {
    const is = Math.floor(now() / MINUTE)
    if (is === minute) return
    before = is === minute + 1 ? current : 0
    ;[minute, current] = [is, 0]
  }
  return {
    add: () => {
      turn()
      current += 1
    },
    count: () => {
      turn()
      return Math.max(current, before)
    },
  }
}
