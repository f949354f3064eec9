/** What is sealed to several people: each of them opens it, nobody else does, and what is no list is believed by nobody. */
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import { bucketOf } from '../../core/sealed/bucket.ts'
import { packedFile, packedText, textOf, unpacked } from '../../core/sealed/envelope.ts'
import { fromProquints, toProquints } from '../../core/sealed/proquint.ts'
import { faultsOfList, type RecipientList, readList } from '../../core/sealed/recipients.ts'
import { makeIdentity, readRecipients, secretsIn } from '../../usecases/sealed/offline-keys.ts'
import { openOne, sealAgain, sealOne } from '../../usecases/sealed/sealed-files.ts'
import { lockIdentity, newIdentity, openIdentity, openWith, sealStream, sealTo } from './age.ts'
import { newReceipt, readReceipt } from './receipt.ts'
import { newRootFile, readRootFile } from './root-key.ts'
import { listSignedBy, newRoot, readSigned, signList } from './signed-list.ts'

const DAY = '2026-11-23'
const [lena, bota, daniyar] = [await newIdentity(), await newIdentity(), await newIdentity()]
const listOf = (more: Partial<RecipientList> = {}): RecipientList => ({
  seq: 3,
  issued: '2026-11-01',
  expires: '2027-01-31',
  recipients: [
    { key: lena.key, who: 'lena', place: 'inside' },
    { key: bota.key, who: 'bota', place: 'abroad' },
  ],
  ...more,
})
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a word of sixteen bits', () => {
  // From the examples of the paper (127.0.0.1 and its neighbours).
  it.each([
    [[127, 0, 0, 1], 'lusab-babad'],
    [[63, 84, 220, 193], 'gutih-tugad'],
    [[140, 98, 193, 141], 'mudof-sakat'],
    [[212, 58, 253, 68], 'tibup-zujah'],
  ])('%j is said %s', (octets, said) => {
    expect(toProquints(Uint8Array.from(octets))).toBe(said)
  })

  it('is read back however it was written down', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 32 }), (some) => {
        const even = some.slice(0, some.length & ~1)
        const typed = toProquints(even).toUpperCase().replaceAll('-', '  ')
        expect(fromProquints(typed)).toEqual(even)
      }),
    )
  })
  it.each(['', 'lusa', 'lusab-baba', 'eusab', 'lusab-xxxxx'])('%j is none', (typed) => {
    expect(fromProquints(typed)).toBeNull()
  })
})

describe('padding', () => {
  it.each([
    [0, 4096],
    [4096, 4096],
    [4097, 16_384],
    [65_537, 262_144],
    [262_145, 1_048_576],
    [1_048_577, 2_097_152],
  ])('%d bytes become %d', (length, padded) => expect(bucketOf(length)).toBe(padded))

  it('tells nothing of the length, and takes nothing from the content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9_000 }), (content) => {
        const packed = packedFile(content, 'a.bin', 'application/octet-stream')
        expect(bucketOf(packed.length)).toBe(packed.length)
        expect(unpacked(packed)?.content).toEqual(content)
      }),
    )
  })
  it.each(['', 'no line', '{}\nwords\u0080', '{"form":"sealed@2","what":"text"}\nx'])(
    'what was not packed here is told from it: %j',
    (text) => expect(unpacked(bytes(text))).toBeNull(),
  )
})

describe('what is sealed', () => {
  it('is opened by each of the list and by nobody else', async () => {
    const sealed = await sealOne(listOf(), {
      bytes: bytes('Тайна: қыз үйде'),
      name: null,
      about: 'incident x',
    })
    expect(recipientsIn(sealed)).toBe(2)
    for (const { secret } of [lena, bota]) {
      const opened = await openOne([secret], sealed)
      expect([textOf(opened), opened.envelope.about]).toEqual(['Тайна: қыз үйде', 'incident x'])
    }
    expect(await openWith([daniyar.secret], sealed)).toBeNull()
  })

  it('does not open when one byte was altered', async () => {
    const sealed = await sealTo([lena.key, bota.key], packedText('x'))
    for (const at of [30, 200, sealed.length - 1]) {
      const altered = sealed.slice()
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(await openWith([lena.secret], altered)).toBeNull()
    }
  })

  it('streamed in pieces is the same as sealed at once', async () => {
    const whole = packedText('ж'.repeat(100_000))
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < whole.length; at += 7_777) controller.enqueue(whole.slice(at, at + 7_777))
        controller.close()
      },
    })
    const sealed = new Uint8Array(
      await new Response(await sealStream([lena.key, bota.key], pieces)).arrayBuffer(),
    )
    expect(await openWith([bota.secret], sealed)).toEqual(whole)
  })

  it('is told from what is not: words, a passphrase that somebody else may know, half a file', async () => {
    const sealed = await sealTo([lena.key, bota.key], packedText('x'))
    expect(recipientsIn(bytes('words in the clear'))).toBeNull()
    expect(recipientsIn(await lockIdentity('words', 'a passphrase', 2))).toBeNull()
    expect(recipientsIn(sealed.slice(0, 180))).toBeNull()
    expect(recipientsIn(await sealTo([lena.key], packedText('x')))).toBe(1)
  })

  it('reaches a new colleague when somebody who can open it seals it anew, and a lost key opens nothing of that', async () => {
    const sealed = await sealOne(listOf(), { bytes: bytes('kept'), name: null })
    const [botaOnly] = listOf().recipients.slice(1)
    const next = listOf({
      seq: 4,
      recipients: [...(botaOnly ? [botaOnly] : []), { key: daniyar.key, who: 'daniyar', place: 'inside' }],
    })
    const again = await sealAgain([bota.secret], sealed, next)
    expect(textOf(await openOne([daniyar.secret], again))).toBe('kept')
    await expect(openOne([lena.secret], again)).rejects.toMatchObject({ code: 'sealed.other' })
    await expect(sealAgain([daniyar.secret], sealed, next)).rejects.toMatchObject({ code: 'sealed.other' })
  })
})

