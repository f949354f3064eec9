/** Invented incidents as decided, and a few naming rules, for the tests of withholding. */
import type { Claim } from '../claim.ts'
import type { Naming } from '../naming.ts'
import type { Pack } from '../pack.ts'
import type { Basis, BasisKind, ShowLevel } from '../person.ts'
import type { Held, Incident, TextOfRecord } from '../record.ts'
import type { Standing } from '../standing.ts'
import type { Tier } from '../tier.ts'
import type { Field, PersonValue, Values } from '../values.ts'
import type { Withholding } from './project.ts'

export const basisOf = (kind: BasisKind, level: ShowLevel = 'name', person = 'serikova'): Basis => ({
  person,
  kind,
  level,
  to: 'public',
  beyond: 'never',
  reason: 'said in the test',
  givenHow: kind === 'consent' ? 'in writing' : null,
  givenOn: kind === 'consent' ? '2026-09-30' : null,
  recordedOn: '2026-10-01',
  reviewBy: '2027-10-01',
  by: 'lena',
})

export const appears = (harmed: PersonValue['harmed'], role: string | null = null): PersonValue => ({
  name: 'Aigul Serikova',
  aliases: [],
  role,
  harmed,
})

type Told = { readonly [F in Field]?: readonly Values[F][] }

/** Every value stands on no claim but those given, which matters only where words lie outside the passage. */
export function incidentOf(
  told: Told,
  text = 'Police held her.',
  who: readonly (string | null)[] = [],
  claims: readonly Claim[] = [],
): { readonly incident: Incident; readonly documents: ReadonlyMap<string, TextOfRecord> } {
  const rulings = (Object.keys(told) as Field[]).map((field) => ({
    field,
    verdict: 'stands' as const,
    values: (told[field] ?? []).map(
      (value, at) =>
        ({ field, value, claims, person: field === 'person' ? (who[at] ?? null) : null }) as unknown as Held,
    ),
    by: 'lena',
    at: '2026-11-01T09:00:00Z',
    why: null,
  }))
  const end = text.includes('|') ? text.indexOf('|') : text.length
  const incident: Incident = {
    id: 'kz-2024-05-07-a',
    country: 'kz',
    version: 1,
    tellings: [{ document: 'd', span: { start: 0, end } }],
    rulings,
    links: [],
  }
  const source = {
    title: 'Notebook',
    publisher: null,
    collector: null,
    url: null,
    published: null,
    accessed: null,
    licence: null,
    reliabilityOfSource: 'likely',
    reliabilityOfInformation: 'likely',
  } as const
  const document = { id: 'd', text, language: 'en', source, mentions: [] }
  return { incident, documents: new Map([['d', document]]) }
}

const NO_REASON = { reason: { en: 'said in the test', ru: null, kk: null }, example: 'none' }
const subject = (id: string, tier: Tier, acts: readonly string[], words: readonly string[]) => ({
  id,
  tier,
  acts,
  words,
  ...NO_REASON,
})

export const NAMING: Naming = {
  rules: [
    { id: 'naming.family@1', when: { who: 'family' }, most: 'never', ...NO_REASON },
    { id: 'naming.consent@1', when: { basis: ['consent'] }, most: 'name', ...NO_REASON },
    { id: 'naming.absent@1', when: {}, most: 'never', ...NO_REASON },
  ],
  people: new Map([['family', ['wife', 'daughter']]]),
  sensitive: [
    subject('sensitive.suicide@1', 'team', ['suicide_alleged_driven'], ['suicide']),
    subject('sensitive.health@1', 'partner', [], ['tuberculosis']),
  ],
  fields: [{ id: 'field.other-dates@1', field: 'other_date', tier: 'team', covers: false, ...NO_REASON }],
}

export const STANDING: Standing = {
  reply: [{ id: 'reply.accused@1', needed: { harmed: ['actor'], fields: ['actor'] }, days: 7, ...NO_REASON }],
  retention: [
    { id: 'retention.event@1', kind: 'event', years: 10, ...NO_REASON },
    { id: 'retention.policy@1', kind: 'policy', years: 25, ...NO_REASON },
  ],
}

const NOWHERE = { en: 'Nowhere', ru: null, kk: null }
const NONE = new Map()
/** A country with one town, in three scripts. */
export const PACK = {
  name: NOWHERE,
  nameIn: NOWHERE,
  currency: 'KZT',
  index: {
    name: NOWHERE,
    values: [{ from: '2024-01-01', to: null, amount: 3692, certainty: null, source: null }],
  },
  ...{ acts: NONE, provisions: NONE, regions: NONE, organisations: NONE },
  places: new Map([
    [
      'shabdar',
      {
        ...{ id: 'shabdar', kind: 'town', inside: null, region: null, lat: null, lon: null, note: null },
        ...{ name: { en: 'Shabdar', ru: 'Шабдар', kk: 'Шабдар' }, variants: ['Shabdarka'], certainty: null },
      },
    ],
  ]),
} as unknown as Pack

/** All that withholding must know, of one incident that nothing was decided of but its values. */
export const givenFor = (
  told: ReturnType<typeof incidentOf>,
  more: Partial<Withholding> = {},
): Withholding => ({
  pack: PACK,
  naming: NAMING,
  bases: new Map(),
  people: new Map(),
  documents: told.documents,
  tiers: new Map(),
  fieldTiers: new Map(),
  today: '2026-11-23',
  kept: new Map([[told.incident.id, '2036-11-01']]),
  replies: new Map(),
  corrections: new Map(),
  published: new Map(),
  open: new Set(),
  generalRoles: new Set(['activist']),
  ...more,
})
