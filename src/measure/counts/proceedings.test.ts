/** A case is counted once, where it began, under the laws of its charges, and with the places and acts that its incidents tell. */
import { describe, expect, it } from 'vitest'
import type { CaseFile, Entry, EntryBody } from '../../core/cases/case.ts'
import type { CountFacet } from '../../core/counted.ts'
import type { CountingWords } from '../../core/counting-words.ts'
import type { Pack } from '../../core/pack.ts'
import { PACK as CURRENCY, incident, type Sketch } from '../fixture.ts'
import { countedFrom } from './counted.ts'
import { incidentsBehind, proceedingFacts } from './proceedings.ts'
import { countTable } from './table.ts'

const PACK = {
  ...CURRENCY,
  acts: new Map([['criminal', { code: 'criminal', inForce: { from: null, to: null } }]]),
  provisions: new Map(
    ['174', '405'].map((article) => [
      `CC-${article}`,
      { id: `CC-${article}`, act: 'criminal', article, part: null },
    ]),
  ),
} as unknown as Pack
const WORDS: CountingWords = {
  roles: [],
  institutions: [
    {
      ...{ id: 'institution.court@1', institution: 'court', words: /court/, example: 'x' },
      ...{ label: { en: 'court', ru: null, kk: null }, reason: { en: 'x', ru: null, kk: null } },
    },
  ],
}
let count = 0
const entry = (body: EntryBody, more: Partial<Entry> = {}): Entry => ({
  ...{ id: `e${++count}`, body, source: { kind: 'hand', title: 'a letter' }, people: [], struck: false },
  ...{ by: 'lena', at: '2026-11-01T09:00:00Z', why: null, event: count, earlier: [] },
  ...more,
})
const of = (id: string): Partial<Entry> => ({ source: { kind: 'incident', incident: id } })
const charge = (article: string, basis: 'stated' | 'inferred' = 'stated', more: Partial<Entry> = {}): Entry =>
  entry({ kind: 'charge', law: { code: 'criminal', article }, basis, offence: null }, more)
const stage = (date: string | null, more: Partial<Entry> = {}, court?: string): Entry =>
  entry({ kind: 'stage', stage: 'trial', date, ...(court !== undefined && { court }) }, more)
const caseOf = (...entries: readonly Entry[]): CaseFile => ({
  ...{ kind: 'proceeding', id: 'c', tier: 'team', by: 'lena', at: '', country: 'kz', title: null },
  ...{ people: ['asan', 'aigul'], entries },
})
const SEEN: Readonly<Record<string, Sketch>> = {
  almaty: { regions: ['KZ-75'], acts: ['detention'] },
  oral: { regions: ['KZ-27'], acts: ['detention', 'fine'] },
}
const told = (file: CaseFile, rows: CountFacet | null) => {
  const known = incidentsBehind(file).map((id) => ({
    ...countedFrom(incident({ id, ...SEEN[id] }), { pack: PACK, words: WORDS }),
    fingerprint: 1,
  }))
  const row = { ...proceedingFacts(file, known, { pack: PACK, words: WORDS }), fingerprint: 1 }
  const asked = { unit: 'proceedings', rows, columns: null, from: null, to: null, only: [] } as const
  return Object.fromEntries(
    countTable([row], asked).cells.map((one) => [one.row ?? 'all', `${one.certain}–${one.claimed}`]),
  )
}

describe('a case', () => {
  const reclassified = charge('174')
  const into = charge('405')
  it.each<[string, readonly Entry[], CountFacet | null, object]>([
    ['once, whomever it is about', [stage('2024-05-08')], null, { all: '1–1' }],
    [
      'once under each law it charges',
      [charge('174'), charge('405')],
      'law',
      { 'CC-174': '1–1', 'CC-405': '1–1' },
    ],
    ['perhaps under a law that somebody inferred', [charge('174', 'inferred')], 'law', { 'CC-174': '0–1' }],
    [
      'under the charge that took the place of another',
      [
        reclassified,
        into,
        entry({
          kind: 'outcome',
          charge: reclassified.id,
          standing: 'reclassified',
          date: null,
          into: into.id,
        }),
      ],
      'law',
      { 'CC-405': '1–1' },
    ],
    ['under a law that the pack does not know as unknown', [charge('999')], 'law', { unknown: '1–1' }],
    [
      'never under a charge that was a mistake',
      [charge('174', 'stated', { struck: true })],
      'law',
      { unknown: '1–1' },
    ],
    ['where it began', [stage('2024-05-08'), stage('2023-12')], 'year', { '2023': '1–1' }],
    ['without a dated stage in no year', [stage(null), charge('174')], 'year', { unknown: '1–1' }],
    ['in the place of its incident', [stage('2024', of('almaty'))], 'region', { 'KZ-75': '1–1' }],
    [
      'in neither place for certain, where its incidents tell two',
      [stage('2024', of('almaty')), charge('174', 'stated', of('oral'))],
      'region',
      { 'KZ-75': '0–1', 'KZ-27': '0–1' },
    ],
    [
      'under an act that all of its incidents tell, and perhaps under the others',
      [stage('2024', of('almaty')), charge('174', 'stated', of('oral'))],
      'act',
      { detention: '1–1', fine: '0–1' },
    ],
    ['in no known place, where it rests on no incident', [stage('2024')], 'region', { unknown: '1–1' }],
    [
      'under the courts it was before',
      [stage('2024', {}, 'Medeu district court')],
      'institution',
      { court: '1–1' },
    ],
    [
      'under the penalties given in it',
      [entry({ kind: 'penalty', penalty: { type: 'prison', years: 2 }, date: null })],
      'penalty',
      { prison: '1–1' },
    ],
  ])('is counted %s', (_what, entries, facet, expected) => {
    expect(told(caseOf(...entries), facet)).toEqual(expected)
  })
})
