/** Which records are read a second time, and what counts as saying the same. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { parsePartialDate } from '../core/partial-date.ts'
import type { Incident } from '../core/record.ts'
import { barePenalty, type Field } from '../core/values.ts'
import { compare } from './compare.ts'
import type { Wanted } from './decided-values.ts'
import { drawn, secondAsked } from './second.ts'

const rules = knowledge.codebook.review
const wanted = (field: Field, value: unknown, person: string | null = null): Wanted =>
  ({ field, value, person }) as Wanted
const incident = (values: readonly Wanted[], id = 'kz-2024-05-07-b1c2d3'): Incident => ({
  ...{ id, country: 'kz', version: 1, tellings: [], links: [] },
  rulings: [...new Set(values.map((one) => one.field))].map((field) => ({
    field,
    verdict: 'stands',
    values: values.filter((one) => one.field === field).map((one) => ({ ...one, claims: [] })) as never,
    ...{ by: 'lena', at: '2026-12-01T09:00:00Z', why: null },
  })),
})
const asan = (harmed: boolean | 'actor', name = 'Asan Usenov') =>
  wanted('person', { name, aliases: [], role: null, harmed })
const prison = (numbers: object) => wanted('penalty', { ...barePenalty('prison'), ...numbers })
const day = (text: string) => wanted('date', parsePartialDate(text))

describe('a second reading is asked for', () => {
  const asked = (values: readonly Wanted[], at = '2026-12-01T09:00:00Z', id = 'kz-2024-05-07-b1c2d3') =>
    secondAsked(incident(values, id), at, rules)
      .map((one) => one.id)
      .filter((one) => one !== 'second.sample@1')
  it.each<[string, readonly Wanted[], readonly string[]]>([
    ['a fine', [wanted('penalty', barePenalty('fine')), asan(true)], []],
    ['prison', [prison({ years: 3 })], ['second.prison@1']],
    ['a death', [wanted('act', 'death_in_custody')], ['second.death@1']],
    ['somebody named as the one who did it', [asan('actor')], ['second.accused@1']],
    ['somebody harmed', [asan(true)], []],
  ])('%s', (_what, values, expected) => expect(asked(values)).toEqual(expected))

  it('of no record that was coded before anybody could know the rule', () => {
    expect(asked([prison({ years: 3 })], `${rules.secondSince}T00:00:00Z`)).toHaveLength(1)
    expect(asked([prison({ years: 3 })], '2026-11-24T23:59:59Z')).toEqual([])
  })

  it('of one in ten, the same ones for everybody', () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => `kz-2024-${n.toString(36)}`)
    const share = ids.filter((id) => drawn(id, 10)).length / ids.length
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.12)
    expect(ids.filter((id) => drawn(id, 10))).toEqual(ids.filter((id) => drawn(id, 10)))
    expect(drawn('anything', 1)).toBe(true)
  })
})

describe('two readings', () => {
  const same = (one: readonly Wanted[], other: readonly Wanted[]) =>
    compare(incident(one), other, 'd-1', new Map()).map(({ field, isSame }) => [field, isSame])
  it.each<[string, readonly Wanted[], readonly Wanted[], readonly (readonly [string, boolean])[]]>([
    [
      'a year and a half is eighteen months',
      [prison({ years: 1, months: 6 })],
      [prison({ months: 18 })],
      [['penalty', true]],
    ],
    ['three years are not four', [prison({ years: 3 })], [prison({ years: 4 })], [['penalty', false]]],
    [
      'one act more is another answer',
      [wanted('act', 'arrest')],
      [wanted('act', 'arrest'), wanted('act', 'fine')],
      [['act', false]],
    ],
    [
      'two equal acts are not one',
      [wanted('act', 'arrest'), wanted('act', 'arrest')],
      [wanted('act', 'arrest')],
      [['act', false]],
    ],
    [
      'the order is no difference',
      [wanted('act', 'fine'), wanted('act', 'arrest')],
      [wanted('act', 'arrest'), wanted('act', 'fine')],
      [['act', true]],
    ],
    ['a field that only one filled', [day('2024-05-07')], [], [['date', false]]],
    [
      'fields that both left empty are no agreement',
      [],
      [wanted('date', { from: null, to: null, precision: 'unknown' })],
      [],
    ],
    ['harmed is not the one who did it', [asan(true)], [asan('actor')], [['person', false]]],
    [
      'one name, two people on record',
      [wanted('person', asan(true).value, 'a')],
      [wanted('person', asan(true).value, 'b')],
      [['person', false]],
    ],
  ])('%s', (_what, one, other, expected) => expect(same(one, other)).toEqual(expected))
})
