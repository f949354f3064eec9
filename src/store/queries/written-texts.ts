/** Publications in, their text as it stands and as it stood, what was said of them and what became of them out, as far as whoever asks may see. */
import { sql } from 'kysely'
import type { Outline, Text, Written } from '../../core/publication/text.ts'
import type { Store } from '../connect.ts'
import type {
  PublicationIssueRow,
  PublicationMoveRow,
  PublicationOutlineRow,
  PublicationRemarkRow,
  PublicationRow,
  PublicationSentenceRow,
} from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** The newest first. */
export const publicationRows = (store: Reader): Promise<readonly PublicationRow[]> =>
  store.selectFrom('publications').selectAll().orderBy('event', 'desc').execute()

export const publicationRow = async (store: Reader, id: string): Promise<PublicationRow | null> =>
  (await store.selectFrom('publications').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** The same publication in other languages. */
export function textsBeside(
  store: Reader,
  { id, beside }: PublicationRow,
): Promise<readonly Pick<PublicationRow, 'id' | 'language'>[]> {
  const first = beside ?? id
  return store
    .selectFrom('publications')
    .select(['id', 'language'])
    .where((one) => one.or([one('beside', '=', first), one('id', '=', first)]))
    .where('id', '!=', id)
    .orderBy('event')
    .execute()
}

/** Every row of its text, in the order of the log. */
export type TextRows = {
  readonly outlines: readonly PublicationOutlineRow[]
  readonly sentences: readonly PublicationSentenceRow[]
}

export async function textRows(store: Reader, id: string): Promise<TextRows> {
  const of = store.selectFrom('publication_outlines').selectAll().where('publication', '=', id)
  const said = store.selectFrom('publication_sentences').selectAll().where('publication', '=', id)
  return {
    outlines: await of.orderBy('event').execute(),
    sentences: await said.orderBy('event').execute(),
  }
}

export const writtenOf = (row: PublicationSentenceRow): Written => ({
  ...{ id: row.sentence, words: row.words, told: row.told, bonds: row.bonds, prints: row.prints },
  ...{ isOut: row.is_out, why: row.why },
})

/** As it stood at an entry of the log; the newest where none is named. */
export function textAt({ outlines, sentences }: TextRows, event = Number.POSITIVE_INFINITY): Text {
  const outline: Outline = outlines.findLast((one) => one.event <= event)?.outline ?? []
  const until = sentences.filter((one) => one.event <= event)
  return { outline, sentences: new Map(until.map((row) => [row.sentence, writtenOf(row)])) }
}

export const movesOf = (store: Reader, id: string): Promise<readonly PublicationMoveRow[]> =>
  store.selectFrom('publication_moves').selectAll().where('publication', '=', id).orderBy('event').execute()

export const remarkRows = (store: Reader, id: string): Promise<readonly PublicationRemarkRow[]> =>
  store.selectFrom('publication_remarks').selectAll().where('publication', '=', id).orderBy('event').execute()

/** Of all publications: tasks that are for this handle. */
export const tasksFor = (store: Reader, handle: string): Promise<readonly PublicationRemarkRow[]> =>
  store
    .selectFrom('publication_remarks as one')
    .selectAll()
    .where('kind', '=', 'task')
    .where('to_handle', '=', handle)
    .where(
      sql<boolean>`coalesce((select kind from publication_remarks l where l.publication = one.publication and l.remark = one.remark
        order by l.event desc limit 1), 'open') <> 'over'`,
    )
    .orderBy('event')
    .execute()

/** What readers were given, every time, of every publication. For the house alone. */
export const issuesOf = (house: Reader): Promise<readonly PublicationIssueRow[]> =>
  house.selectFrom('publication_issues').selectAll().orderBy('event').execute()

export const allMoves = (house: Reader): Promise<readonly PublicationMoveRow[]> =>
  house.selectFrom('publication_moves').selectAll().orderBy('event').execute()

/** Entries of the log at which each text was written, with whoever wrote. */
export async function writings(store: Reader): Promise<
  readonly {
    readonly publication: string
    readonly event: number
    readonly by: string
    readonly at: string
  }[]
> {
  const of = (table: 'publication_outlines' | 'publication_sentences') =>
    store.selectFrom(table).select(['publication', 'event', 'by', 'at']).distinct()
  const rows = [
    ...(await of('publication_outlines').execute()),
    ...(await of('publication_sentences').execute()),
  ]
  return [...new Map(rows.map((one) => [`${one.publication} ${one.event}`, one])).values()].sort(
    (a, b) => a.event - b.event,
  )
}

/** Of each sentence the entry of the log at which it was written last. For the house: a wall hides rows, not that there are any. */
export async function newestSentences(house: Reader, id: string): Promise<ReadonlyMap<string, number>> {
  const rows = await house
    .selectFrom('publication_sentences')
    .select(['sentence', (one) => one.fn.max('event').as('event')])
    .where('publication', '=', id)
    .groupBy('sentence')
    .execute()
  return new Map(rows.map((one) => [one.sentence, Number(one.event)]))
}

/** The newest words of one sentence of every publication, such as its title. */
export async function newestWords(store: Reader, sentence: string): Promise<ReadonlyMap<string, string>> {
  const rows = await store
    .selectFrom('publication_sentences')
    .select(['publication', 'words'])
    .where('sentence', '=', sentence)
    .orderBy('event')
    .execute()
  return new Map(rows.map((one) => [one.publication, one.words]))
}
