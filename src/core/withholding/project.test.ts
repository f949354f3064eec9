/** What partners read, what any reader reads, and that a field held back leaves nothing of itself. */
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Claim } from '../claim.ts'
import { foldName } from '../names/fold.ts'
import { parsePartialDate } from '../partial-date.ts'
import type { PartnerIncident, PublicIncident } from '../public-record.ts'
import type { DecidedTier, Tier } from '../tier.ts'
import { barePenalty, FIELDS, type Field, type Values } from '../values.ts'
import { appears, basisOf, givenFor, incidentOf } from './fixture.ts'
import { project } from './project.ts'

const DAY = { from: '2024-05-07', to: '2024-05-07', precision: 'day' } as const
const SERIKOVA = {
  id: 'serikova',
  names: { en: 'Aigul Serikova', ru: null, kk: null },
  variants: [],
  pseudonym: null,
}

const tiersOf = (id: string, field: Field, tier: Tier) =>
  new Map([[id, new Map<Field, DecidedTier>([[field, { tier, isNewest: true }]])]])
const wordsIn = (record: PublicIncident | PartnerIncident | null): string =>
  (record?.sources ?? [])
    .flatMap((one) => one.passage.map((part) => (part.kind === 'withheld' ? '▒' : part.text)))
    .join('')

describe('what the title of a source says in other languages', () => {
  const told = incidentOf({ person: [appears(true)] }, 'Police held her.', ['serikova'])
  const titled = (title: string, titleIn: Readonly<Record<string, string>>) => {
    const documents = new Map(
      [...told.documents].map(([id, one]) => [id, { ...one, source: { ...one.source, title, titleIn } }]),
    )
    const given = givenFor(told, { people: new Map([['serikova', SERIKOVA]]), documents })
    return project(told.incident, given)?.sources[0]
  }

  it('is told beside it, but for one that names somebody who is held back', () => {
    const seen = titled('Задержание', { en: 'Aigul Serikova held', kk: 'Ұстау' })
    expect([seen?.title, seen?.titleIn]).toEqual(['Задержание', { kk: 'Ұстау' }])
  })

  it('is not told where the title itself may not be read', () => {
    const seen = titled('Aigul Serikova', { ru: 'Задержана активистка', kk: 'Белсенді ұсталды' })
    expect([seen?.title, seen?.titleIn]).toEqual([null, undefined])
  })
})

describe('a record for partners', () => {
  const told = incidentOf({ person: [appears(true, 'activist')] }, 'Police held Aigul Serikova.', [
    'serikova',
  ])
  const people = new Map([['serikova', SERIKOVA]])
  const documents = new Map(
    [...told.documents].map(([id, one]) => [
      id,
      { ...one, mentions: [{ name: 'Aigul Serikova', span: { start: 12, end: 26 } }] },
    ]),
  )
  const basis = { ...basisOf('consent'), to: 'partner', beyond: 'initials' } as const
  const given = givenFor(told, { people, documents, bases: new Map([['serikova', [basis]]]) })

  it('has the name of whoever agreed to be named to them, in the passage too', () => {
    const seen = project(told.incident, given, 'partner')
    expect(seen?.fields.people[0]?.value).toMatchObject({ kind: 'named', id: 'serikova' })
    expect(wordsIn(seen)).toBe('Police held Aigul Serikova.')
  })

  it('is not what any reader sees: initials, and a slip in the passage', () => {
    const seen = project(told.incident, given)
    expect(seen?.fields.people[0]?.value).toMatchObject({ kind: 'alias', text: 'A. S.' })
    expect(wordsIn(seen)).toBe('Police held ▒.')
    expect(JSON.stringify(seen)).not.toMatch(/serikova/i)
  })

  it('names no child and nobody’s family, whoever agreed', () => {
    const wife = incidentOf(
      { person: [appears(true, 'wife of a prisoner')] },
      'Police held Aigul Serikova.',
      ['serikova'],
    )
    const seen = project(
      wife.incident,
      { ...given, bases: new Map([['serikova', [basisOf('consent')]]]) },
      'partner',
    )
    expect(seen?.fields.people[0]?.value.kind).toBe('withheld')
    expect(JSON.stringify(seen)).not.toMatch(/serikova/i)
  })

  it.each([
    ['public', true, true],
    ['partner', false, true],
    ['team', false, false],
    ['sealed', false, false],
  ] as const)('of the tier %s is there for any reader: %s, for partners: %s', (tier, any, partners) => {
    const known = { ...given, tiers: new Map([[told.incident.id, { tier, isNewest: true }]]) }
    expect(project(told.incident, known) !== null).toBe(any)
    expect(project(told.incident, known, 'partner') !== null).toBe(partners)
  })

  it('cannot be handed to a page for any reader', () => {
    expectTypeOf<PartnerIncident>().not.toExtend<PublicIncident>()
    expectTypeOf<PublicIncident>().not.toExtend<PartnerIncident>()
    expectTypeOf(project(told.incident, given)).toEqualTypeOf<PublicIncident | null>()
    expectTypeOf(project(told.incident, given, 'partner')).toEqualTypeOf<PartnerIncident | null>()
  })
})

