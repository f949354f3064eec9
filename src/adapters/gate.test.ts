import { beforeEach, describe, expect, it } from 'vitest'
import { type Gate, openGate } from './gate.ts'

let now = 0
let waited: number[] = []
let gate: Gate
/** Waiting passes the time, as it does outside. */
const wait = async (ms: number): Promise<void> => {
  waited.push(ms)
  now += ms
}
beforeEach(() => {
  now = Date.parse('2026-11-23T12:00:00Z')
  waited = []
  gate = openGate({ now: () => new Date(now).toISOString() }, wait)
})

describe('tries at a handle', () => {
  it('are free five times, then wait twice as long each time, and never longer than 42 seconds', async () => {
    for (let n = 0; n < 14; n += 1) await gate.pass('lena')
    expect(waited).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 42_000, 42_000, 42_000])
  })

  it('are never locked out: after a hundred tries the next one passes', async () => {
    for (let n = 0; n < 100; n += 1) await gate.pass('lena')
    await expect(gate.pass('lena')).resolves.toBeUndefined()
  })

  it('are free again after a quiet minute', async () => {
    for (let n = 0; n < 6; n += 1) await gate.pass('lena')
    now += 60_000
    waited = []
    await gate.pass('lena')
    expect(waited).toEqual([])
  })

  it('slow nobody else down', async () => {
    for (let n = 0; n < 9; n += 1) await gate.pass('lena')
    waited = []
    await gate.pass('daniyar')
    expect(waited).toEqual([])
  })

  it('at the same moment wait one behind the other, and only so many of them', async () => {
    const release: (() => void)[] = []
    const asked: number[] = []
    const slow = openGate({ now: () => new Date(now).toISOString() }, (ms) => {
      asked.push(ms)
      return new Promise<void>((go) => release.push(go))
    })
    for (let n = 0; n < 5; n += 1) await slow.pass('lena')
    const all = Array.from({ length: 20 }, () =>
      slow.pass('lena').then(
        () => 'passed',
        (e) => e.code,
      ),
    )
    await new Promise((next) => setImmediate(next))
    for (const go of release) go()
    const ends = await Promise.all(all)
    expect(asked.slice(0, 4)).toEqual([1000, 3000, 7000, 15_000])
    expect(ends.filter((one) => one === 'passed')).toHaveLength(8)
    expect(ends.filter((one) => one === 'account.slow')).toHaveLength(12)
  })
})

describe('a challenge', () => {
  it('is answered once, by what it was made for', () => {
    const challenge = gate.challenge('sign-in')
    expect(gate.answered(challenge, 'sign-in')).toBe(true)
    expect(gate.answered(challenge, 'sign-in')).toBe(false)
  })
  it('for one door opens no other, and is spent by the try', () => {
    const challenge = gate.challenge('sign-in')
    expect(gate.answered(challenge, 'step-up of somebody')).toBe(false)
    expect(gate.answered(challenge, 'sign-in')).toBe(false)
  })
  it('is too old after five minutes', () => {
    const challenge = gate.challenge('sign-in')
    now += 5 * 60_000
    expect(gate.answered(challenge, 'sign-in')).toBe(false)
  })
  it.each([null, '', 'made-up'])('that we never made (%s) is none', (made) =>
    expect(gate.answered(made, 'sign-in')).toBe(false),
  )
})
