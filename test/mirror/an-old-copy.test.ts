/** A copy of the site that is old, or older than one that its reader has seen, says so. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/adapters/mirror-folder.ts'
import { openSigner, type Signer } from '../../src/adapters/signing.ts'
import { zipped } from '../../src/adapters/zip-file.ts'
import type { Given } from '../../src/cli/verb.ts'
import { verifyCopy } from '../../src/cli/verify-copy.ts'
import { MANIFEST, SIGNATURE } from '../../src/core/mirror.ts'
import { dayIn } from '../../src/publish/telling/when.ts'
import { numberSeen } from '../../src/usecases/mirror/earlier-copy.ts'
import { layChanges } from '../../src/usecases/mirror/lay-changes.ts'
import { packChanges } from '../../src/usecases/mirror/pack-changes.ts'
import { verifyMirror } from '../../src/usecases/mirror/verify-mirror.ts'
import { writeMirror } from '../../src/usecases/mirror/write-mirror.ts'
import { knowledge } from '../world.ts'
import { type Copies, chanceOf, copies } from './copies.ts'
import { pageVerifier } from './page-verifier.ts'
import { type Missed, tryAlteration, tryRollback } from './tried.ts'

let of: Copies
let forger: Signer
let elsewhere: string
beforeAll(async () => {
  of = await copies(5, chanceOf(1))
  elsewhere = mkdtempSync(join(tmpdir(), 'aigaq-elsewhere-'))
  forger = openSigner(elsewhere)
})
afterAll(() => {
  of?.remove()
  rmSync(elsewhere, { recursive: true, force: true })
})

const copy = (at: number) => {
  const one = of.made[at]
  if (!one) throw new Error('no such copy')
  return one
}
const number = (at: number): string => String(copy(at).manifest.number)

async function* pages() {
  yield { path: 'index.html', bytes: new TextEncoder().encode('<!doctype html><h1>Here</h1>') }
}
const unzippedAll = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

/** What `bin/aigaq verify` says of a folder, and how it ends. */
function verified(folder: string, options: Given['options'] = {}, today = '2026-11-27') {
  const said: string[] = []
  const terminal = {
    words: knowledge.words.en,
    say: (text: string) => void said.push(text),
    ...{ data: () => {}, note: () => {}, progress: () => ({ to: () => {}, end: () => {} }) },
  }
  const given = { options, arguments: [folder], terminal } as unknown as Given
  return { exit: verifyCopy(given, folder, today), said: said.join('\n') }
}
const codeOf = async (doing: () => unknown): Promise<string> => {
  try {
    await doing()
    return 'done'
  } catch (error) {
    return (error as { faults?: readonly { code: string }[] }).faults?.[0]?.code ?? String(error)
  }
}

