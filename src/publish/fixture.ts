/** Plain literals in, public incidents with invented names out. For tests alone: the one place that casts the brand. */

import type { ActTerm, Codebook, Gravity, Motif, Term } from '../core/codebook.ts'
import type { Labels } from '../core/language.ts'
import { VERDICTS } from '../core/measurement-rules.ts'
import { type PartialDate, parsePartialDate } from '../core/partial-date.ts'
import type {
  IncidentBody,
  PublicFields,
  PublicIncident,
  PublicPenalty,
  PublicPerson,
  PublicPlace,
  PublicSource,
  Shown,
} from '../core/public-record.ts'
import { METHOD as RATING, WORDS as RATING_WORDS, WATCH } from '../core/rating/fixture.ts'
import {
  barePenalty,
  type Freedom,
  type GroupValue,
  type IncidentKind,
  type LawValue,
  type PenaltyType,
  type PenaltyValue,
} from '../core/values.ts'

const shown = <T>(value: T, mark: string | null = null): Shown<T> => ({
  value,
  origins: [{ source: 0, mark, by: 'rule', reader: 'date.day-month@1', basis: 'stated' }],
})
const UNKNOWN: PartialDate = { from: null, to: null, precision: 'unknown' }
const same = (text: string): Labels => ({ en: text, ru: text, kk: text })

export const NAMES: readonly Labels[] = [
  { en: 'Asan Usenov', ru: 'Асан Усенов', kk: 'Асан Үсенов' },
  { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: 'Айгүл Серікова' },
]
export const named = (index: number): PublicPerson => ({
  kind: 'named',
  id: `person-${index}`,
  name: NAMES[index] ?? same('Anna Zhanova'),
  role: 'journalist',
  harmed: true,
})
export const withheld: PublicPerson = { kind: 'withheld', role: null, harmed: true }

const PLACES: Readonly<Record<string, PublicPlace>> = {
  oskemen: {
    name: 'Oskemen',
    canonical: 'Oskemen',
    place: 'oskemen',
    region: 'KZ-63',
    label: { en: 'Oskemen', ru: 'Усть-Каменогорск', kk: 'Өскемен' },
  },
  almaty: {
    name: 'Almaty',
    canonical: 'Almaty',
    place: 'almaty',
    region: 'KZ-75',
    label: { en: 'Almaty', ru: 'Алматы', kk: 'Алматы' },
  },
  country: {
    name: 'Kazakhstan',
    canonical: 'Kazakhstan',
    place: 'kazakhstan',
    region: null,
    label: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
  },
}

/** A group as a source says it. */
export const group = (
  what: string,
  min: number | null,
  max: number | null,
  qualifier: GroupValue['qualifier'] = 'exact',
): GroupValue => ({ what, min, max, qualifier })
/** Who is penalised is not public. */
const withoutWho = ({ who: _, ...rest }: PenaltyValue): Omit<PenaltyValue, 'who'> => rest

export const penalty = (type: PenaltyType, more: Partial<PublicPenalty> = {}): PublicPenalty => ({
  ...withoutWho(barePenalty(type)),
  ...{ indexMultiple: null, persons: null },
  ...more,
})

export const source = (collector: string | null, more: Partial<PublicSource> = {}): PublicSource => ({
  ...{
    title: 'A monitoring report',
    publisher: 'A monitor',
    collector,
    url: 'https://example.org/report',
    published: '2020-04-01',
  },
  ...{
    language: 'en',
    reliabilityOfSource: 'likely',
    reliabilityOfInformation: 'unknown',
    start: 120,
    end: 260,
  },
  passage: [
    { kind: 'words', text: 'In ' },
    { kind: 'mark', text: 'February', marks: ['a'] },
    { kind: 'words', text: ' ' },
    { kind: 'withheld' },
    { kind: 'words', text: ' was held for <two> hours & let go.' },
  ],
  ...more,
})

