/** The file that is carried between tables: the words of the day open it, nothing else does, and it says little from outside. */
import { describe, expect, it } from 'vitest'
import { planFile, readPlanFile } from '../../core/plan/file.ts'
import { newIdentity, sealTo } from './age.ts'
import { openPlanFile, sealPlanFile } from './plan-file.ts'

const PLAN = '00000000-0000-4000-8000-000000000000'
const WORDS = 'lusab babad gutih tugad mudof'
const QUICK = 2
const entry = (text: string) => ({
  ...{
    id: '00000000-0000-4000-8000-000000000001',
    plan: PLAN,
    line: 'goal',
    part: 'goal',
    field: 'text',
    text,
  },
  ...{ after: [], at: '2026-11-26T10:00', by: 'Table 1' },
})
const text = planFile(PLAN, [entry('Айып аз болсын')])
const bytesOf = (one: string): Uint8Array => new TextEncoder().encode(one)

describe('the file of a plan', () => {
  it('opens with the words as somebody else would type them, and reads as it was', async () => {
    const opened = await openPlanFile(
      await sealPlanFile(text, WORDS, QUICK),
      'Lusab-BABAD gutih, tugad  mudof',
    )
    expect(opened.kind === 'open' && readPlanFile(opened.text, PLAN)).toEqual({
      ...{ plan: PLAN, entries: [entry('Айып аз болсын')], faults: [] },
    })
  })

  it('opens with no other words, none at all, or when it was altered', async () => {
    const sealed = await sealPlanFile(text, WORDS, QUICK)
    const altered = sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1)
    const torn = sealed.subarray(0, sealed.length - 40)
    expect(await openPlanFile(sealed, 'lusab babad gutih tugad')).toEqual({ kind: 'words' })
    expect(await openPlanFile(sealed, ' ')).toEqual({ kind: 'words' })
    expect(await openPlanFile(altered, WORDS)).toEqual({ kind: 'words' })
    expect(await openPlanFile(torn, WORDS)).toEqual({ kind: 'words' })
  })

  it('is told from what is none: a picture, nothing, a thing sealed to a key, one that asks for all memory there is', async () => {
    const { key } = await newIdentity()
    const greedy = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 20\n`
    for (const one of [bytesOf('PK'), bytesOf(''), await sealTo([key], bytesOf(text)), bytesOf(greedy)])
      expect(await openPlanFile(one, WORDS)).toEqual({ kind: 'none' })
  })

  it('may come unsealed from a desk', async () => {
    expect(await openPlanFile(bytesOf(text), '')).toEqual({ kind: 'open', text })
  })

  it('is as long for one word as for a page, and holds none of them', async () => {
    const [short, long] = [
      await sealPlanFile(text, WORDS, QUICK),
      await sealPlanFile(planFile(PLAN, [entry('x'.repeat(3_000))]), WORDS, QUICK),
    ]
    expect(short.length).toBe(long.length)
    expect(Buffer.from(short).includes('Table 1')).toBe(false)
  })
})
