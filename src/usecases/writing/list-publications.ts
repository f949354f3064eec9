/** Whoever asks in; every publication they may read, the one written last first, and their own open tasks out. */
import { type PublicationStatus, publicationStatus } from '../../core/publication/state.ts'
import { TITLE } from '../../core/publication/text.ts'
import {
  allMoves,
  newestWords,
  publicationRows,
  tasksFor,
  writings,
} from '../../store/queries/written-texts.ts'
import type { PublicationRemarkRow, PublicationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import type { Version } from './read-publication.ts'

export type Listed = {
  readonly row: PublicationRow
  readonly title: string
  readonly status: PublicationStatus
  /** Who wrote last, and when. */
  readonly last: Version
}
export type Writing = {
  readonly publications: readonly Listed[]
  readonly tasks: readonly PublicationRemarkRow[]
}

export async function listPublications(context: Context): Promise<Writing> {
  permit(context, 'write')
  const { store, knowledge, actor } = context
  const moves = Map.groupBy(await allMoves(store), (one) => one.publication)
  const written = Map.groupBy(await writings(store), (one) => one.publication)
  const titles = await newestWords(store, TITLE)
  const rules = knowledge.codebook.policy.publicationMoves
  const publications = (await publicationRows(store)).map((row): Listed => {
    const own = written.get(row.id) ?? []
    const status = publicationStatus(
      own.map((one) => one.event),
      moves.get(row.id) ?? [],
      rules,
    )
    return { row, title: titles.get(row.id) ?? '', status, last: own.at(-1) ?? row }
  })
  return {
    publications: publications.sort((a, b) => b.last.event - a.last.event),
    tasks: actor === null ? [] : await tasksFor(store, actor.handle),
  }
}
