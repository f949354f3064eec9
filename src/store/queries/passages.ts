/** A reading in, the spans its rules proposed and what people said of them since out. */
import { HOME } from '../../core/access.ts'
import { DRAFT_VERDICTS, type SaidOfPassage } from '../../core/passages.ts'
import type { Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'

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
export async function saidOfPassages(store: Reader, reading: string): Promise<readonly SaidOfPassage[]> {
  const rows = await store
    .selectFrom('decisions')
    .innerJoin('readings', (join) => join.on('readings.id', '=', reading))
    .selectAll('decisions')
    .where('decisions.record_kind', '=', 'draft')
    .where('decisions.record', 'like', `${reading}#%`)
    .where(
      ({ fn, val }) => fn.coalesce('decisions.organisation', val(HOME)),
      '=',
      ({ fn, val }) => fn.coalesce('readings.organisation', val(HOME)),
    )
    .orderBy('decisions.event')
    .execute()
  return rows.flatMap(({ record, verdict, held, event, by, at, why }) => {
    const said = DRAFT_VERDICTS.find((one) => one === verdict)
    if (!said) return []
    const value = (held[0]?.value ?? {}) as { begins?: number; with?: string; incident?: string }
    const cut = { begins: value.begins ?? null, with: value.with ?? null, incident: value.incident ?? null }
    return [{ key: record.slice(reading.length + 1), verdict: said, ...cut, event, by, at, why }]
  })
}

export type Told = { readonly record: string; readonly span: Span }

/** Records told in a document, as far as whoever asks may know of them: the newest telling of each. */
export async function toldIn(store: Reader, document: string): Promise<readonly Told[]> {
  const rows = await store
    .selectFrom('tellings')
    .select(['record', 'start_at', 'end_at'])
    .where('document', '=', document)
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((one) => [one.record, { start: one.start_at, end: one.end_at }]))
  return [...newest].map(([record, span]) => ({ record, span }))
}
