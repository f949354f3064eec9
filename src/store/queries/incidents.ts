/** Decisions and the claims they stand on in, incidents (tier 4) out. */
import type { Claim } from '../../core/claim.ts'
import { type Reliability, WAYS } from '../../core/document.ts'
import { refuse } from '../../core/faults.ts'
import { isLanguage } from '../../core/language.ts'
import type { Held, Incident, LinkKind, Ruling, Telling, TextOfRecord, Verdict } from '../../core/record.ts'
import { FIELDS, type Field } from '../../core/values.ts'
import { NAMES_FOUND_IN } from '../../core/withholding/names-found.ts'
import type { Store } from '../connect.ts'
import type { DecisionRow, HeldRow, LinkRow, TellingRow } from '../tables.ts'
import { byRecord } from './by-record.ts'
import { toClaim } from './claims.ts'
import { collectorFieldOf } from './collectors.ts'
import { coveredIn } from './covers.ts'
import { otherwiseFieldOf } from './sayings.ts'

/** Version of a reading in which no rule took part, because there are none for the language. */
export const UNREAD = 'none'

/** A model may have read such a text beside: its names are no list that withholding could rely on. */
export const isUnread = (version: string): boolean => version === UNREAD || version.startsWith(`${UNREAD} + `)

type Reader = Pick<Store, 'selectFrom'>

/**
 * The asked incidents, or all of them, in the order of their ids. `upTo`: the log entry up to which an incident is read, so
 * that a version is seen as it stood then.
 */
export async function loadIncidents(
  store: Reader,
  ids?: readonly string[],
  upTo: ReadonlyMap<string, number> = new Map(),
): Promise<readonly Incident[]> {
  if (ids?.length === 0) return []
  const decisions = await rowsOf(
    store.selectFrom('decisions').selectAll().where('record_kind', '=', 'incident').orderBy('event'),
    ids,
  )
  const tellings = await rowsOf(store.selectFrom('tellings').selectAll().orderBy('event'), ids)
  const links = await rowsOf(store.selectFrom('links').selectAll().orderBy('event'), ids)
  const claims = await claimsOf(store, decisions)
  const isRead = (row: { readonly record: string; readonly event: number }): boolean =>
    row.event <= (upTo.get(row.record) ?? Number.POSITIVE_INFINITY)
  const [decided, told, pointed] = [
    byRecord(decisions.filter(isRead)),
    byRecord(tellings.filter(isRead)),
    byRecord(links.filter(isRead)),
  ]
  return [...told.keys()]
    .sort()
    .map((id) => incidentOf(id, decided.get(id) ?? [], told.get(id) ?? [], pointed.get(id) ?? [], claims))
}

type Asked<Row> = {
  where: (column: 'record', op: 'in', ids: readonly string[]) => { execute: () => Promise<Row[]> }
  execute: () => Promise<Row[]>
}
const rowsOf = <Row>(query: Asked<Row>, ids: readonly string[] | undefined): Promise<Row[]> =>
  ids ? query.where('record', 'in', ids).execute() : query.execute()

async function claimsOf(
  store: Reader,
  decisions: readonly DecisionRow[],
): Promise<ReadonlyMap<string, Claim>> {
  const ids = [...new Set(decisions.flatMap((one) => one.held.flatMap((held) => held.claims)))]
  const found = new Map<string, Claim>()
  for (let from = 0; from < ids.length; from += 5_000) {
    const rows = await store
      .selectFrom('claims')
      .selectAll()
      .where('id', 'in', ids.slice(from, from + 5_000))
      .execute()
    for (const row of rows) found.set(row.id, toClaim(row))
  }
  return found
}

