/** A data package that another house published in; its sources, texts, records and people stored as coded, or every fault and nothing. */

import type { Elsewhere } from '../../core/elsewhere.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { dateText } from '../../core/partial-date.ts'
import type { Person } from '../../core/person.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { loadPeople } from '../../store/queries/people.ts'
import type { Context } from '../context.ts'
import { type ReportRead, readReport, writeReport } from '../import-report.ts'
import { recordPerson } from '../record-person.ts'
import { recordProceeding } from '../record-proceeding.ts'
import { recordReply } from '../record-reply.ts'
import { refresh } from '../refresh.ts'
import { sayCovered } from '../say-covered.ts'
import type { CarriedRow } from './columns.ts'
import { keepRecord, withPeopleApart } from './keep-record.ts'
import { readPackage } from './read-package.ts'
import { type PackagePerson, type PackageProceeding, type PackageRecord, recordsIn } from './records.ts'
import { placeOf, type TextFromElsewhere, textsOf } from './texts.ts'

export type ImportData = {
  readonly bytes: Uint8Array
  /** What this house calls the other: it is shown beside each source. */
  readonly node: string
  /** Pseudonym in the log; somebody else must verify. */
  readonly by: string
  readonly progress?: (done: number, all: number) => void
}
export type ImportedData = {
  readonly package: string
  readonly licence: string
  readonly records: number
  /** Records of the same house that an earlier package brought, and that stay as they are. */
  readonly here: number
  /** Nobody of them is named before somebody here records a ground. */
  readonly people: readonly string[]
  readonly proceedings: number
  /** Links to records that the package does not hold. */
  readonly loose: number
}

const NODE = /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,79}$/u

/** Nothing of it is public by this. All is written in one transaction. */
export async function importData(context: Context, given: ImportData): Promise<ImportedData> {
  const { node, by } = given
  if (!NODE.test(node))
    throw refuse('input.value', { problem: 'a house is called by letters and digits' }, 'from')
  const read = readPackage(given.bytes)
  const all = recordsIn(read, context.knowledge)
  const from: Elsewhere = { node, package: read.hash }
  const people = await loadPeople(context.store)
  const { fresh, here } = await sortedOut(context, all.records, from)
  checkPeople(all.people, people)
  const known = new Set(fresh.map((one) => one.id))
  const newcomers = all.people.filter((one) => !people.has(one.id) && isIn(one.id, fresh))
  const journeys = await freshProceedings(context, all.proceedings, known)
  const texts = textsOf(fresh, from, read.licence)
  const reports: ReportRead[] = []
  for (const text of texts) {
    reports.push(await readReport(context, reportOf(text, by)))
    given.progress?.(reports.length, texts.length)
  }
  await inOpenHouse(context.store, async (store) => {
    const inside = { ...context, store }
    const who = { by, at: context.clock.now() }
    for (const report of reports) await writeReport(inside, report)
    for (const { id, names, pseudonym } of newcomers)
      await recordPerson(inside, {
        record: 'person',
        id,
        names,
        ...(pseudonym !== null && { pseudonym }),
        ...who,
      })
    const places = placesIn(texts, reports)
    for (const one of fresh)
      await keepRecord(
        inside,
        withPeopleApart(
          one,
          from,
          one.sources.map((_, index) => placeIn(places, one.id, index)),
        ),
        by,
      )
    for (const one of fresh) {
      for (const link of one.links.filter(({ kind }) => kind === 'covers'))
        await sayCovered(inside, { record: 'cover', id: one.id, with: link.incident, covers: true, ...who })
      for (const reply of one.replies) await recordReply(inside, replyOf(reply, who))
    }
    for (const one of journeys) await recordProceeding(inside, proceedingOf(one, who))
  })
  await refresh(context, { touched: [...known] })
  return {
    ...{ package: read.hash, licence: read.licence, records: fresh.length, here, loose: all.loose },
    ...{ people: newcomers.map((one) => one.id), proceedings: journeys.length },
  }
}

