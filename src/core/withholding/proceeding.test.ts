/** A legal journey shows nothing that an incident it runs through holds back. */
import { describe, expect, it } from 'vitest'
import type { RecordProceeding } from '../decided.ts'
import type { PublicIncident, PublicPerson } from '../public-record.ts'
import type { Field } from '../values.ts'
import { basisOf, NAMING, PACK } from './fixture.ts'
import { projectProceeding } from './proceeding.ts'
import type { Withholding } from './project.ts'

const SERIKOVA = { en: 'Aigul Serikova', ru: null, kk: null }
const given: Withholding = {
  pack: PACK,
  naming: NAMING,
  bases: new Map([['serikova', [basisOf('consent')]]]),
  people: new Map([['serikova', { id: 'serikova', names: SERIKOVA, variants: [], pseudonym: null }]]),
  documents: new Map(),
  tiers: new Map(),
  fieldTiers: new Map(),
  today: '2026-11-23',
  kept: new Map(),
  replies: new Map(),
  corrections: new Map(),
  published: new Map(),
  open: new Set(),
  generalRoles: new Set(),
}
const journey: RecordProceeding = {
  record: 'proceeding',
  id: 'case-serikova',
  person: 'serikova',
  charges: [],
  stages: [
    { stage: 'detained', date: '2024-05-07', incident: 'arrest' },
    { stage: 'trial', date: '2024-06-01' },
    { stage: 'release', date: '2024-07-01', incident: 'clinic' },
  ],
  by: 'lena',
  at: '2026-11-02T09:00:00Z',
}
const incidentWith = (person: PublicPerson): PublicIncident =>
  ({ fields: { people: [{ value: person, origins: [] }] } }) as unknown as PublicIncident
const named = incidentWith({ kind: 'named', id: 'serikova', name: SERIKOVA, role: null, harmed: true })
const unnamed = incidentWith({ kind: 'withheld', role: null, harmed: true })

const stagesShown = (shown: readonly (readonly [string, PublicIncident])[]) =>
  projectProceeding(journey, given, new Map(shown))?.stages.map((one) => one.stage)

describe('a journey', () => {
  it('is whole where every incident is public and names its person', () =>
    expect(
      stagesShown([
        ['arrest', named],
        ['clinic', named],
      ]),
    ).toEqual(['detained', 'trial', 'release']))

  it.each([
    ['is held back', [['arrest', named]]],
    [
      'does not name its person',
      [
        ['arrest', named],
        ['clinic', unnamed],
      ],
    ],
  ] as const)('leaves out the stage whose incident %s, with its date and its id', (_why, shown) => {
    expect(stagesShown(shown)).toEqual(['detained', 'trial'])
    const text = JSON.stringify(projectProceeding(journey, given, new Map(shown)))
    expect(text).not.toContain('clinic')
    expect(text).not.toContain('2024-07-01')
  })

  it('is not shown at all when nothing of it is left', () =>
    expect(projectProceeding({ ...journey, stages: journey.stages.slice(2) }, given, new Map())).toBeNull())

  it('is not shown of a person known by an office alone: who is tried is struck', () => {
    const office = { ...given, bases: new Map([['serikova', [basisOf('office')]]]) }
    expect(projectProceeding(journey, office, new Map([['arrest', named]]))).toBeNull()
  })
})

describe('a journey through an incident that holds a field back', () => {
  const told: RecordProceeding = {
    ...journey,
    charges: [{ code: 'criminal', article: '174', status: 'stated' }],
    stages: [
      { stage: 'detained', date: '2024-05-07', incident: 'arrest' },
      { stage: 'sentence', date: '2024-06-01', penalty: { type: 'fine', amount: 132550 } },
    ],
  }
  const holding = (field: Field) =>
    JSON.stringify(
      projectProceeding(
        told,
        { ...given, fieldTiers: new Map([['arrest', new Map([[field, { tier: 'team', isNewest: true }]])]]) },
        new Map([['arrest', named]]),
      ),
    )

  it('says all of it where nothing is held back', () =>
    expect(JSON.stringify(projectProceeding(told, given, new Map([['arrest', named]])))).toMatch(
      /174.*2024-05-07.*132550/,
    ))

  it.each([
    ['law', /174|criminal/],
    ['penalty', /132550|fine/],
    ['date', /2024/],
    ['act', /detained|arrest/],
  ] as const)('does not tell its %s in any stage', (field, trace) =>
    expect(holding(field)).not.toMatch(trace),
  )
})
