/** Time stamps of an authority made here, and one by another program: what holds holds, and each fault is found and named. */
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Authority, authority } from '../../../test/time-stamp/authority.ts'
import { NotStamped, requestFor, tokenIn } from './ask.ts'
import { checkStamp } from './check.ts'
import { tokenOf } from './token.ts'

const AT = new Date('2026-11-23T08:00:00Z')
const NOW = '2026-11-23T09:00:00.000Z'
const NONCE = Uint8Array.from([64, ...Array(15).fill(7)])
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const LETTER = hashOf('A letter')
let ours: Authority
const stampBy = (who: Authority, at = AT): Uint8Array =>
  tokenIn(who.answer(requestFor(LETTER, NONCE), at), NONCE)
const check = (token: Uint8Array, who = ours, sha256 = LETTER) =>
  checkStamp({ token, sha256, believed: [who.root], now: NOW })

beforeAll(async () => {
  ours = await authority()
})

describe('a stamp', () => {
  it('holds for what was stamped, at the time that the authority says', () => {
    expect(check(stampBy(ours))).toEqual({ kind: 'holds', at: AT.toISOString(), by: 'Example time stamps' })
  })

  it('of another program holds: one that openssl made, over two certificates', () => {
    const read = (name: string) => readFileSync(new URL(`../../../test/time-stamp/${name}`, import.meta.url))
    const token = Buffer.from(read('token.txt').toString('utf8'), 'base64')
    const believed = [new X509Certificate(read('root.pem'))]
    const sha256 = createHash('sha256').update(read('letter.txt')).digest('hex')
    expect(checkStamp({ token, sha256, believed, now: '2026-11-27T00:00:00.000Z' })).toEqual({
      ...{ kind: 'holds', at: '2026-11-26T17:08:55.000Z', by: 'Example time stamps' },
    })
    expect(checkStamp({ token, sha256, believed: [], now: NOW })).toEqual({ kind: 'unknown' })
  })

  it.each<[string, () => Promise<unknown> | unknown, string]>([
    ['of another hash', () => check(stampBy(ours), ours, hashOf('Another letter')), 'imprint'],
    ['of an authority that nobody knows', async () => check(stampBy(await authority())), 'unknown'],
    [
      'whose certificate had ended',
      async () => {
        const ended = await authority({ until: '2026-11-01' })
        return check(stampBy(ended), ended)
      },
      'expired',
    ],
    [
      'by a certificate for web pages',
      async () => {
        const web = await authority({ purpose: '1.3.6.1.5.5.7.3.1' })
        return check(stampBy(web), web)
      },
      'purpose',
    ],
    ['of tomorrow', () => check(stampBy(ours, new Date('2026-11-24T08:00:00Z'))), 'future'],
    ['cut short', () => check(stampBy(ours).slice(0, -3)), 'shape'],
    ['with something after it', () => check(Uint8Array.from([...stampBy(ours), 0])), 'shape'],
    ['of words', () => check(Buffer.from('holds')), 'shape'],
    ['of nothing', () => check(new Uint8Array()), 'shape'],
  ])('%s does not hold, and says why', async (_what, checked, kind) => {
    expect(await checked()).toEqual({ kind })
  })

  it('in which the hash of what was signed is no string of bytes is a verdict, and no error of the program', () => {
    const token = stampBy(ours)
    const type = Buffer.from('06092a864886f70d010904', 'hex')
    // After the kind of the attribute: a set, its length, and then the hash under the tag of bytes.
    const tag = Buffer.from(token).indexOf(type) + type.length + 2
    expect(token[tag]).toBe(0x04)
    for (const other of [0x01, 0x05, 0x06, 0x0c, 0x14, 0x30, 0x84]) {
      const altered = Uint8Array.from(token)
      altered[tag] = other
      expect(['shape', 'signature'], `tag ${other}`).toContain(check(altered).kind)
    }
  })

  it('changed in any byte does not hold, or says the same: what is signed cannot be changed', () => {
    const token = stampBy(ours)
    const held = check(token)
    const { content, signed, signer } = tokenOf(token) ?? {}
    const bytes = Buffer.from(token)
    // The set was signed under another tag than it stands under.
    const parts = [content, signed?.subarray(1), new Uint8Array(signer?.signature.buffer ?? [])]
    const ranges = parts.map((part) => [bytes.indexOf(part ?? ''), part?.length ?? 0] as const)
    expect(ranges.every(([at, length]) => at > 0 && length > 60)).toBe(true)
    for (let at = 0; at < token.length; at += 1) {
      const altered = Uint8Array.from(token)
      altered[at] = (altered[at] ?? 0) ^ 1
      const found = check(altered)
      const isSigned = ranges.some(([from, length]) => at >= from && at < from + length)
      if (isSigned) expect(found.kind, `byte ${at}`).not.toBe('holds')
      else if (found.kind === 'holds') expect(found).toEqual(held)
    }
  })
})

describe('an answer', () => {
  it('to another request is not taken', () => {
    const answer = ours.answer(requestFor(LETTER, NONCE), AT)
    expect(() => tokenIn(answer, Uint8Array.from([65, ...Array(15).fill(7)]))).toThrow(NotStamped)
  })
  it.each(['', '<html>', '0'])('that is %j is not taken', (text) => {
    expect(() => tokenIn(Buffer.from(text), NONCE)).toThrow(NotStamped)
  })
})