/** What a test says of an incident; all else is empty. */
export type Told = {
  readonly id?: string
  readonly kind?: IncidentKind
  readonly freedoms?: readonly Freedom[]
  readonly date?: string | readonly string[] | null
  readonly place?: keyof typeof PLACES | null
  readonly people?: readonly PublicPerson[]
  readonly organisations?: readonly string[]
  readonly groups?: readonly GroupValue[]
  readonly acts?: readonly string[]
  readonly laws?: readonly (LawValue & { readonly provision: string | null })[]
  readonly penalties?: readonly PublicPenalty[]
  readonly sources?: readonly PublicSource[]
  readonly disputed?: readonly string[]
  readonly links?: IncidentBody['links']
  readonly replies?: IncidentBody['replies']
  readonly corrections?: IncidentBody['corrections']
  readonly published?: string | null
  readonly withheld?: IncidentBody['withheld']
}

export function incident(told: Told): PublicIncident {
  const dates = told.date === null ? [] : [told.date ?? '2020-02-22'].flat()
  const place = told.place === null ? undefined : PLACES[told.place ?? 'oskemen']
  const fields: PublicFields = {
    kind: told.kind ?? 'event',
    freedoms: (told.freedoms ?? ['assembly']).map((one) => shown(one)),
    date: dates.map((text) => shown(parsePartialDate(text) ?? UNKNOWN, 'a')),
    otherDates: [],
    places: place ? [shown(place)] : [],
    people: (told.people ?? []).map((one) => shown(one)),
    organisations: (told.organisations ?? []).map((one) => shown(one)),
    groups: (told.groups ?? []).map((one) => shown(one)),
    acts: (told.acts ?? []).map((one) => shown(one)),
    laws: (told.laws ?? []).map((one) => shown(one)),
    offences: [],
    penalties: (told.penalties ?? []).map((one) => shown(one)),
    actors: [],
    saidBy: [],
    outcome: [],
  }
  const body: IncidentBody = {
    id: told.id ?? 'kz-2020-02-22-a',
    country: 'kz',
    version: 1,
    fields,
    disputed: told.disputed ?? [],
    decided: [{ field: 'date', verdict: 'stands', at: '2026-11-01T10:00:00Z' }],
    sources: told.sources ?? [source('Observers'), source('A second monitor')],
    links: told.links ?? [],
    replies: told.replies ?? [],
    corrections: told.corrections ?? [],
    published: told.published === undefined ? '2020-04-05' : told.published,
    withheld: told.withheld ?? [],
  }
  return body as PublicIncident
}

const ACTS = [
  'detention',
  'fine',
  'interrogation',
  'administrative_detention',
  'killing',
  'release',
  'website_blocking',
  'dissolution',
  'criminal_case_opened',
  'restrictive_law',
]

/** A quarter of `n` varied incidents, the same each time. */
export const quarter = (n: number): readonly PublicIncident[] =>
  Array.from({ length: n }, (_, i) => {
    const month = 1 + Math.floor((i * 3) / n)
    const day = 1 + ((i * 7) % 28)
    const date = `2020-0${month}-${String(day).padStart(2, '0')}`
    return incident({
      id: `kz-${date}-${String(i).padStart(3, '0')}`,
      date,
      kind: i % 30 === 29 ? 'aggregate' : 'event',
      place: (['oskemen', 'almaty', 'country', null] as const)[i % 4] ?? null,
      freedoms: [(['assembly', 'expression', 'association', 'other'] as const)[i % 4] ?? 'other'],
      acts: [ACTS[i % ACTS.length] ?? 'detention', ...(i % 3 === 0 ? ['conviction'] : [])],
      groups:
        i % 2 === 0
          ? [
              group(
                'activists detained',
                2 + (i % 40),
                i % 6 === 0 ? null : 2 + (i % 40),
                i % 6 === 0 ? 'at_least' : 'exact',
              ),
            ]
          : [],
      people: i % 2 === 1 ? [withheld] : [],
      laws:
        i % 4 === 1
          ? [
              {
                code: 'administrative',
                article: '488',
                part: null,
                name: null,
                provision: i % 8 === 1 ? 'AOC-488' : 'CC-405',
              },
            ]
          : [],
      sources: i % 5 === 0 ? [source('Observers')] : [source('Observers'), source('A second monitor')],
      disputed: i % 17 === 0 ? ['group'] : [],
    })
  })

