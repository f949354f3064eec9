/** A line about a publication in; rows of it under one entry of the log out. */
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import type { MovePublication, PublicationLine, WriteText } from '../../core/publication/lines.ts'
import { publicationHindrances, publicationStatus } from '../../core/publication/state.ts'
import { instant, record, type Writer } from '../../store/append.ts'
import { movesOf, publicationRow, remarkRows, writings } from '../../store/queries/written-texts.ts'
import { type Context, happeningOf } from '../context.ts'

export async function recordWriting(context: Context, decided: PublicationLine): Promise<void> {
  const { id, by } = decided
  const at = instant(decided.at)
  const happening = happeningOf(context, decided)
  switch (decided.record) {
    case 'publication': {
      const { asked: request, language, beside = null, outline, sentences } = decided
      if (beside !== null) await refuseUnknown(context, beside)
      return record(context.store, happening, async (writer) => {
        await writer.append('publications', [{ id, request, language, beside, by, at }])
        await writer.append('publication_outlines', [{ publication: id, outline, by, at }])
        await writer.append('publication_sentences', sentencesOf({ id, sentences }, by, at))
      })
    }
    case 'text':
      await refuseUnknown(context, id)
      return record(context.store, happening, async (writer) => {
        // Behind the lock: of two who wrote the same sentence the second is told, and nothing is lost.
        await refuseOvertaken(writer, decided)
        const { outline } = decided
        if (outline) await writer.append('publication_outlines', [{ publication: id, outline, by, at }])
        await writer.append('publication_sentences', sentencesOf(decided, by, at))
      })
    case 'remark': {
      await refuseUnknown(context, id)
      const { remark, kind, sentence = null, to: to_handle = null, words } = decided
      return record(context.store, happening, (writer) =>
        writer.append('publication_remarks', [
          { publication: id, remark, kind, sentence, to_handle, words, by, at },
        ]),
      )
    }
    case 'remark-end': {
      const said = (await remarkRows(context.store, id)).filter((one) => one.remark === decided.remark)
      const [first] = said
      if (!first) throw refuse('record.unknown', { id: decided.remark }, decided.remark)
      const kind = decided.isOver ? ('over' as const) : ('open' as const)
      const { sentence, to_handle } = first
      return record(context.store, happening, (writer) =>
        writer.append('publication_remarks', [
          { publication: id, remark: decided.remark, kind, sentence, to_handle, words: null, by, at },
        ]),
      )
    }
    case 'issue':
      await refuseUnknown(context, id)
      return record(context.store, happening, async (writer) => {
        await refuseImpossible(context, writer, decided)
        const until = decided.until === undefined ? null : instant(decided.until)
        const { move, why = null, frozen } = decided
        await writer.append('publication_moves', [{ publication: id, move, until, why, by, at }])
        if (frozen !== undefined)
          await writer.append('publication_issues', [{ publication: id, frozen, by, at }])
      })
  }
}

const sentencesOf = ({ id, sentences }: Pick<WriteText, 'id' | 'sentences'>, by: string, at: string) =>
  sentences.map(({ id: sentence, isOut: is_out, words, told, bonds, prints, why }) => ({
    ...{ publication: id, sentence, words, told, bonds, prints, is_out, why, by, at },
  }))

async function refuseUnknown({ store }: Context, id: string): Promise<void> {
  if (!(await publicationRow(store, id))) throw refuse('record.unknown', { id }, id)
}

/** Sentences, or the order, that somebody else wrote since whoever writes now had read them. */
async function refuseOvertaken({ trx }: Writer, line: WriteText): Promise<void> {
  const { id, seen } = line
  const ids = line.sentences.map((one) => one.id)
  // Whoever writes sees no more than their own compartment; the wall holds here too.
  const later =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('publication_sentences')
          .select(['sentence', 'by'])
          .where('publication', '=', id)
          .where('sentence', 'in', ids)
          .where('event', '>', seen)
          .execute()
  const order = line.outline
    ? await trx
        .selectFrom('publication_outlines')
        .select('by')
        .where('publication', '=', id)
        .where('event', '>', seen)
        .execute()
    : []
  const faults = [
    ...later.map(
      ({ sentence, by }): Fault => ({ code: 'write.overtaken', params: { handle: by }, where: sentence }),
    ),
    ...order.map(({ by }): Fault => ({ code: 'write.reordered', params: { handle: by }, where: 'outline' })),
  ]
  if (faults.length > 0) throw new Refusal(faults)
}

async function refuseImpossible(
  { knowledge }: Context,
  { trx }: Writer,
  line: MovePublication,
): Promise<void> {
  const { id, move, by, why } = line
  const rules = knowledge.codebook.policy.publicationMoves
  const rule = rules.get(move)
  if (!rule) throw refuse('input.value', { problem: `move: ${move}` }, 'move')
  const written = (await writings(trx)).filter((one) => one.publication === id)
  const moves = await movesOf(trx, id)
  const { state } = publicationStatus(
    written.map((one) => one.event),
    moves,
    rules,
  )
  const last = written.at(-1)
  if (last && last.event > line.seen) throw refuse('write.overtaken', { handle: last.by }, id)
  const wasIssued = moves.some((one) => one.move === 'publish')
  const hindered = publicationHindrances(rule, { state, lastWriter: last?.by ?? '', wasIssued }, by, why)
  if (hindered.length > 0)
    throw new Refusal(
      hindered.map((one): Fault => ({ code: `write.${one}`, params: { move, state }, where: id })),
    )
  const leaves = move === 'publish' || move === 'correct'
  if (leaves !== (line.frozen !== undefined) || (!leaves && line.until !== undefined))
    throw refuse('input.value', { problem: 'frozen: of what is published, and of nothing else' }, 'frozen')
}
