import { describe, expect, it, test } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import type { MeasuredDay } from '../../core/measured-day.ts'
import { verdictOf, wilsonLower } from './verdict.ts'

const rules = knowledge.codebook.measurements
const roots = knowledge.packs.get('kz')?.interception ?? []
const T = 'tls generic_timeout_error'
const day = (n: number, more: Partial<MeasuredDay> = {}): MeasuredDay => ({
  test: 'web_connectivity',
  site: 'news.example',
  country: 'KZ',
  network: 9198,
  day: '2024-04-01',
  n,
  anomaly: n,
  confirmed: 0,
  failure: 0,
  ok: 0,
  control: n,
  failures: new Map([[T, n]]),
  issuers: new Map(),
  ...more,
})
const days = (
  many: number,
  each: number,
  more: Partial<MeasuredDay> = {},
): [MeasuredDay, ...MeasuredDay[]] => {
  const [first, ...rest] = Array.from({ length: many }, (_, n) =>
    day(each, { ...more, day: `2024-04-0${n + 1}` }),
  )
  return [first ?? day(each), ...rest]
}
const judged = ([first, ...rest]: [MeasuredDay, ...MeasuredDay[]]) => verdictOf(first, rest, rules, roots)
const ok = (n: number): Partial<MeasuredDay> => ({ n, anomaly: 0, ok: n, control: 0, failures: new Map() })

describe('what counts allow to be said', () => {
  test.each<[string, [MeasuredDay, ...MeasuredDay[]], string]>([
    ['thirty tests on six days that end alike', days(6, 5), 'likely-blocked'],
    ['one measurement', days(1, 1), 'too-few'],
    ['twenty-nine', [...days(5, 5), day(4)], 'too-few'],
    ['four days', days(4, 20), 'too-few'],
    [
      'tests that failed and tell nothing',
      days(6, 9, { anomaly: 0, failure: 9, control: 0, failures: new Map() }),
      'too-few',
    ],
    ['thirty that went through', days(6, 5, ok(5)), 'accessible'],
    ['half and half', days(6, 10, { anomaly: 5, ok: 5, control: 5, failures: new Map([[T, 5]]) }), 'mixed'],
    [
      'two ways to fail',
      days(6, 10, {
        failures: new Map([
          [T, 5],
          ['dns dns_nxdomain_error', 5],
        ]),
      }),
      'mixed',
    ],
    ['a site that the control does not reach', days(6, 5, { control: 0 }), 'mixed'],
    ['signs without a word of which failure', days(6, 9, { control: 0, failures: new Map() }), 'too-few'],
    [
      'a known block page',
      days(6, 5, { anomaly: 0, confirmed: 5, control: 0, failures: new Map() }),
      'likely-blocked',
    ],
    ['no network named', days(6, 9, { network: null }), 'too-few'],
    ['a test with weak data', days(6, 9, { test: 'signal' }), 'too-few'],
    [
      'certificates of a known root, twice',
      days(1, 2, { issuers: new Map([['C=KZ, O=ISCA, CN=ISCA CA', 2]]) }),
      'interception',
    ],
    [
      'such a certificate once',
      days(1, 1, { issuers: new Map([['C=KZ, O=ISCA, CN=ISCA CA', 1]]) }),
      'too-few',
    ],
    [
      'certificates of a root that nobody knows',
      days(1, 9, { issuers: new Map([['CN=A router at home', 9]]) }),
      'too-few',
    ],
  ])('%s', (_, given, verdict) => {
    expect(judged(given).verdict).toBe(verdict)
  })

  it('counts the share among tests that could tell, with its lower end', () => {
    const found = judged(days(6, 8, { anomaly: 5, failure: 3, control: 5, failures: new Map([[T, 5]]) }))
    expect(found).toMatchObject({
      verdict: 'likely-blocked',
      told: 30,
      signs: 30,
      from: '2024-04-01',
      to: '2024-04-06',
    })
    expect(wilsonLower(8, 10)).toBeCloseTo(0.49, 2)
    expect(wilsonLower(80, 100)).toBeCloseTo(0.711, 3)
    expect(wilsonLower(0, 0)).toBe(0)
  })
})