const act = (
  id: string,
  motif: Motif | null,
  gravity: Gravity | null,
  rank: number,
): readonly [string, ActTerm] => [
  id,
  {
    id,
    label: same(id),
    definition: same(id),
    not: same(id),
    codes: { huridocs: null, civicus: null },
    motif,
    gravity,
    rank,
  },
]
const NONE: ReadonlyMap<string, Term> = new Map()
const ANY_TEXT = {
  ease: null,
  grade: null,
  meanWords: 99,
  longShare: 1,
  reason: { en: 'a', ru: 'a', kk: 'a' },
}

/** A codebook of a few acts: enough to sew. */
export const CODEBOOK: Codebook = {
  version: 'test',
  reviewedBy: {},
  acts: new Map([
    act('detention', 'liberty', 2, 55),
    act('arrest', 'liberty', 2, 54),
    act('conviction', 'trial', 1, 40),
    act('administrative_detention', 'trial', 2, 60),
    act('fine', 'trial', 1, 50),
    act('interrogation', null, 0, 20),
    act('killing', 'integrity', 4, 100),
    act('release', 'good', 'star', 45),
    act('website_blocking', 'digital', 0, 45),
    act('dissolution', 'association', 1, 50),
    act('criminal_case_opened', 'trial', 3, 57),
    act('restrictive_law', 'law', 0, 48),
    act('protest_held', null, null, 1),
  ]),
  vocabularies: {
    kinds: NONE,
    freedoms: NONE,
    qualifiers: NONE,
    law_codes: NONE,
    penalties: NONE,
    harms: NONE,
    roles: NONE,
    tags: NONE,
  },
  motifOfFreedom: {
    association: 'association',
    assembly: 'assembly',
    expression: 'expression',
    other: 'integrity',
  },
  rules: new Map(),
  policy: {
    roles: new Map(),
    states: new Map(),
    actions: new Map(),
    moves: new Map(),
    publicationStates: new Map(),
    publicationMoves: new Map(),
    grants: [],
  },
  naming: { rules: [], people: new Map(), sensitive: [], fields: [] },
  standing: { reply: [], retention: [] },
  glossary: new Map(),
  cards: {
    ...{ days: 180, roles: [], readers: 5, right: 0.8, questions: [] },
    graded: {},
    targets: { en: ANY_TEXT, ru: ANY_TEXT, kk: ANY_TEXT },
  },
  painful: [],
  field: { sheet: 'trial', units: new Map(), methods: new Map() },
  mailboxes: {
    ...{ anyTag: '+', providers: new Map() },
    burst: {
      id: 'mailbox.burst@2',
      shared: [],
      most: 25,
      reason: { en: 'as the test says', ru: null, kk: null },
      example: '',
    },
  },
  estimates: {
    ...{ refusals: new Map(), assumptions: [], methods: new Map() },
    ...{ countHeadings: [], timesHeadings: [], drawHeadings: [] },
  },
  lists: { headings: new Map(), penalties: [], units: [], placeWords: [], and: [], sources: [] },
  counting: { roles: [], institutions: [] },
  mappings: { harms: [], groups: [], tags: [], events: [] },
  margins: [{ low: 0, high: null }],
  review: { queue: [], second: [], secondSince: '9999-12-31' },
  ways: new Map(),
  ...{ standards: new Map(), addressees: new Map(), submissions: new Map() },
  tactics: new Map(),
  plan: new Map(),
  applications: new Map(),
  campaigns: { actions: new Map(), states: new Map(), moves: new Map(), outcomes: new Map() },
  recommendations: { bodies: new Map(), grades: new Map(), specificity: new Map() },
  cases: { sheets: new Map(), assistance: new Map(), answers: new Map(), restrictions: new Map() },
  rating: { method: RATING, words: RATING_WORDS },
  watch: WATCH,
  alike: { groups: [], passedOver: [] },
  measurements: {
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => [
        verdict,
        {
          id: `ooni.${verdict}@1`,
          verdict,
          label: same(verdict),
          act: null,
          reason: same(verdict),
          example: '',
        },
      ]),
    ) as Codebook['measurements']['verdicts'],
    blocked: { measurements: 30, days: 5, share: 0.8, lower: 0.7, same: 0.8, control: 0.8 },
    interception: { measurements: 2 },
    accessible: { share: 0.2 },
    unjudged: [],
  },
}
