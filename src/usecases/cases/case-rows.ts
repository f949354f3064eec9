/** Rulings, shares and what a record is attached to in; the rows that colleagues read of cases, observations and assistance out. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import { CASE_KINDS, type CaseKind, type CaseRecord, type CaseTier } from '../../core/cases/case.ts'
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
  const made = await casesOf(store, ids)
  const above = [...made.values()].flatMap(({ file }) => hangsOnCase(file)).filter((id) => !made.has(id))
  const all = new Map([...(await casesOf(store, above)), ...made])
  const incidents = await incidentsOf(
    store,
    [...all.values()].flatMap(({ file }) => incidentsUnder(file)),
  )
  const assigned = await caseAssignments(store, [...all.keys()])
  const people = await loadPeople(store)
  const country = await countriesOf(store, [...made.values()])
  const tierOf = ({ file }: Made): CaseTier =>
    file.tier === 'sealed' ||
    incidentsUnder(file).some((id) => incidents.get(id)?.tier === 'sealed') ||
    hangsOnCase(file).some((id) => {
      const over = all.get(id)
      return over !== undefined && tierOf(over) === 'sealed'
    })
      ? 'sealed'
      : 'team'
  const rows = [...made].map(([id, one]): CaseRecordRow => {
    const sealedUnder = incidentsUnder(one.file).flatMap((under) => {
      const incident = incidents.get(under)
      return incident?.tier === 'sealed' ? [incident] : []
    })
    const over = [
      ...hangsOnCase(one.file).flatMap((above) => {
        const file = all.get(above)
        return file ? [{ ...file, tier: tierOf(file), assigned: assigned.get(above) ?? [] }] : []
      }),
      ...hangsOnIncident(one.file).flatMap((above) => incidents.get(above) ?? []),
    ]
    const mustRead = [...over.filter((each) => each.tier === 'sealed'), ...sealedUnder]
    const isOurs = (each: Pick<Made, 'organisation'>): boolean => each.organisation === one.organisation
    const readsAll = (handle: string): boolean =>
      mustRead.every(
        (each) => isOurs(each) && (each.coders.includes(handle) || each.assigned.includes(handle)),
      )
    const widened = (own: readonly string[], theirs: readonly string[]): readonly string[] =>
      [...new Set([...own, ...theirs.filter(readsAll)])].sort()
    // Sealed by whoever wrote it, it is theirs: writing on what it hangs on, or handing that over, lets nobody in while that is open.
    const ours = over.filter((each) => isOurs(each) && (one.file.tier !== 'sealed' || each.tier === 'sealed'))
    const inherited = one.file.tier === 'sealed' ? [] : ours.filter((each) => each.tier === 'sealed')
    const persons = personsOf(one.file)
    return {
      id,
      kind: one.file.kind,
      country: country(one.file),
      organisation: one.organisation,
      tier: tierOf(one),
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

async function casesOf(store: Reader, ids?: readonly string[]): Promise<ReadonlyMap<string, Made>> {
  return new Map([...byRecord(await caseRulings(store, ids))].flatMap(([id, own]) => madeOf(id, own)))
}

function madeOf(id: string, rulings: readonly OwnedRuling[]): readonly (readonly [string, Made])[] {
  const [first] = rulings
  const file = first ? foldCase(first.record_kind as CaseKind, rulings) : null
  if (!first || !file) return []
  const coders = [...new Set(rulings.map((one) => one.by))].sort()
  return [[id, { file, organisation: first.organisation ?? HOME, coders }]]
}

const some = (...ids: readonly (string | undefined)[]): readonly string[] =>
  ids.filter((one) => one !== undefined)
const hangsOnCase = (file: CaseRecord): readonly string[] =>
  file.kind === 'proceeding' ? [] : some(file.about.case)
const hangsOnIncident = (file: CaseRecord): readonly string[] =>
  file.kind === 'proceeding' ? [] : some(file.about.incident)

/** What it hangs on, and what it or any of its entries rests on. */
const incidentsUnder = (file: CaseRecord): readonly string[] => {
  const sources = [
    ...('source' in file ? [file.source] : []),
    ...('entries' in file ? file.entries.map((one) => one.source) : []),
  ]
  const restsOn = sources.flatMap((one) => (one.kind === 'incident' ? [one.incident] : []))
  return [...new Set([...hangsOnIncident(file), ...restsOn])].sort()
}

const aboutOf = (file: CaseRecord): readonly string[] =>
  [
    ...hangsOnCase(file),
    ...incidentsUnder(file),
    ...(file.kind === 'observation' ? some(file.about.person) : []),
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

/** Those touched that are records of these kinds, those that hang on what was touched or name who was, and what hangs on these. */
async function withAttached(store: Reader, touched: readonly string[]): Promise<readonly string[]> {
  if (touched.length === 0) return []
  const own = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', 'in', CASE_KINDS)
    .where('record', 'in', touched)
    .execute()
  const first = [...own.map((one) => one.record), ...(await hangingOn(store, touched))]
  return [...new Set([...first, ...(await hangingOn(store, first))])].sort()
}

async function hangingOn(store: Reader, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('case_records')
    .select('id')
    .where(sql<boolean>`jsonb_exists_any(about || people, array[${sql.join(ids)}]::text[])`)
    .execute()
  return rows.map((one) => one.id)
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