describe('the age of a copy', () => {
  it('is told in days, and that it is long after a month', async () => {
    const { folder } = copy(0)
    const { made } = copy(0).manifest
    const at = (days: number): string =>
      new Date(Date.parse(made) + days * 86_400_000).toISOString().slice(0, 10)
    for (const [days, words, isOld] of [
      [0, `It is of today, ${made}.`, false],
      [1, `It is of ${made}: 1 day old.`, false],
      [30, `It is of ${made}: 30 days old.`, false],
      [41, `It is of ${made}: 41 days old.`, true],
      [-1, 'One of two clocks is wrong', false],
    ] as const) {
      const { exit, said } = verified(folder, {}, at(days))
      const page = await pageVerifier(at(days))(folder)
      // However old, it is as whole as on its first day.
      expect(exit).toBe(0)
      expect(said).toContain(words)
      expect(page).toContain(words.replace(made, dayIn(made, 'en')))
      expect(page).toContain('Every file is as it was signed.')
      for (const one of [said, page]) expect(one.includes('That is long.')).toBe(isOld)
    }
  })

  it('is told in the plural of each language, with the day in its words', async () => {
    const made = '2026-05-03'
    const asked = { files: pages(), folder: join(elsewhere, 'of May'), made, number: 2026050301 }
    await writeMirror({ ...asked, origin: '', signer: of.signer })
    const on = (day: string, language: 'en' | 'ru' | 'kk') =>
      pageVerifier(day, language)(join(elsewhere, 'of May')).then((one) => one.replaceAll('\u00a0', ' '))
    expect(await on('2026-06-13', 'en')).toContain('It is of 3 May 2026: 41 days old.')
    expect(await on('2026-06-13', 'ru')).toContain('Она сделана 3 мая 2026 г.: ей 41 день.')
    expect(await on('2026-06-14', 'ru')).toContain('ей 42 дня.')
    expect(await on('2026-06-17', 'ru')).toContain('ей 45 дней.')
    expect(await on('2026-06-13', 'kk')).toMatch(/3 мамыр.*содан бері 41 күн өтті/)
    expect(await on('2026-06-13', 'kk')).not.toMatch(/undefined|\{|null/)
  })

  it('is not told of a day that nobody signed', async () => {
    const card = join(elsewhere, 'another day')
    cpSync(copy(1).folder, card, { recursive: true })
    const text = readFileSync(join(card, MANIFEST), 'utf8')
    writeFileSync(join(card, MANIFEST), text.replace(/"made":"[^"]+"/, '"made":"2031-01-01"'))
    const { exit, said } = verified(card)
    expect(exit).toBe(1)
    expect(said).not.toContain('It is of')
    expect(await pageVerifier('2026-11-27')(card)).not.toContain('It is of')
  })
})

describe('a copy that is older than one its reader has seen', () => {
  it.each([
    ['its number', () => number(3)],
    ['its folder', () => copy(3).folder],
    ['its manifest', () => join(copy(3).folder, MANIFEST)],
  ])('is told by %s, and is not called whole', (_what, seen) => {
    const { exit, said } = verified(copy(1).folder, { seen: seen() })
    expect(exit).toBe(1)
    expect(said).toContain(
      `older than one that you have seen: it is number ${number(1)}, that one is ${number(3)}`,
    )
    expect(said).not.toContain('is whole')
  })

  it('is told by the page of a copy; the same and a newer one are not', async () => {
    const page = pageVerifier('2026-12-24')
    expect(await page(copy(1).folder, ` ${number(3)} `)).toMatch(/^This copy is OLDER/)
    expect(await page(copy(3).folder, number(3))).toContain('not older than the one whose number')
    expect(await page(copy(4).folder, number(3))).toContain('not older than the one whose number')
    expect(await page(copy(1).folder)).not.toMatch(/older/i)
    expect(await page(copy(1).folder, 'May')).toContain('no number of a copy')
  })

  it('and that one or a newer one is whole', () => {
    for (const at of [3, 4])
      expect(verified(copy(at).folder, { seen: copy(3).folder })).toMatchObject({ exit: 0 })
  })

  it('is not told by a manifest that somebody changed, nor by one of another house', async () => {
    const card = join(elsewhere, 'changed')
    cpSync(copy(1).folder, card, { recursive: true })
    const text = readFileSync(join(card, MANIFEST), 'utf8')
    writeFileSync(join(card, MANIFEST), text.replace(/"number":\d+/, '"number":9999999999'))
    expect(await codeOf(() => verified(copy(3).folder, { seen: card }))).toBe('mirror.signature')
    const asked = { files: pages(), folder: join(elsewhere, 'theirs'), made: '2026-11-27', number: 2 }
    await writeMirror({ ...asked, origin: '', signer: forger })
    const { exit, said } = verified(copy(3).folder, { seen: join(elsewhere, 'theirs') })
    expect(exit).toBe(1)
    expect(said).toContain('signed by another key')
  })

  it('two different copies of one number are told: somebody makes two rows of them', async () => {
    const { made, number: same } = copy(3).manifest
    const asked = { files: pages(), folder: join(elsewhere, 'twin'), made, number: same ?? 0 }
    await writeMirror({ ...asked, origin: '', signer: of.signer })
    const { exit, said } = verified(join(elsewhere, 'twin'), { seen: copy(3).folder })
    expect(exit).toBe(1)
    expect(said).toContain(`Two different copies bear the number ${number(3)}`)
  })

  it('an older format, which has no number, is still read, and is older than what is numbered since', () => {
    const card = join(elsewhere, 'format 2')
    cpSync(copy(0).folder, card, { recursive: true })
    const text = readFileSync(join(card, MANIFEST), 'utf8')
      .replace('aigaq-mirror@3', 'aigaq-mirror@2')
      .replace(/"number":\d+,/, '')
    writeFileSync(join(card, MANIFEST), text)
    writeFileSync(join(card, SIGNATURE), `${of.signer.sign(new TextEncoder().encode(text))}\n`)
    expect(verified(card).exit).toBe(0)
    expect(verified(card, { seen: number(1) }).said).toContain('older than one that you have seen')
  })
})

describe('a parcel of changes', () => {
  const cardOf = (at: number, name: string): string => {
    const card = join(elsewhere, name)
    cpSync(copy(at).folder, card, { recursive: true })
    return card
  }
  const parcel = (from: number, to: number): Uint8Array =>
    packChanges(copy(from).manifest, copy(to).manifest, copy(to).folder).bytes

  it('makes the newer copy of the older one, byte for byte, and what must go is gone', async () => {
    const card = cardOf(0, 'laid')
    writeFileSync(join(card, 'en/i/withdrawn.html'), 'x')
    const laid = await layChanges(card, parcel(0, 4), 'changes.zip')
    expect(laid).toMatchObject({ number: copy(4).manifest.number, before: copy(0).manifest.number })
    expect(verifyMirror(card, of.fingerprint)).toMatchObject({ isSigned: true, wrong: [] })
    expect(filesBelow(card).toSorted()).toEqual(filesBelow(copy(4).folder).toSorted())
  })

  it.each([
    ['an older one', 'mirror.older', () => parcel(0, 2)],
    ['the same once more', 'mirror.older', () => parcel(2, 3)],
    ['one that lacks a page', 'mirror.parcel', () => lacking(parcel(0, 4))],
    ['one that another key signed', 'mirror.signature', () => forged(parcel(3, 4))],
    ['one whose manifest was changed', 'mirror.signature', () => raised(parcel(0, 2))],
    ['no parcel at all', 'mirror.parcel', () => new Uint8Array([80, 75, 3, 4])],
    ['an empty one', 'mirror.parcel', () => zipped({ 'en/x.html': new Uint8Array(1) })],
  ])('is not laid where it is %s (%s), and the copy stays as it was', async (_what, code, bytes) => {
    const card = cardOf(3, `card ${_what}`)
    expect(await codeOf(() => layChanges(card, bytes(), 'changes.zip'))).toBe(code)
    expect(verifyMirror(card, of.fingerprint)).toMatchObject({
      ...{ isSigned: true, number: copy(3).manifest.number, wrong: [] },
    })
  })

  it('is not laid over what no longer is what was signed', async () => {
    const card = cardOf(3, 'no copy')
    const path = join(card, SIGNATURE)
    writeFileSync(path, readFileSync(path, 'utf8').toLowerCase())
    expect(await codeOf(() => layChanges(card, parcel(3, 4), 'changes.zip'))).toBe('mirror.signature')
    expect(await codeOf(() => layChanges(join(elsewhere, 'nowhere'), parcel(3, 4), 'x'))).toBe(
      'input.not-found',
    )
  })

  it('is not packed so that it would lead back', async () => {
    expect(await codeOf(() => parcel(4, 1))).toBe('mirror.older')
    expect(await codeOf(() => parcel(4, 4))).toBe('mirror.older')
  })

  /** Without one of the pages that it brings. */
  const lacking = (bytes: Uint8Array): Uint8Array => {
    const parts = unzippedAll(bytes)
    const [page = ''] = Object.keys(parts).filter((path) => path.endsWith('.html'))
    delete parts[page]
    return zipped(parts)
  }
  const forged = (bytes: Uint8Array): Uint8Array => {
    const parts = unzippedAll(bytes)
    const text = new TextDecoder().decode(parts[MANIFEST]).replace(/"key":"[^"]*"/, `"key":"${forger.key}"`)
    parts[MANIFEST] = new TextEncoder().encode(text)
    parts[SIGNATURE] = new TextEncoder().encode(`${forger.sign(parts[MANIFEST])}\n`)
    return zipped(parts)
  }
  const raised = (bytes: Uint8Array): Uint8Array => {
    const parts = unzippedAll(bytes)
    const text = new TextDecoder().decode(parts[MANIFEST]).replace(/"number":\d+/, '"number":9999999999')
    parts[MANIFEST] = new TextEncoder().encode(text)
    return zipped(parts)
  }
})

it('a house whose numbers were lost goes on from the copies that lie there, and believes none of another key', () => {
  const [first, last] = [copy(0).folder, join(copy(4).folder, MANIFEST)]
  expect(numberSeen(of.signer.key, [first, last])).toBe(copy(4).manifest.number)
  expect(numberSeen(forger.key, [first, last])).toBe(0)
  mkdirSync(join(elsewhere, 'empty'))
  expect(numberSeen(of.signer.key, [join(elsewhere, 'empty'), join(elsewhere, 'not there')])).toBe(0)
})

it('every alteration and every rollback of a sample is told, by the program and by the page', async () => {
  const trial = { of, page: pageVerifier('2026-12-31'), chance: chanceOf(2026) }
  const missed: Missed[] = []
  for (let n = 0; n < 15; n += 1) missed.push(await tryAlteration(trial, forger))
  for (let n = 0; n < 6; n += 1) missed.push(await tryRollback(trial))
  expect(missed.filter((one) => one !== null)).toEqual([])
  for (const { folder } of of.made) expect(verified(folder).exit).toBe(0)
})