describe('a record whose time has come', () => {
  const told = incidentOf({ act: ['detention'] })
  it.each([
    ['the day before', '2026-12-31', true],
    ['on the day', '2027-01-01', true],
    ['the day after', '2027-01-02', false],
  ])('%s', (_when, today, isThere) => {
    const given = givenFor(told, { today, kept: new Map([[told.incident.id, '2027-01-01']]) })
    expect(project(told.incident, given) !== null).toBe(isThere)
    expect(project(told.incident, given, 'partner') !== null).toBe(isThere)
  })

  it('is not there when nobody knows its time', () =>
    expect(project(told.incident, givenFor(told, { kept: new Map() }))).toBeNull())
})

/** Of each field a value and a sentence that says it, in words that no other field uses. */
const SAID: {
  readonly [F in Exclude<Field, 'kind'>]: { readonly value: Values[F]; readonly words: string }
} = {
  freedom: { value: 'assembly', words: 'assembly' },
  date: { value: DAY, words: '7 May 2024' },
  other_date: { value: '2024-04-03', words: '3 апреля 2024 года' },
  place: { value: { name: 'Shabdarka', canonical: 'Shabdar', place: 'shabdar' }, words: 'Шабдаре' },
  person: { value: appears(true, 'activist'), words: 'Aigul Serikova' },
  organisation: { value: 'Zhuldyz Fund', words: 'Жулдыз' },
  group: { value: { what: 'teachers', min: 41, max: 41, qualifier: 'exact' }, words: '41 teachers' },
  act: { value: 'detention', words: 'detention' },
  law: { value: { code: 'criminal', article: '488', part: null, name: 'Code Kappa' }, words: 'Article 488' },
  offence: { value: 'hooliganism', words: 'hooliganism' },
  penalty: { value: { ...barePenalty('fine'), amount: 132550, currency: 'KZT' }, words: '132,550 tenge' },
  actor: { value: 'gendarmes', words: 'gendarmes' },
  source: { value: 'bystanders', words: 'bystanders' },
  outcome: { value: 'released', words: 'released' },
}
/** Any of these in the data would say the value. */
const TRACES: { readonly [F in keyof typeof SAID]: RegExp } = {
  freedom: /assembly/i,
  date: /2024-05-07|7 may|\bmay\b/i,
  other_date: /2024-04-03|апрел/i,
  place: /shabdar|шабдар/i,
  person: /aigul|serikova|activist/i,
  organisation: /zhuldyz|жулдыз/i,
  group: /\b41\b|teachers/i,
  act: /detention/i,
  law: /488|kappa/i,
  offence: /hooligan/i,
  penalty: /132.?550|"fine"/i,
  actor: /gendarme/i,
  source: /bystander/i,
  outcome: /"released|released/i,
}
const OTHERS = Object.keys(SAID) as readonly (keyof typeof SAID)[]