function incidentOf(
  id: string,
  decisions: readonly DecisionRow[],
  tellings: readonly TellingRow[],
  links: readonly LinkRow[],
  claims: ReadonlyMap<string, Claim>,
): Incident {
  const newest = new Map(decisions.map((one) => [one.field, one]))
  const told = new Map(tellings.map((one) => [one.document, one]))
  const pointed = new Map(links.map((one) => [`${one.kind} ${one.target}`, one]))
  return {
    id,
    country: tellings[0]?.country ?? '',
    version: new Set(decisions.map((one) => one.event)).size,
    tellings: [...told.values()].map((one) => ({
      document: one.document,
      span: { start: one.start_at, end: one.end_at },
      ...collectorOf(newest.get(collectorFieldOf(one.document))),
    })),
    ...otherwiseOf(newest, claims),
    rulings: FIELDS.flatMap((field) => {
      const row = newest.get(field)
      return row ? [rulingOf(field, row, claims)] : []
    }),
    links: [
      ...[...pointed.values()].map((one) => ({ kind: one.kind as LinkKind, incident: one.target })),
      ...coveredIn(newest).map((incident) => ({ kind: 'covers' as const, incident })),
    ],
  }
}

const collectorOf = (row: DecisionRow | undefined): Pick<Telling, 'collector'> => {
  const value = row?.held[0]?.value
  return row ? { collector: typeof value === 'string' ? value : null } : {}
}

const rulingOf = (field: Field, row: DecisionRow, claims: ReadonlyMap<string, Claim>): Ruling => ({
  field,
  verdict: row.verdict as Verdict,
  values: row.held.map((held) => heldIn(field, held, claims)),
  by: row.by,
  at: row.at,
  why: row.why,
})

const heldIn = (field: Field, held: HeldRow, claims: ReadonlyMap<string, Claim>): Held =>
  ({
    field,
    value: held.value,
    claims: held.claims.flatMap((id) => claims.get(id) ?? []),
    person: held.person,
  }) as unknown as Held

function otherwiseOf(
  newest: ReadonlyMap<string, DecisionRow>,
  claims: ReadonlyMap<string, Claim>,
): Pick<Incident, 'otherwise'> {
  const otherwise = FIELDS.flatMap((field) =>
    (newest.get(otherwiseFieldOf(field))?.held ?? []).map((held) => heldIn(field, held, claims)),
  )
  return otherwise.length > 0 ? { otherwise } : {}
}

/** Texts with everything withholding must know of them. */
export async function loadTexts(
  store: Reader,
  documents: readonly string[],
): Promise<ReadonlyMap<string, TextOfRecord>> {
  if (documents.length === 0) return new Map()
  const rows = await store
    .selectFrom('documents')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .selectAll('sources')
    .select(['documents.id as document', 'documents.text', 'documents.language'])
    .where('documents.id', 'in', documents)
    .execute()
  const readings = await store
    .selectFrom('readings')
    .select(['document', 'mentions', 'rules_version'])
    .where('document', 'in', documents)
    .orderBy('event')
    .execute()
  const mentions = new Map(
    readings.map((one) => [one.document, isUnread(one.rules_version) ? null : one.mentions]),
  )
  return new Map(
    rows.map((row) => {
      const { title, publisher, collector, url, published, accessed, licence } = row
      const reliability = {
        reliabilityOfSource: row.reliability_of_source as Reliability,
        reliabilityOfInformation: row.reliability_of_information as Reliability,
      }
      // A way that this version does not know is no publication.
      const way = row.way === null ? undefined : (WAYS.find((one) => one === row.way) ?? 'other')
      const source = {
        ...{ title, publisher, collector, url, published, accessed, licence, ...reliability },
        ...(way && { way }),
        ...(row.elsewhere && { elsewhere: row.elsewhere }),
        ...(row.title_in && { titleIn: row.title_in }),
      }
      return [
        row.document,
        {
          id: row.document,
          text: row.text,
          language: row.language,
          source,
          mentions:
            isLanguage(row.language) && NAMES_FOUND_IN.has(row.language)
              ? (mentions.get(row.document) ?? null)
              : null,
        },
      ]
    }),
  )
}

/** Throws when no incident of this id was ever recorded, or it was forgotten. */
export async function refuseUnknownIncident(store: Reader, id: string): Promise<void> {
  const row = await store.selectFrom('tellings').select('record').where('record', '=', id).executeTakeFirst()
  if (!row) throw refuse('record.unknown', { id }, id)
}
