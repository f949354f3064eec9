/** A reading in, the spans its rules proposed and what people said of them since out. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import { DRAFT_VERDICTS, passagesOf, type SaidOfPassage, spanOfKey } from '../../core/passages.ts'
import { isMostly, type Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'
import { isFound } from './documents.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Null: whoever asks sees no such reading. */
export async function draftSpans(store: Reader, reading: string): Promise<readonly Span[] | null> {
  const row = await store.selectFrom('readings').select('drafts').where('id', '=', reading).executeTakeFirst()
  return row ? row.drafts.map((one) => one.span) : null
}

/** The newest reading of a document, whose drafts are on the table. */
export async function newestReading(store: Reader, document: string): Promise<string | null> {
  const row = await store
    .selectFrom('readings')
    .select('id')
    .where('document', '=', document)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

/** In the order of the log; only what the organisation said whose reading it is. */
export const saidOfPassages = async (store: Reader, reading: string): Promise<readonly SaidOfPassage[]> =>
  (await saidOfReadings(store, [reading])).get(reading) ?? []

export async function saidOfReadings(
  store: Reader,
  readings: readonly string[],
): Promise<ReadonlyMap<string, readonly SaidOfPassage[]>> {
  if (readings.length === 0) return new Map()
  const rows = await store
    .selectFrom('decisions')
    .innerJoin('readings', (join) =>
      join.on('readings.id', '=', sql<string>`split_part(decisions.record, '#', 1)`),
    )
    .selectAll('decisions')
    .select('readings.id as reading')
    .where('decisions.record_kind', '=', 'draft')
    .where('readings.id', 'in', readings)
    .where(
      ({ fn, val }) => fn.coalesce('decisions.organisation', val(HOME)),
      '=',
      ({ fn, val }) => fn.coalesce('readings.organisation', val(HOME)),
    )
    .orderBy('decisions.event')
    .execute()
  const found = new Map<string, SaidOfPassage[]>(readings.map((one) => [one, []]))
  for (const { reading, record, verdict, held, event, by, at, why } of rows) {
    const said = DRAFT_VERDICTS.find((one) => one === verdict)
    if (!said) continue
    const value = (held[0]?.value ?? {}) as { begins?: number; with?: string; incident?: string }
    const cut = { begins: value.begins ?? null, with: value.with ?? null, incident: value.incident ?? null }
    found
      .get(reading)
      ?.push({ key: record.slice(reading.length + 1), verdict: said, ...cut, event, by, at, why })
  }
  return found
}

export type Told = { readonly record: string; readonly span: Span }

/** Records told in documents, as far as whoever asks may know of them: the newest telling of each in each. */
export async function toldInAll(
  store: Reader,
  documents: readonly string[],
): Promise<ReadonlyMap<string, readonly Told[]>> {
  if (documents.length === 0) return new Map()
  const rows = await store
    .selectFrom('tellings')
    .select(['document', 'record', 'start_at', 'end_at'])
    .where('document', 'in', documents)
    .orderBy('event')
    .execute()
  const found = new Map<string, Map<string, Told>>(documents.map((one) => [one, new Map()]))
  for (const { document, record, start_at: start, end_at: end } of rows)
    found.get(document)?.set(record, { record, span: { start, end } })
  return new Map([...found].map(([document, told]) => [document, [...told.values()]]))
}

/** Reading → its document and whose it is; without those that whoever asks does not see. */
export async function documentsOfReadings(
  store: Reader,
  readings: readonly string[],
): Promise<ReadonlyMap<string, { readonly document: string; readonly organisation: string }>> {
  if (readings.length === 0) return new Map()
  const rows = await store
    .selectFrom('readings')
    .innerJoin('documents', 'documents.id', 'readings.document')
    .select(['readings.id', 'readings.document', 'readings.organisation'])
    .where('readings.id', 'in', readings)
    .where(isFound)
    .execute()
  return new Map(
    rows.map(({ id, document, organisation }) => [id, { document, organisation: organisation ?? HOME }]),
  )
}

/** Of `<reading>#<passage>`. */
export const readingOf = (draft: string): string => draft.split('#')[0] ?? ''

/**
 * Passage → the records it was ever decided as, and those that its words became after they were cut otherwise or read anew;
 * an empty id where the record was forgotten, which nobody can read.
 */
export async function decidedOfDrafts(
  store: Reader,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (drafts.length === 0) return new Map()
  const rows = await store
    .selectFrom('decisions')
    .select(['record', 'held'])
    .where('record_kind', '=', 'draft')
    .where('verdict', '=', 'decided')
    .where('record', 'in', drafts)
    .execute()
  const became = new Map<string, Set<string>>()
  const add = (draft: string, id: string): unknown =>
    became.set(draft, (became.get(draft) ?? new Set()).add(id))
  for (const { record, held } of rows) {
    const { incident = '' } = (held[0]?.value ?? {}) as { incident?: string }
    add(record, incident)
  }
  const cuts = await cutsBeside(store, [...new Set(drafts.map(readingOf))])
  for (const draft of drafts) {
    const [reading, key = ''] = [readingOf(draft), draft.split('#')[1]]
    const own = cuts.find((one) => one.reading === reading)
    if (!own) continue
    const current = own.passages.find((one) => one.key === key)
    const span = current?.span ?? spanOfKey(key) ?? own.spans[Number.parseInt(key, 10)]
    if (!span) continue
    for (const { said } of cuts
      .filter((one) => one.document === own.document && !(current && one === own))
      .flatMap((one) => one.passages)
      .filter((one) => isMostly(one.span, span)))
      if (said?.verdict === 'decided') add(draft, said.incident ?? '')
  }
  return new Map([...became].map(([draft, ids]) => [draft, [...ids]]))
}

/** Every reading of the documents that these are of, with its passages as they stand. */
async function cutsBeside(store: Reader, readings: readonly string[]) {
  const rows = await store
    .selectFrom('readings')
    .select(['id', 'document', 'drafts'])
    .where('document', 'in', (one) =>
      one.selectFrom('readings as asked').select('asked.document').where('asked.id', 'in', readings),
    )
    .execute()
  const said = await saidOfReadings(
    store,
    rows.map((one) => one.id),
  )
  return rows.map(({ id: reading, document, drafts }) => {
    const spans = drafts.map((one) => one.span)
    return { reading, document, spans, passages: passagesOf(spans, said.get(reading) ?? []) }
  })
}
