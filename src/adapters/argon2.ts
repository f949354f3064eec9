/** A passphrase in, its Argon2id hash out; and whether a passphrase is the one that was hashed. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { refuse } from '../core/faults.ts'

/** 64 MiB, three passes, one lane: about an eighth of a second here, and costly on the graphics cards of others. */
const [MEMORY, PASSES, LANES, BYTES] = [65_536, 3, 1, 32]
/** Each hash holds 64 MiB while it runs: more at once would let a flood of sign-ins take the machine. */
const AT_ONCE = 2
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw refuse('account.slow')
    await new Promise<void>((go) => waiting.push(go))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

const derive = (passphrase: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const message = passphrase.normalize('NFKC')
        argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, tag) =>
          error ? reject(error) : resolve(tag),
        )
      }),
  )

const encoded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** In the usual notation, so that another program can check it. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(passphrase, nonce, { memory: MEMORY, passes: PASSES, parallelism: LANES }, BYTES)
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=${LANES}$${encoded(nonce)}$${encoded(tag)}`
}

const NOTATION = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

/** A hash that no passphrase has: whoever is not here costs the same time as whoever is. */
export const NOBODY = `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=${LANES}$${'A'.repeat(22)}$${'A'.repeat(43)}`

export async function isPassphrase(passphrase: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = NOTATION.exec(hash) ?? []
  const expected = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const found = await derive(passphrase, Buffer.from(nonce, 'base64'), cost, expected.length)
  return timingSafeEqual(found, expected)
}