describe('a key of one’s own', () => {
  it('under a passphrase opens with it alone', async () => {
    const locked = await lockIdentity(`# a comment\n${lena.secret}\n`, 'six words that nobody guesses', 2)
    expect(await openIdentity(locked, 'six words that nobody guesses')).toEqual({
      kind: 'open',
      secrets: [lena.secret],
    })
    expect((await openIdentity(locked, 'others')).kind).toBe('passphrase')
    expect((await openIdentity(locked, '')).kind).toBe('passphrase')
    expect(Buffer.from(locked).includes(lena.secret)).toBe(false)
  })
  it('is no key when it is something else', async () => {
    await expect(secretsIn(bytes('age1…'), '')).rejects.toMatchObject({ code: 'sealed.identity' })
    const { file, key } = await makeIdentity(DAY, '')
    expect(await secretsIn(file, '')).toHaveLength(1)
    expect(new TextDecoder().decode(file)).toContain(key)
  })
})

describe('a list of recipients', () => {
  const root = newRoot()
  const signed = signList(listOf(), root.secret)

  it('is believed by the key that signed it, and by no other', () => {
    expect(listSignedBy(root.key, signed)).toEqual(listOf())
    expect(listSignedBy(newRoot().key, signed)).toBeNull()
    expect(listSignedBy(root.key, { ...signed, list: signed.list.replace('bota', 'boto') })).toBeNull()
    expect(listSignedBy('', signed)).toBeNull()
    expect(readSigned('{"list": 1}')).toBeNull()
  })

  it.each([
    ['few', { recipients: listOf().recipients.slice(1) }],
    ['none-abroad', { recipients: listOf().recipients.map((one) => ({ ...one, place: 'inside' as const })) }],
    ['key', { recipients: listOf().recipients.map((one) => ({ ...one, key: `${one.key}x` })) }],
    ['who', { recipients: listOf().recipients.map((one) => ({ ...one, who: `${one.who} !` })) }],
    [
      'twice',
      { recipients: [...listOf().recipients, { key: lena.key, who: 'marat', place: 'inside' as const }] },
    ],
    ['days', { issued: '23.11.2026' }],
    ['too-long', { expires: '2027-11-01' }],
    ['expired', { expires: '2026-11-22' }],
    ['not-yet', { issued: '2026-11-24' }],
    ['shape', { seq: 0 }],
  ] as const)('is refused: %s', (fault, more) => {
    expect(faultsOfList(listOf(more), DAY)).toContain(fault)
    const file = JSON.stringify(signList(listOf(more), root.secret))
    expect(() => readRecipients(file, root.key, DAY)).toThrow(`recipients.${fault}`)
  })
  it('is refused when an older one takes the place of a newer', () => {
    expect(faultsOfList(listOf(), DAY, 4)).toEqual(['older'])
    expect(faultsOfList(listOf(), DAY, 3)).toEqual([])
  })
  it.each([
    '',
    '[]',
    '{"seq": 1}',
    '{"seq":1,"issued":"","expires":"","recipients":[{}]}',
    '{"seq":1,"issued":"","expires":"","recipients":[],"more":1}',
  ])('cannot be read from %j', (text) => expect(readList(text)).toBeNull())
  it('is signed by a key that comes back from its file', () => {
    const { pem, key } = newRootFile()
    const read = readRootFile(pem)
    expect(read?.key).toBe(key)
    expect(base64.decode(key)).toHaveLength(32)
    expect(readRootFile('-----BEGIN PRIVATE KEY-----')).toBeNull()
  })
})

describe('a receipt', () => {
  it('is eight words that open one mailbox, however they are typed', async () => {
    const made = await newReceipt()
    expect(made.words.split('-')).toHaveLength(8)
    expect(await readReceipt(` ${made.words.replaceAll('-', ' ').toUpperCase()} `)).toEqual(made)
    const sealed = await sealTo([made.key], packedText('an answer'))
    expect(await openWith([made.secret], sealed)).not.toBeNull()
  })
  it('with a slip of the pen opens none, and says so', async () => {
    const { words } = await newReceipt()
    const first = words[0] === 'b' ? 'd' : 'b'
    expect(await readReceipt(first + words.slice(1))).toBeNull()
    expect(await readReceipt('lusab-babad')).toBeNull()
  })
})