/** A record that is here from the same house stays as it is; an id that this house, or a third, gave to a record is taken. */
async function sortedOut(
  { store }: Context,
  records: readonly PackageRecord[],
  { node }: Elsewhere,
): Promise<{ readonly fresh: readonly PackageRecord[]; readonly here: number }> {
  const rows = await store
    .selectFrom('tellings')
    .innerJoin('documents', 'documents.id', 'tellings.document')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['tellings.record', 'sources.elsewhere'])
    .execute()
  const nodes = new Map(rows.map((one) => [one.record, one.elsewhere?.node ?? null]))
  const faults = records.flatMap(({ id }): readonly Fault[] =>
    nodes.has(id) && nodes.get(id) !== node ? [{ code: 'package.taken', where: id, params: { id } }] : [],
  )
  if (faults.length > 0) throw new Refusal(faults)
  const fresh = records.filter((one) => !nodes.has(one.id))
  return { fresh, here: records.length - fresh.length }
}

/** One id for two people would show the one where the other is meant. */
function checkPeople(brought: readonly PackagePerson[], people: ReadonlyMap<string, Person>): void {
  const faults = brought.flatMap(({ id, names }): readonly Fault[] => {
    const known = people.get(id)
    const isSame = known && (['en', 'ru', 'kk'] as const).every((one) => known.names[one] === names[one])
    return known && !isSame ? [{ code: 'package.taken', where: id, params: { id } }] : []
  })
  if (faults.length > 0) throw new Refusal(faults)
}

const isIn = (person: string, records: readonly PackageRecord[]): boolean =>
  records.some((one) => one.fields.some(({ values }) => values.some((value) => value.person === person)))

/** Of what is new; a stage of a record that is here from before is left to whoever looks after that record. */
async function freshProceedings(
  { store }: Context,
  journeys: readonly PackageProceeding[],
  known: ReadonlySet<string>,
): Promise<readonly PackageProceeding[]> {
  const rows = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', '=', 'proceeding')
    .execute()
  const here = new Set(rows.map((one) => one.record))
  return journeys.filter(
    (one) =>
      !here.has(one.id) &&
      one.stages.every((stage) => stage.other_incident === null || known.has(stage.other_incident)),
  )
}

const reportOf = (text: TextFromElsewhere, by: string) => ({
  ...{ bytes: new TextEncoder().encode(text.text), name: text.name, country: text.country },
  ...{ source: text.source, asOf: null, language: text.language, encoding: 'utf-8', by },
})

type Place = { readonly document: string; readonly start: number; readonly end: number }

function placesIn(
  texts: readonly TextFromElsewhere[],
  reports: readonly ReportRead[],
): ReadonlyMap<string, Place> {
  return new Map(
    texts.flatMap(({ passages }, at) =>
      [...passages].map(([key, span]) => [key, { document: reports[at]?.id ?? '', ...span }] as const),
    ),
  )
}

function placeIn(places: ReadonlyMap<string, Place>, record: string, index: number): Place {
  const place = places.get(placeOf(record, index))
  if (!place) throw new Error(`source ${index + 1} of ${record} has no text`)
  return place
}

type Who = { readonly by: string; readonly at: string }

function replyOf(row: CarriedRow<'replies'>, who: Who) {
  const { incident: id, asked_on: on, asked_of, asked_how, asked_until, answered_on, answer } = row
  if (row.asked === 'false' || on === null)
    return { record: 'reply' as const, id, notAsked: 'as the other house says', ...who }
  return {
    ...{ record: 'reply' as const, id, ...who },
    asked: {
      on,
      of: asked_of ?? '',
      how: asked_how ?? '',
      ...(asked_until !== null && { until: asked_until }),
    },
    ...(answered_on !== null && { answer: { on: answered_on, words: answer ?? '' } }),
  }
}

const written = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    readonly [K in keyof T]?: Exclude<T[K], null>
  }

function proceedingOf({ id, person, charges, stages }: PackageProceeding, who: Who) {
  return {
    ...{ record: 'proceeding' as const, id, person, ...who },
    charges: charges.map(({ code, article, part, law: name, basis: status }) => ({
      ...{ code, status },
      ...written({ article, part, name }),
    })),
    stages: stages.map(({ stage, date_from: from, date_to: to, date_precision, other_incident, ...one }) => {
      const { penalty: type, days, months, years, amount, currency } = one
      return {
        stage,
        date: dateText({ from, to, precision: date_precision ?? 'unknown' }) || null,
        ...(other_incident !== null && { incident: other_incident }),
        ...(type !== null && { penalty: { type, ...written({ days, months, years, amount, currency }) } }),
      }
    }),
  }
}