type World = {
  readonly order: readonly (keyof typeof SAID)[]
  readonly read: readonly boolean[]
  readonly title: number
}

/** A text of one sentence a field in any order; some values stand on the words, others on the coder’s word alone. */
function worldOf({ order, read, title }: World) {
  const spans = new Map<string, { readonly start: number; readonly end: number }>()
  let text = 'Then '
  for (const field of order) {
    const { words } = SAID[field]
    spans.set(field, { start: text.length, end: text.length + words.length })
    text += `${words}; and `
  }
  const values = Object.fromEntries(order.map((field) => [field, [SAID[field].value]]))
  const told = incidentOf(values, `${text}so on.`, ['serikova'])
  const rulings = told.incident.rulings.map((ruling) => {
    const isRead = read[order.indexOf(ruling.field as keyof typeof SAID)] ?? false
    const whole = { start: 0, end: text.length + 6 }
    const claim = {
      ...{
        id: `c-${ruling.field}`,
        document: 'd',
        field: ruling.field,
        value: ruling.values[0]?.value,
        basis: 'stated',
      },
      span: isRead ? spans.get(ruling.field) : whole,
      reader: isRead ? { kind: 'rule', rule: 'x@1' } : { kind: 'coder', coder: 'lena' },
    } as unknown as Claim
    return { ...ruling, values: ruling.values.map((held) => ({ ...held, claims: [claim] }) as typeof held) }
  })
  const document = told.documents.get('d')
  if (!document) throw new Error('no document')
  const named = order[title % order.length] ?? 'act'
  const source = {
    ...document.source,
    title: `On ${SAID[named].words}`,
    collector: SAID[named].words,
    url: `https://news.example/${encodeURIComponent(SAID[named].words.replaceAll(' ', '-'))}`,
    published: '2024-05-07',
  }
  const mentions = [{ name: 'Aigul Serikova', span: spans.get('person') ?? { start: 0, end: 1 } }]
  return {
    incident: { ...told.incident, id: 'kz-x1-a', rulings },
    documents: new Map([['d', { ...document, source, mentions }]]),
  }
}

const worlds: fc.Arbitrary<World> = fc.record({
  order: fc.shuffledSubarray([...OTHERS], { minLength: OTHERS.length }),
  read: fc.array(fc.boolean(), { minLength: OTHERS.length, maxLength: OTHERS.length }),
  title: fc.nat(20),
})
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? foldName(value)
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

