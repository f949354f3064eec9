import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSealing, sealingWith } from './sealing.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigaq-sealing-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the key of letters', () => {
  it('opens what it sealed before the program started anew, and nothing that was moved', () => {
    const sealed = openSealing('', folder).seal('somebody@example.org', 'row 1')
    expect(openSealing('', folder).open(sealed, 'row 1')).toBe('somebody@example.org')
    expect(() => openSealing('', folder).open(sealed, 'row 2')).toThrow()
  })

  it('is the same from a setting, whatever its bytes', () => {
    for (const fill of [0, 1, 62, 63, 250, 255]) {
      const given = Buffer.alloc(32, fill).toString('base64')
      const sealed = openSealing(given, folder).seal('words', 'row')
      expect(openSealing(given, folder).open(sealed, 'row')).toBe('words')
      expect(openSealing(given, folder).mark('words')).toBe(openSealing(given, folder).mark('words'))
    }
    expect(() => openSealing(Buffer.alloc(31, 7).toString('base64'), folder)).toThrow('31 bytes')
  })

  it('is not read again while the house is shut, by whoever was under way, and is when it opens', () => {
    const sealing = openSealing('', folder)
    const sealed = sealing.seal('words', 'row')
    sealing.forget()
    for (const use of [
      () => sealing.open(sealed, 'row'),
      () => sealing.seal('a', 'b'),
      () => sealing.mark('a'),
    ])
      expect(use).toThrow(expect.objectContaining({ code: 'house.shut' }))
    sealing.wake()
    expect(sealing.open(sealed, 'row')).toBe('words')
  })

  it('does nothing with zeros once it was written over', () => {
    const sealing = sealingWith(Buffer.alloc(32, 9))
    const sealed = sealing.seal('words', 'row')
    sealing.forget()
    for (const use of [
      () => sealing.open(sealed, 'row'),
      () => sealing.seal('a', 'b'),
      () => sealing.mark('a'),
      () => sealing.isMark('a', 'b'),
    ])
      expect(use).toThrow(expect.objectContaining({ code: 'house.shut' }))
  })
})
