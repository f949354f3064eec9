/** The form that somebody fills in, the work done for it out: looked for by the browser's own hash, beside whatever else the page does. */
import { answerOf, CHALLENGE_MS, hasZeroBits, ROUNDS, readChallenge } from '../../core/proof-of-work.ts'

/** Tries at a time: browsers hash in threads of their own. */
const AT_ONCE = 8
/** Whoever has looked for so long waits no longer by sending the form without. */
const MOST_MS = 30_000

/** Null where the browser does not hash here, or not in time: the form is sent without, and waits its turn. */
export async function solve(signed: string, until: number): Promise<string | null> {
  const read = readChallenge(signed)
  const subtle = globalThis.crypto?.subtle
  if (!read || !subtle) return null
  const bytes = new TextEncoder()
  const key = await subtle.importKey('raw', bytes.encode(signed), 'PBKDF2', false, ['deriveBits'])
  const holds = async (number: number): Promise<boolean> => {
    const how = {
      ...{ name: 'PBKDF2', hash: 'SHA-256', iterations: ROUNDS },
      salt: bytes.encode(String(number)),
    }
    return hasZeroBits(new Uint8Array(await subtle.deriveBits(how, key, 256)), read.challenge.bits)
  }
  for (let from = 0; Date.now() < until; from += AT_ONCE) {
    const tries = Array.from({ length: AT_ONCE }, (_, at) => from + at)
    const found = (await Promise.all(tries.map(holds))).indexOf(true)
    if (found >= 0) return answerOf(signed, from + found)
  }
  return null
}

export type Work = {
  /** Begins, if it has not begun: when somebody first touches the form. */
  readonly begin: () => void
  /** The answer to send, once; empty where there is none. */
  readonly take: () => Promise<string>
}

/** `form`: its name at the server; empty: no work is asked. */
export function workFor(form: string): Work {
  let [began, running]: [number, Promise<string | null> | null] = [0, null]
  const begin = (): Promise<string | null> => {
    // A challenge that is about to end is let go.
    if (!running || Date.now() - began > CHALLENGE_MS - MOST_MS) [began, running] = [Date.now(), ask(form)]
    return running
  }
  return {
    begin: () => void begin(),
    take: async () => {
      const answer = await begin()
      running = null
      return answer ?? ''
    },
  }
}

async function ask(form: string): Promise<string | null> {
  if (form === '') return null
  try {
    const response = await fetch(`/effort/${form}`)
    return response.ok ? await solve(await response.text(), Date.now() + MOST_MS) : null
  } catch {
    return null
  }
}