describe('a field held back', () => {
  const given = (told: ReturnType<typeof worldOf>) => ({
    ...givenFor(told),
    people: new Map([['serikova', SERIKOVA]]),
    bases: new Map([['serikova', [basisOf('consent')]]]),
  })

  it.each(OTHERS)('%s leaves no value, no word and no sign of how many it had', (field) => {
    fc.assert(
      fc.property(worlds, (world) => {
        const told = worldOf(world)
        const known = given(told)
        const before = project(told.incident, known)
        const after = project(told.incident, { ...known, fieldTiers: tiersOf('kz-x1-a', field, 'team') })
        const text = JSON.stringify(after)
        expect(text).not.toMatch(TRACES[field])
        expect(after?.decided.map((one) => one.field)).not.toContain(field)
        // Nothing is there that was not shown before, but that something is held back.
        const shown = new Set(stringsIn(before))
        expect(
          stringsIn(after).filter((one) => !shown.has(one) && !['withheld', 'values', 'words'].includes(one)),
        ).toEqual([])
        expect(after?.withheld.includes('values')).toBe(field !== 'other_date')
      }),
      { numRuns: 40 },
    )
  })

  it('is shown where it is not: each trace is one that would be found', () => {
    const told = worldOf({ order: OTHERS, read: OTHERS.map(() => true), title: 3 })
    const open = { ...given(told), fieldTiers: tiersOf('kz-x1-a', 'other_date', 'public') }
    const text = JSON.stringify(project(told.incident, open))
    for (const field of OTHERS) expect(text, field).toMatch(TRACES[field])
  })

  it('is covered as a whole passage where nobody knows which words say it', () => {
    const told = incidentOf({ actor: ['officers of the town'] }, 'Two men in plain clothes came.')
    const known = givenFor(told, { fieldTiers: tiersOf(told.incident.id, 'actor', 'team') })
    expect(wordsIn(project(told.incident, known))).toBe('▒')
  })

  it('has no link and no reply where its date is held back, and no other record has a link to it', () => {
    const one = incidentOf({ actor: ['police'] })
    const incident = { ...one.incident, links: [{ kind: 'follows', incident: 'kz-2024-05-06-a' }] as const }
    const asked = {
      kind: 'asked',
      on: '2024-05-09',
      of: 'police',
      how: 'by letter',
      until: '2024-05-16',
      answer: null,
    } as const
    const known = givenFor(one, {
      open: new Set(['kz-2024-05-06-a']),
      replies: new Map([[incident.id, [asked]]]),
    })
    const shown = project(incident, known)
    expect([shown?.links.length, shown?.replies.length]).toEqual([1, 1])
    const own = project(incident, { ...known, fieldTiers: tiersOf(incident.id, 'date', 'team') })
    expect([own?.links, own?.replies]).toEqual([[], []])
    const other = project(incident, { ...known, fieldTiers: tiersOf('kz-2024-05-06-a', 'date', 'team') })
    expect([other?.links, other?.replies.length]).toEqual([[], 1])
  })

  it('takes the day out of a fine’s index units, which would tell the year', () => {
    const fine = { ...barePenalty('fine'), amount: 36920, currency: 'KZT' }
    const told = incidentOf({ date: [parsePartialDate('2024-05-07') ?? DAY], penalty: [fine] })
    const known = givenFor(told)
    expect(project(told.incident, known)?.fields.penalties[0]?.value.indexMultiple).toBe(10)
    const held = { ...known, fieldTiers: tiersOf(told.incident.id, 'date', 'team') }
    expect(project(told.incident, held)?.fields.penalties[0]?.value.indexMultiple).toBeNull()
  })

  it('has its own name in every place that might say it', () =>
    expect(['kind', ...OTHERS].sort()).toEqual([...FIELDS].sort()))
})

describe('a reply', () => {
  const told = incidentOf({ actor: ['police'], organisation: ['Zhuldyz Fund'] })
  const asked = (words: string, of = 'police department') =>
    ({
      kind: 'asked',
      ...{ on: '2026-05-03', of, how: 'by letter', until: '2026-05-17' },
      answer: { on: '2026-05-10', words },
    }) as const
  const shown = (words: string, of?: string, fields?: ReturnType<typeof tiersOf>) =>
    project(
      told.incident,
      givenFor(told, {
        replies: new Map([[told.incident.id, [asked(words, of)]]]),
        ...(fields && { fieldTiers: fields }),
      }),
    )?.replies[0]

  it('is shown with its answer', () =>
    expect(shown('we held nobody')).toMatchObject({
      of: 'police department',
      answer: { text: 'we held nobody' },
    }))

  it.each([
    ['names somebody', 'we held Asan Usenov'],
    ['reaches somebody', 'write to asan@example.org'],
  ])('is held back where it %s, and its day stays', (_what, words) => {
    expect(shown(words)).toMatchObject({ answer: { on: '2026-05-10', text: null } })
    expect(JSON.stringify(shown(words))).not.toContain(words.slice(-6))
  })

  it('does not name whom it asked', () =>
    expect(shown('no', 'Colonel Asan Usenov')).toMatchObject({ of: null }))

  it('does not say what a field holds back', () =>
    expect(
      shown('the zhuldyz fund began it', undefined, tiersOf(told.incident.id, 'organisation', 'team')),
    ).toMatchObject({ answer: { text: null } }))

  it('keeps why nobody was asked inside', () => {
    const known = givenFor(told, {
      replies: new Map([[told.incident.id, [{ kind: 'not-asked', why: 'a witness' }]]]),
    })
    expect(project(told.incident, known)?.replies).toEqual([{ kind: 'not-asked' }])
  })
})
