/** A key outside the database in; texts sealed and opened with it, marks that only it can make, out. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../core/faults.ts'
import { makeFolder } from './folder.ts'
import { writeWhole } from './whole-file.ts'

export type Sealing = {
  /** AES-256-GCM; `bound` must be the same to open it: a sealed text cannot be moved to another row. */
  readonly seal: (text: string, bound: string) => string
  /** Throws for what was not sealed with this key. */
  readonly open: (sealed: string, bound: string) => string
  /** The same for the same text, and nothing to whoever lacks the key. */
  readonly mark: (text: string) => string
  readonly isMark: (text: string, mark: string) => boolean
  /** Writes zeros over the key in memory; whoever needs it is refused until it is read again. */
  readonly forget: () => void
  /** Lets a key that was forgotten be read again at its next use. */
  readonly wake: () => void
}

const NAME = 'letters.key'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `given`: 32 bytes in base64, from the environment; empty: a file in the folder, made at its first use. */
export function openSealing(given: string, folder: string): Sealing {
  const path = join(folder, NAME)
  if (given === '' && !existsSync(path)) {
    makeFolder(folder)
    writeWhole(path, randomBytes(KEY_BYTES).toString('base64'))
  }
  const read = (): Sealing => {
    const text = given === '' ? readFileSync(path) : Buffer.from(given)
    const key = decoded(text)
    text.fill(0)
    return sealingWith(key)
  }
  let kept: Sealing | null = read()
  let isForgotten = false
  const own = (): Sealing => {
    // A request that was under way when the house was shut would bring the key back.
    if (isForgotten) throw refuse('house.shut')
    kept ??= read()
    return kept
  }
  return {
    seal: (text, bound) => own().seal(text, bound),
    open: (sealed, bound) => own().open(sealed, bound),
    mark: (text) => own().mark(text),
    isMark: (text, mark) => own().isMark(text, mark),
    forget: () => {
      kept?.forget()
      kept = null
      isForgotten = true
    },
    wake: () => {
      isForgotten = false
    },
  }
}

const SIGNS = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
/** Base64, without a string in between: one that holds a key cannot be written over. */
function decoded(text: Buffer): Buffer {
  const bytes: Buffer = Buffer.alloc(text.length)
  let [at, held, bits] = [0, 0, 0]
  for (const sign of text) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 0xff
    at += 1
  }
  return bytes.subarray(0, at)
}

export function sealingWith(key: Buffer): Sealing {
  if (key.length !== KEY_BYTES)
    throw new Error(`the key that seals addresses has ${key.length} bytes, not ${KEY_BYTES}`)
  // One key for each use, so that what one tells says nothing of the other.
  const part = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, '', `aigaq letters ${use}`, KEY_BYTES))
  const [sealer, marker] = [part('seal'), part('mark')]
  let isForgotten = false
  /** Zeros are a key as well: what they would seal anybody could open, and what they would mark anybody could try. */
  const held = <T>(one: T): T => {
    if (isForgotten) throw refuse('house.shut')
    return one
  }
  const mark = (text: string): string => createHmac('sha256', held(marker)).update(text).digest('base64url')
  return {
    seal: (text, bound) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', held(sealer), nonce).setAAD(Buffer.from(bound))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open: (sealed, bound) => {
      const bytes = Buffer.from(sealed, 'base64')
      const opener = createDecipheriv('aes-256-gcm', held(sealer), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(bound))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([opener.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), opener.final()]).toString(
        'utf8',
      )
    },
    mark,
    isMark: (text, given) => {
      const [own, other] = [Buffer.from(mark(text)), Buffer.from(given)]
      return own.length === other.length && timingSafeEqual(own, other)
    },
    forget: () => {
      isForgotten = true
      for (const one of [key, sealer, marker]) one.fill(0)
    },
    wake: () => {},
  }
}
