import { beforeEach, describe, expect, it } from 'vitest'
import { CHALLENGE_MS } from '../core/proof-of-work.ts'
import { solve } from '../web/islands/solve-work.ts'
import { type FormGate, formGate } from './form-gate.ts'

const START = 1_764_175_600_000
let [now, waited] = [START, [] as number[]]
const outside = {
  now: () => now,
  wait: async (ms: number) => {
    waited.push(ms)
  },
}
const gateOf = (form = 'letters', bits = 6): FormGate => formGate({ form, bits, perMinute: 30 }, outside)
/** As the script of the page finds it. */
const answered = async (challenge: string): Promise<string> => (await solve(challenge, Infinity)) ?? ''

beforeEach(() => {
  ;[now, waited] = [START, []]
})

describe('a form that brings work', () => {
  it('passes at once, once', async () => {
    const gate = gateOf()
    const answer = await answered(gate.challenge())
    expect(await gate.pass(answer)).toBe('worked')
    expect(waited).toEqual([])
    expect(await gate.pass(answer)).toBe('waited')
    expect(waited).toEqual([3_000])
  })

  it('passes until ten minutes are over', async () => {
    const gate = gateOf()
    const [soon, late] = [await answered(gate.challenge()), await answered(gate.challenge())]
    now += CHALLENGE_MS
    expect(await gate.pass(soon)).toBe('worked')
    now += 1
    expect(await gate.pass(late)).toBe('waited')
  })

  it.each<[string, (gate: FormGate) => Promise<string>]>([
    ['none', async () => ''],
    ['words', async () => 'let me in'],
    ['for another form', async () => answered(gateOf('tell').challenge())],
    ['signed by another start of the program', async () => answered(gateOf().challenge())],
    [
      'easier than was asked',
      async (gate) => {
        const easy = gate.challenge().replace('.6.', '.0.')
        return `${easy}.0`
      },
    ],
    [
      'that lasts longer than was said',
      async (gate) => answered(gate.challenge().replace(String(START + CHALLENGE_MS), '9999999999999')),
    ],
  ])('that is %s waits its turn', async (_what, bring) => {
    const gate = gateOf()
    expect(await gate.pass(await bring(gate))).toBe('waited')
  })

  it('is guessed at once: a wrong answer uses its challenge up', async () => {
    const gate = gateOf()
    const challenge = gate.challenge()
    const right = await answered(challenge)
    const number = Number(right.split('.').at(-1))
    expect(await gate.pass(`${challenge}.${number + 1}`)).toBe('waited')
    expect(await gate.pass(right)).toBe('waited')
  })

  it('costs more when many come, for a minute or two', async () => {
    const gate = gateOf('letters', 1)
    const bits = (): number => Number(gate.challenge().split('.')[2])
    expect(bits()).toBe(1)
    for (let n = 0; n < 61; n += 1) await gate.pass(await answered(gate.challenge()))
    expect(bits()).toBe(3)
    now += 60_000
    expect(bits()).toBe(3)
    now += 60_000
    expect(bits()).toBe(1)
  })
})

describe('forms that bring none', () => {
  it('go one by one, and never stand in the way of one that does', async () => {
    const gate = gateOf()
    for (let n = 0; n < 8; n += 1) await gate.pass('')
    expect(waited.at(-1)).toBe(38_000)
    await expect(gate.pass('')).rejects.toMatchObject({ code: 'request.too-many' })
    expect(await gate.pass(await answered(gate.challenge()))).toBe('worked')
    now += 5_000
    expect(await gate.pass('')).toBe('waited')
  })

  it('are all there are where no work is asked', async () => {
    const gate = gateOf('letters', 0)
    expect([gate.asks, await gate.pass(await answered(gate.challenge()))]).toEqual([false, 'waited'])
  })
})
