import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../test/world.ts'
import { loadKnowledge } from '../../adapters/load-knowledge.ts'
import { openPoints } from './checks.ts'
import type { PlanEntry } from './entry.ts'
import { planOf } from './plan.ts'

const sheet = loadKnowledge(ROOT).codebook.plan
type Written = readonly [part: string, line: string, Readonly<Record<string, string>>]

function openIn(lines: readonly Written[]): readonly string[] {
  const entries = lines.flatMap(([part, line, fields]) =>
    Object.entries(fields).map(([field, text]): readonly [string, PlanEntry] => {
      const id = `${line} ${field} ${text}`
      return [
        id,
        { id, plan: 'p', line, part, field, text, after: [], at: '2026-11-26T10:00', by: 'Table 1' },
      ]
    }),
  )
  return openPoints(planOf(new Map(entries)), sheet).map(({ check, line, part, field }) =>
    [check, line ?? part, field].filter((one) => one !== null).join(' '),
  )
}

const HARM = [...(sheet.get('harm')?.fields ?? [])].filter((one) => one.kind === 'choice')
const WHOLE: readonly Written[] = [
  [
    'front',
    'front',
    { title: 'Ask before you pay', languages: 'kk ru', from: '2026-12-01', to: '2027-02-28' },
  ],
  ['problem', 'problem', { what: 'Fines for pickets grow', who: 'People who stand alone' }],
  ['goal', 'goal', { text: 'People know what they may ask.' }],
  ['objective', 'o1', { what: 'Three towns', by: '2027-02-01' }],
  ['indicator', 'i1', { objective: 'o1', baseline: 'Not known today', target: '300' }],
  ['audience', 'a1', { who: 'Students' }],
  ['message', 'm1', { audience: 'a1', kk: 'Сұраңыз', ru: 'Спросите' }],
  ['prototype', 'p1', { kind: 'card', text: 'Ask why.', tested: '4' }],
  ['activity', 'x1', { what: 'Print', audience: 'a1', from: '2026-12-05', to: '2026-12-06' }],
  ['budget', 'b1', { what: 'Paper', price: '100', own: '10' }],
  [
    'risk',
    'r1',
    { what: 'Somebody is asked where it is from', likelihood: '2', harm: '3', avoid: 'No name on it' },
  ],
  ['harm', 'harm', Object.fromEntries(HARM.map(({ id }) => [id, 'no']))],
]
const withLine = (...line: Written): readonly Written[] => [...WHOLE, line]

describe('what is open in a plan', () => {
  it('is nothing in one that says all of it', () => expect(openIn(WHOLE)).toEqual([]))

  it('is told of an empty one, in the order in which a group works', () => {
    expect(openIn([])).toEqual([
      ...['empty problem what', 'empty problem who', 'empty goal text', 'none objective', 'none audience'],
      ...['none message', 'none prototype', 'none activity', 'none budget', 'none risk'],
      ...HARM.map(({ id }) => `empty harm ${id}`),
    ])
  })

  it.each([
    [withLine('objective', 'o2', { what: 'More', by: '2027-02-01' }), ['no-indicator o2']],
    [withLine('objective', 'o1', { by: '2027-02-30' }), ['two-texts o1 by', 'no-day o1 by']],
    [withLine('indicator', 'i2', { objective: 'o1', target: '1' }), ['no-baseline i2 baseline']],
    [withLine('indicator', 'i2', { objective: 'a1', baseline: '1', target: '1' }), ['lost-ref i2 objective']],
    [withLine('message', 'm2', { audience: 'a1', kk: 'Сұраңыз' }), ['no-language m2 ru']],
    [
      withLine('message', 'm2', { audience: 'a1', kk: 'бір '.repeat(13), ru: 'раз '.repeat(12) }),
      ['too-long m2 kk'],
    ],
    [
      withLine('activity', 'x2', { audience: 'a1', from: '2027-01-05', to: '2027-01-04' }),
      ['wrong-days x2 to'],
    ],
    [withLine('activity', 'x2', { audience: 'a1', from: '2026-11-30', to: '2026-12-04' }), ['outside x2']],
    [withLine('activity', 'x2', { from: '2026-12-03', to: '2026-12-04' }), ['no-audience x2 audience']],
    [withLine('budget', 'b2', { what: 'Hall' }), ['no-price b2 price']],
    [withLine('budget', 'b2', { price: 'cheap' }), ['no-number b2 price', 'no-price b2 price']],
    [withLine('budget', 'b2', { price: '10', own: '11' }), ['own-above b2 own']],
    [withLine('risk', 'r2', { likelihood: '5', harm: '3', avoid: 'x' }), ['no-owner r2 owner']],
    [withLine('risk', 'r2', { likelihood: '5', harm: '2' }), ['no-remedy r2 avoid']],
    [withLine('prototype', 'p2', { text: 'x' }), ['untested p2 tested']],
    [withLine('harm', 'harm', { 'named-then': '' }), []],
  ] as const)('is told of %j', (lines, open) => expect(openIn(lines)).toEqual(open))

  it('asks what is done about whatever may do harm', () => {
    const risky = WHOLE.map(
      (one): Written => (one[0] === 'harm' ? ['harm', 'harm', { ...one[2], named: 'maybe' }] : one),
    )
    expect(openIn(risky)).toEqual(['no-remedy harm named-then'])
    expect(openIn([...risky, ['harm', 'harm', { 'named-then': 'Faces are left out' }]])).toEqual([])
  })
})
