import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import type { Claim } from '../core/claim.ts'
import type { DecideIncident } from '../core/decided.ts'
import { wantedFields } from './decided-values.ts'
import { locate } from './locate.ts'
import { settle } from './settle.ts'

const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('the pack kz is missing')
const people = new Map([
  [
    'tolebi',
    {
      id: 'tolebi',
      names: { en: 'Zarina Tolebi', ru: null, kk: null },
      variants: ['Toleby'],
      pseudonym: null,
    },
  ],
])

const claim = (id: string, field: string, value: unknown, document = 'd1'): Claim =>
  ({
    id,
    field,
    value,
    document,
    span: { start: 0, end: 1 },
    reader: { kind: 'rule', rule: 'test@1' },
    basis: 'stated',
  }) as Claim
const decided = (more: Partial<DecideIncident>): DecideIncident => ({
  record: 'incident',
  id: 'i',
  country: 'kz',
  document: 'd1',
  from: '',
  to: '',
  kind: 'event',
  freedoms: [],
  date: null,
  places: [],
  people: [],
  groups: [],
  acts: [],
  laws: [],
  penalties: [],
  by: 'a',
  at: '2026-01-01T00:00:00Z',
  ...more,
})
const fine = (amount: number) => ({
  type: 'fine',
  days: null,
  months: null,
  years: null,
  amount,
  currency: 'KZT',
  min: null,
  max: null,
  unit: null,
  who: ['x'],
})
const standing = (
  more: Partial<DecideIncident>,
  claims: readonly Claim[],
  field: string,
): readonly (readonly string[])[] =>
  (settle(wantedFields(decided(more), pack, people), claims, people).get(field as never) ?? []).map((one) =>
    one.claims.map((two) => two.id),
  )

describe('what a coder decides stands on what was proposed', () => {
  it.each<[string, Partial<DecideIncident>, Claim, string, boolean]>([
    [
      'the same day',
      { date: '2020-02-17' },
      claim('c', 'date', { from: '2020-02-17', to: '2020-02-17', precision: 'day' }),
      'date',
      true,
    ],
    [
      'another day',
      { date: '2020-02-17' },
      claim('c', 'date', { from: '2020-02-18', to: '2020-02-18', precision: 'day' }),
      'date',
      false,
    ],
    [
      'a place under its old name',
      { places: ['Astana'] },
      claim('c', 'place', { name: 'Nur-Sultan', canonical: 'Astana', place: 'astana' }),
      'place',
      true,
    ],
    [
      'another place',
      { places: ['Astana'] },
      claim('c', 'place', { name: 'Oral', canonical: 'Oral', place: 'oral' }),
      'place',
      false,
    ],
    [
      'a recorded person under another spelling',
      { people: [{ id: 'tolebi', harmed: true }] },
      claim('c', 'person', { name: 'Toleby', aliases: [], role: null, harmed: true }),
      'person',
      true,
    ],
    [
      'the same person in another part',
      { people: [{ id: 'tolebi', harmed: true }] },
      claim('c', 'person', { name: 'Toleby', aliases: [], role: null, harmed: false }),
      'person',
      false,
    ],
    [
      'a namesake',
      { people: [{ id: 'tolebi', harmed: true }] },
      claim('c', 'person', { name: 'Bolat Tolebi', aliases: [], role: null, harmed: true }),
      'person',
      false,
    ],
    [
      'a law whose part the coder left open',
      { laws: [{ code: 'criminal', article: '274' }] },
      claim('c', 'law', { code: 'criminal', article: '274', part: '4', name: null }),
      'law',
      true,
    ],
    [
      'another article',
      { laws: [{ code: 'criminal', article: '174' }] },
      claim('c', 'law', { code: 'criminal', article: '274', part: null, name: null }),
      'law',
      false,
    ],
    [
      'a year and a half told as months',
      { penalties: [{ type: 'prison', years: 1.5 }] },
      claim('c', 'penalty', { ...fine(1), type: 'prison', amount: null, months: 18 }),
      'penalty',
      true,
    ],
    [
      'at least ten is not ten',
      { groups: [{ min: 10, max: null, qualifier: 'at_least' }] },
      claim('c', 'group', { what: 'people', min: 10, max: 10, qualifier: 'exact' }),
      'group',
      false,
    ],
  ])('%s', (_what, more, proposed, field, stands) =>
    expect(standing(more, [proposed], field)).toEqual([stands ? ['c'] : []]),
  )

  it('needs two claims for two equal penalties', () => {
    const two = {
      penalties: [
        { type: 'fine' as const, amount: 100 },
        { type: 'fine' as const, amount: 100 },
      ],
    }
    expect(standing(two, [claim('a', 'penalty', fine(100))], 'penalty')).toEqual([['a'], []])
    expect(
      standing(two, [claim('a', 'penalty', fine(100)), claim('b', 'penalty', fine(100))], 'penalty'),
    ).toEqual([['a'], ['b']])
  })

  it('keeps the claims of a second document beside those of the first', () => {
    const claims = [claim('a', 'act', 'detention'), claim('b', 'act', 'detention', 'd2')]
    expect(standing({ acts: ['detention'] }, claims, 'act')).toEqual([['a', 'b']])
  })

  it('tells a field the coder left out from one decided to be empty', () => {
    const fields = wantedFields(decided({}), pack, people)
    expect(fields.get('act')).toEqual([])
    expect(fields.has('outcome')).toBe(false)
  })
})

describe('a passage found again by its first and last words', () => {
  it.each([
    ['On 7 May', 'was fined.', 'On 7 May\n  a man was fined.'],
    ['a man', 'fined.', 'a man was fined.'],
  ])('%s … %s', (from, to, expected) => {
    const text = 'Before. On 7 May\n  a man was fined. He was fined. After.'
    const span = locate(text, from, to)
    expect(span && text.slice(span.start, span.end)).toBe(expected)
  })
  it.each([
    ['On 8 May', 'fined.'],
    ['After', 'On 7 May'],
    ['', 'fined.'],
  ])('%j … %j is not there', (from, to) =>
    expect(locate('On 7 May a man was fined. After.', from, to)).toBeNull(),
  )
})
