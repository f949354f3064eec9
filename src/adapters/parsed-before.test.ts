import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { readYaml } from './yaml-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-yaml-'))
const file = join(folder, 'data.yaml')
const kept = (): readonly string[] => {
  try {
    return readdirSync(join(folder, 'kept/yaml-1'))
  } catch {
    return []
  }
}
const read = (text: string, schema: z.ZodType = z.strictObject({ n: z.unknown() })) => {
  writeFileSync(file, text)
  const faults: Fault[] = []
  return { value: readYaml(file, 'data.yaml', schema, faults, join(folder, 'kept')), faults }
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a data file that was read before', () => {
  it('says the same when it is read again, and is read anew when one letter of it changed', () => {
    const first = read('n: [1, two, null]')
    expect(kept().length).toBe(1)
    expect(read('n: [1, two, null]')).toEqual(first)
    expect(kept().length).toBe(1)
    expect(read('n: [1, twa, null]').value).toEqual({ n: [1, 'twa', null] })
    expect(kept().length).toBe(2)
  })
  it('is checked all the same, and tells the line of what does not fit', () => {
    const { value, faults } = read('n: [1, two, null]', z.strictObject({ n: z.number() }))
    expect([value, faults[0]?.where]).toEqual([null, 'data.yaml:1:4'])
  })
  it.each([
    ['a fault', 'n: 1\nn: 2'],
    ['a number that JSON has no word for', 'n: .inf'],
    ['nothing at all', ''],
  ])('is not kept with %s in it', (_what, text) => {
    const before = kept()
    read(text)
    expect(kept()).toEqual(before)
  })
  it('is read as ever where what was kept is not whole', () => {
    for (const name of kept()) writeFileSync(join(folder, 'kept/yaml-1', name), '{"n": [1, tw')
    expect(read('n: [1, two, null]')).toEqual({ value: { n: [1, 'two', null] }, faults: [] })
  })
})
