/** A public incident in, what it adds to the counts of every place, body and provision that it is about out; and such counts added up, as their pages read them. */
import type { Codebook } from '../../core/codebook.ts'
import { type Counters, counterOf, partsOf } from '../../core/counters.ts'
import { roleIn } from '../../core/counting-words.ts'
import {
  FACETS,
  type Facet,
  type Measure,
  type Period,
  periodOf,
  quarterOf,
  type Unit,
} from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PartialDate } from '../../core/partial-date.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { ThingPart } from '../../core/things.ts'
import { everyMeasure } from '../../measure/measure-period.ts'
import { regionsOf } from '../../publish/filter.ts'
import { usesOf } from '../../publish/laws.ts'
import type { Dated } from '../../publish/over-time.ts'
import { isOfPersons } from '../../publish/telling/persons.ts'
import type { LawUse, Many, ThingCounts } from '../../publish/views.ts'

/** Every day there is. */
const ALL: Period = { id: 'all', from: '0000-01-01', to: '9999-12-31' }
const ONE = [1, 1] as const

/** Aggregates repeat single incidents: they add to the uses of a law alone. */
export function countersOf(incident: PublicIncident, pack: Pack, codebook: Codebook): Counters {
  const uses = usesOf([incident]).map(({ provision, stated }) => [
    provision,
    stated > 0 ? 'stated' : 'inferred',
  ])
  const used = uses.map((use) => [counterOf('use', ...use), ONE])
  if (incident.fields.kind === 'aggregate') return Object.fromEntries(used)
  const measures = everyMeasure([incident], ALL, { pack }).filter(
    (one) => one.certain !== 0 || one.claimed !== 0,
  )
  return Object.fromEntries([
    ...used,
    ['all', ONE],
    [counterOf('dated', datesIn(incident)), ONE],
    ...measures.map(({ method, unit, slice, certain, claimed }) => [
      counterOf('measure', method, unit, slice?.facet ?? '', slice?.value ?? ''),
      [certain, claimed],
    ]),
    ...[...rolesIn(incident, codebook)].map((role) => [counterOf('role', role), ONE]),
    ...regionsOf(incident, pack).map((region) => [counterOf('region', region), ONE]),
    ...uses.map((use) => [counterOf('law', ...use), ONE]),
  ])
}

/** `2020-q1/2020-q2,/2020-q1`: the quarters of each date that is said; pages show no finer time. */
function datesIn({ fields }: PublicIncident): string {
  const quarter = (day: string | null): string => (day === null ? '' : quarterOf(day))
  const dates = fields.date.map(({ value }) => `${quarter(value.from)}/${quarter(value.to)}`)
  return [...new Set(dates)]
    .filter((one) => one !== '/')
    .sort()
    .join(',')
}

/** Roles of those who were struck, as the codebook counts them; none where no rule knows the words. */
function rolesIn({ fields }: PublicIncident, codebook: Codebook): ReadonlySet<string> {
  const said = [
    ...fields.people.flatMap(({ value }) => (value.harmed === true ? (value.role ?? []) : [])),
    ...fields.groups.flatMap(({ value }) => (isOfPersons(value.what) ? value.what : [])),
  ]
  return new Set(said.flatMap((one) => roleIn(one, codebook.counting) ?? []))
}

const UNITS_IN_ORDER: readonly string[] = ['incidents', 'persons', 'penalties', 'days', 'money']

/** Counters of many incidents added up in, what is counted of them out, in the order of every other count. */
export function thingCounts(counters: Counters): ThingCounts {
  const of = new Map<string, (readonly [readonly string[], number, number | null])[]>()
  for (const [counter, [certain, claimed]] of Object.entries(counters)) {
    const [kind = '', ...rest] = partsOf(counter)
    of.set(kind, [...(of.get(kind) ?? []), [rest, certain, claimed]])
  }
  const many = (kind: string): ReadonlyMap<string, Many> =>
    new Map(
      (of.get(kind) ?? []).map(([[name = ''], certain, claimed]) => [
        name,
        { certain, claimed: claimed ?? 0 },
      ]),
    )
  return {
    all: many('all').get('') ?? { certain: 0, claimed: 0 },
    dated: (of.get('dated') ?? []).map(([[dates = ''], certain, claimed]) => ({
      ...{ dates: datesFrom(dates), certain, claimed: claimed ?? 0 },
    })),
    measures: (of.get('measure') ?? []).flatMap(measureFrom).sort(inOrder),
    parts: many('part') as ReadonlyMap<ThingPart, Many>,
    roles: many('role'),
    regions: new Map([...many('region')].map(([region, { claimed }]) => [region, claimed])),
    laws: usesFrom(of.get('law') ?? []),
    uses: usesFrom(of.get('use') ?? []),
  }
}

/** None where nothing is certain: that would be a zero for unknown. */
function measureFrom([[method = '', unit, facet, value = ''], certain, claimed]: readonly [
  readonly string[],
  number,
  number | null,
]): readonly Measure[] {
  if (certain === 0) return []
  const slice = facet ? { facet: facet as Facet, value } : null
  return [{ method, unit: unit as Unit, period: ALL.id, slice, certain, claimed, rows: [] }]
}

const inOrder = (a: Measure, b: Measure): number =>
  UNITS_IN_ORDER.indexOf(a.unit) - UNITS_IN_ORDER.indexOf(b.unit) ||
  (a.slice ? FACETS.indexOf(a.slice.facet) : -1) - (b.slice ? FACETS.indexOf(b.slice.facet) : -1) ||
  ((a.slice?.value ?? '') < (b.slice?.value ?? '') ? -1 : 1)

const datesFrom = (text: string): Dated['dates'] =>
  text
    .split(',')
    .filter((one) => one !== '')
    .map((one): PartialDate => {
      const [from = '', to = ''] = one.split('/')
      return {
        ...{ from: periodOf(from)?.from ?? null, to: periodOf(to)?.to ?? null },
        ...{ precision: 'day' as const, circa: false },
      }
    })

function usesFrom(
  counted: readonly (readonly [readonly string[], number, number | null])[],
): readonly LawUse[] {
  const uses = new Map<string, { stated: number; inferred: number }>()
  for (const [[provision = '', basis], , n] of counted) {
    const known = uses.get(provision) ?? { stated: 0, inferred: 0 }
    uses.set(provision, { ...known, [basis === 'stated' ? 'stated' : 'inferred']: n ?? 0 })
  }
  return [...uses]
    .map(([provision, use]) => ({ provision, ...use }))
    .sort((a, b) => b.stated + b.inferred - a.stated - a.inferred || a.provision.localeCompare(b.provision))
}
