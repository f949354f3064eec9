/** What one record of an event holds back, the others hold back too, as a record by itself and read as one. */
import { describe, expect, it } from 'vitest'
import { asOne } from '../identity/as-one.ts'
import { day } from '../partial-date.ts'
import type { Incident } from '../record.ts'
import type { DecidedTier, Tier } from '../tier.ts'
import type { Field } from '../values.ts'
import { appears, basisOf, givenFor, incidentOf } from './fixture.ts'
import { project, type Withholding } from './project.ts'
import { strictest } from './strictest.ts'

const A = 'kz-2024-05-07-a'
const B = 'kz-2024-05-07-b'
const TEXT_A = 'On 7 May 2024 police held Aigul Serikova.'
const TEXT_B = 'On 7 May 2024 Aigul Serikova was taken to a cell in Shabdar.'
const people = new Map([
  [
    'serikova',
    { id: 'serikova', names: { en: 'Aigul Serikova', ru: null, kk: null }, variants: [], pseudonym: null },
  ],
])

/** Two records, each told in a text of its own that names her. */
function two(
  who: readonly (string | null)[] = ['serikova', 'serikova'],
): readonly [Incident, Incident, Withholding] {
  const of = (id: string, text: string, person: string | null) => {
    const told = incidentOf(
      { kind: ['event'], date: [day(2024, 5, 7)], act: ['detention'], person: [appears(true)] },
      text,
      [person],
    )
    const document = told.documents.get('d')
    const start = text.indexOf('Aigul')
    const mentions = [{ name: 'Aigul Serikova', span: { start, end: start + 14 } }]
    const incident = {
      ...told.incident,
      id,
      tellings: told.incident.tellings.map((one) => ({ ...one, document: id })),
    }
    return { incident, document: document && { ...document, id, mentions } }
  }
  const [a, b] = [of(A, TEXT_A, who[0] ?? null), of(B, TEXT_B, who[1] ?? null)]
  const documents = new Map(
    [a, b].flatMap((one) => (one.document ? [[one.document.id, one.document] as const] : [])),
  )
  const bases = new Map([['serikova', [basisOf('consent')]]])
  const kept = new Map([
    [A, '2036-11-01'],
    [B, '2036-11-01'],
  ])
  return [
    a.incident,
    b.incident,
    givenFor({ incident: a.incident, documents }, { documents, people, bases, kept }),
  ]
}
const group = (isOff = false) => [{ ids: [A, B], isOff }]
const tier = (of: Tier, isNewest = true): DecidedTier => ({ tier: of, isNewest })
const seen = (given: Withholding, incident: Incident) => project(incident, given)
const words = (shown: ReturnType<typeof seen>): string =>
  (shown?.sources ?? [])
    .map((one) => one.passage.map((part) => (part.kind === 'withheld' ? '▒' : part.text)).join(''))
    .join(' / ')

describe('of records that tell one event', () => {
  it.each([
    ['a tier that was decided of the other', { tiers: new Map([[B, tier('team')]]) }],
    [
      'the last day of the other',
      {
        kept: new Map([
          [A, '2036-11-01'],
          [B, '2026-11-01'],
        ]),
      },
    ],
  ])('%s takes both away', (_, more) => {
    const [a, b, given] = two()
    const held = strictest({ ...given, ...more }, [a, b], group(), new Map())
    expect([seen(held, a), seen(held, b), seen(held, asOne([a, b]))]).toEqual([null, null, null])
    expect(seen({ ...given, ...more }, a)).not.toBeNull()
  })

  it('one that was taken off, or is sealed and shown to nobody, takes the other away', () => {
    const [a, , given] = two()
    expect(seen(strictest(given, [a], group(true), new Map()), a)).toBeNull()
    const sealed = { ...given, tiers: new Map([[B, tier('sealed')]]) }
    expect(seen(strictest(sealed, [a], group(), new Map()), a)).toBeNull()
    const alone = { ...given, kept: new Map([[A, '2036-11-01']]) }
    expect(seen(strictest(alone, [a], group(), new Map([[B, '2026-01-01']])), a)).toBeNull()
  })

  it('a day held back in one is in no word of the other, and the other address tells nothing of it', () => {
    const [a, b, given] = two()
    const fieldTiers = new Map([[B, new Map<Field, DecidedTier>([['date', tier('team')]])]])
    const held = strictest({ ...given, fieldTiers }, [a, b], group(), new Map())
    const one = seen(held, asOne([a, b]))
    expect([one?.fields.date, one?.merged, words(one).includes('May')]).toEqual([[], undefined, false])
    expect(words(seen(held, a))).not.toContain('May')
    expect(words(seen(given, a))).toContain('7 May 2024')
  })

  it('an opening in one opens nothing in the other', () => {
    const [a, b, given] = two()
    const open = new Map([[A, new Map<Field, DecidedTier>([['other_date', tier('public')]])]])
    const held = strictest({ ...given, fieldTiers: open }, [a, b], group(), new Map())
    expect([held.fieldTiers.get(A), held.fieldTiers.get(B)]).toEqual([undefined, undefined])
  })

  it('records of no group are as they were', () => {
    const [a, b, given] = two()
    expect(strictest(given, [a, b], [], new Map())).toEqual(given)
  })
})

describe('a name', () => {
  it('is read in each text whose own record it was judged to be in', () => {
    const [a, b, given] = two()
    const shown = seen(given, asOne([a, b]))
    expect([shown?.fields.people.length, words(shown), shown?.merged]).toEqual([
      1,
      `${TEXT_A} / ${TEXT_B}`,
      [B],
    ])
  })
  it('is covered in the text of a record in which nobody was judged to be her', () => {
    const [a, b, given] = two(['serikova', null])
    const shown = seen(given, asOne([a, b]))
    expect(shown?.fields.people.map((one) => one.value.kind)).toEqual(['named', 'withheld'])
    expect(words(shown)).toContain(TEXT_A)
    expect(words(shown).split(' / ')[1]).not.toContain('Serikova')
  })
  it('is covered everywhere where one of the records lets nobody be named so', () => {
    const [a, b, given] = two()
    const family = {
      ...b,
      rulings: b.rulings.map((one) =>
        one.field === 'person'
          ? {
              ...one,
              values: one.values.map((held) => ({ ...held, value: appears(false, 'wife of a prisoner') })),
            }
          : one,
      ),
    } as Incident
    const shown = seen(given, asOne([a, family]))
    expect(JSON.stringify(shown)).not.toContain('Serikova')
  })
})
