/** Rulings, shares and what a record is attached to in; the rows that colleagues read of cases, observations and assistance out. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { CaseKind, CaseRecord, CaseTier } from '../../core/cases/case.ts'
import { foldCase } from '../../core/cases/fold.ts'
import type { Json } from '../../core/json.ts'
import type { Person } from '../../core/person.ts'
import type { Store } from '../../store/connect.ts'
import { byRecord } from '../../store/queries/by-record.ts'
import { caseAssignments, caseRulings, type OwnedRuling } from '../../store/queries/cases.ts'
import { loadPeople } from '../../store/queries/people.ts'
import type { CaseRecordRow } from '../../store/tables.ts'

type Reader = Pick<Store, 'selectFrom'>
type Made = { readonly file: CaseRecord; readonly organisation: string; readonly coders: readonly string[] }

/**
 * Ids to make anew: those asked for, and what is attached to them. A record that hangs on a sealed one is no wider: it is
 * sealed too, and read by whoever may read every sealed one that it hangs on.
 */
export async function caseRows(
  store: Reader,
  touched: readonly string[] | 'all',
): Promise<{ readonly ids: readonly string[]; readonly rows: readonly CaseRecordRow[] }> {
  const ids = touched === 'all' ? undefined : await withAttached(store, touched)
  if (ids?.length === 0) return { ids, rows: [] }
  const made = new Map([...byRecord(await caseRulings(store, ids))].flatMap(([id, own]) => madeOf(id, own)))
  const above = [...made.values()].flatMap(({ file }) => aboveOf(file)).filter((id) => !made.has(id))
  const others = new Map(
    [...byRecord(await caseRulings(store, above))].flatMap(([id, own]) => madeOf(id, own)),
  )
  const incidents = await incidentsOf(store, above)
  const all = new Map([...made, ...others])
  const assigned = await caseAssignments(store, [...all.keys()])
  const people = await loadPeople(store)
  const country = await countriesOf(store, [...made.values()])
  const rows = [...made].map(([id, one]): CaseRecordRow => {
    const over = aboveOf(one.file).flatMap((above) => {
      const file = all.get(above)
      const incident = incidents.get(above)
      return file
        ? [
            {
              tier: file.file.tier as string,
              coders: file.coders,
              assigned: assigned.get(above) ?? [],
              isOurs: file.organisation === one.organisation,
            },
          ]
        : incident
          ? [{ ...incident, isOurs: incident.organisation === one.organisation }]
          : []
    })
    const sealed = over.filter((each) => each.tier === 'sealed')
    const tier: CaseTier = one.file.tier === 'sealed' || sealed.length > 0 ? 'sealed' : 'team'
    // Who coded one of the incidents that a case rests on has not read the others.
    const ours = one.file.kind === 'proceeding' ? [] : over.filter((each) => each.isOurs)
    const readsAll = (handle: string): boolean =>
      sealed.every((each) => each.isOurs && (each.coders.includes(handle) || each.assigned.includes(handle)))
    const widened = (own: readonly string[], theirs: readonly string[]): readonly string[] =>
      [...new Set([...own, ...theirs.filter(readsAll)])].sort()
    // Sealed by whoever wrote it, it is theirs: writing on what it hangs on, which is open, lets nobody in.
    const inherited = one.file.tier === 'sealed' ? [] : ours.filter((each) => each.tier === 'sealed')
    const persons = personsOf(one.file)
    return {
      id,
      kind: one.file.kind,
      country: country(one.file),
      organisation: one.organisation,
      tier,
      coders: widened(
        one.coders,
        inherited.flatMap((each) => each.coders),
      ),
      assigned: widened(
        assigned.get(id) ?? [],
        ours.flatMap((each) => each.assigned),
      ),
      people: persons,
      about: aboutOf(one.file),
      names: namesOf(persons, people),
      body: one.file as unknown as Json,
    }
  })
  return { ids: ids ?? [...made.keys()], rows }
}

function madeOf(id: string, rulings: readonly OwnedRuling[]): readonly (readonly [string, Made])[] {
  const [first] = rulings
  const file = first ? foldCase(first.record_kind as CaseKind, rulings) : null
  if (!first || !file) return []
  const coders = [...new Set(rulings.map((one) => one.by))].sort()
  return [[id, { file, organisation: first.organisation ?? HOME, coders }]]
}

/** What decides who may read it besides itself: the case or the incident it hangs on, incidents that a case rests on. */
const aboveOf = (file: CaseRecord): readonly string[] =>
  file.kind === 'proceeding'
    ? restsOn(file)
    : [file.about.case, file.about.incident].filter((one) => one !== undefined)

const restsOn = (file: Extract<CaseRecord, { kind: 'proceeding' }>): readonly string[] =>
  [
    ...new Set(file.entries.flatMap(({ source }) => (source.kind === 'incident' ? [source.incident] : []))),
  ].sort()

const aboutOf = (file: CaseRecord): readonly string[] =>
  file.kind === 'proceeding'
    ? restsOn(file)
    : [
        ...aboveOf(file),
        ...('person' in file.about && file.about.person !== undefined ? [file.about.person] : []),
      ].sort()

const personsOf = (file: CaseRecord): readonly string[] =>
  file.kind === 'observation' ? (file.about.person === undefined ? [] : [file.about.person]) : file.people

const namesOf = (ids: readonly string[], people: ReadonlyMap<string, Person>): CaseRecordRow['names'] =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const person = people.get(id)
      return person ? [[id, person.names]] : []
    }),
  )

/** Those touched that are records of these kinds, those that hang on what was touched, and those that name who was. */
async function withAttached(store: Reader, touched: readonly string[]): Promise<readonly string[]> {
  if (touched.length === 0) return []
  const hangs = await store
    .selectFrom('case_records')
    .select('id as record')
    .where(sql<boolean>`jsonb_exists_any(about || people, array[${sql.join(touched)}]::text[])`)
    .execute()
  const own = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', 'in', ['proceeding', 'observation', 'assistance'])
    .where('record', 'in', touched)
    .execute()
  return [...new Set([...own, ...hangs].map((one) => one.record))].sort()
}

type Above = {
  readonly tier: string
  readonly coders: readonly string[]
  readonly assigned: readonly string[]
  readonly organisation: string
}

async function incidentsOf(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Above>> {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('incidents')
    .select(['id', 'tier', 'coders', 'assigned', 'organisation'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...one }) => [id, one]))
}

/** Written by the case itself, or that of an incident it rests on. */
async function countriesOf(
  store: Reader,
  made: readonly Made[],
): Promise<(file: CaseRecord) => string | null> {
  const asked = [...new Set(made.flatMap(({ file }) => aboutOf(file)))]
  const told =
    asked.length === 0
      ? []
      : await store
          .selectFrom('tellings')
          .select(['record', 'country'])
          .distinct()
          .where('record', 'in', asked)
          .execute()
  const of = new Map(told.map((one) => [one.record, one.country]))
  return (file) =>
    (file.kind === 'proceeding' ? file.country : null) ??
    aboutOf(file).flatMap((id) => of.get(id) ?? [])[0] ??
    null
}
