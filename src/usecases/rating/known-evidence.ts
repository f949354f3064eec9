/** Evidence of a form in; through when each piece is there, else every piece that is not is told. */
import { type Fault, Refusal } from '../../core/faults.ts'
import type { RecordAssessment } from '../../core/rating/lines.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { type Context, packOf } from '../context.ts'

export async function refuseUnknownEvidence(context: Context, decided: RecordAssessment): Promise<void> {
  const faults: Fault[] = []
  const pieces = new Set(decided.answers.flatMap((one) => one.evidence))
  for (const piece of pieces)
    if (!(await isThere(context, piece, decided.country)))
      faults.push({ code: 'rating.unknown', params: { id: piece }, where: piece })
  if (faults.length > 0) throw new Refusal(faults)
}

async function isThere(context: Context, piece: string, country: string): Promise<boolean> {
  if (piece.startsWith('law:')) {
    const { acts, provisions } = packOf(context.knowledge, country)
    return acts.has(piece.slice(4)) || provisions.has(piece.slice(4))
  }
  const [, document, from, to] = /^(.+)#(\d+)-(\d+)$/.exec(piece) ?? []
  if (document !== undefined) {
    const row = await context.store
      .selectFrom('documents')
      .select(({ fn }) => fn<number>('length', ['text']).as('length'))
      .where('id', '=', document)
      .executeTakeFirst()
    return row !== undefined && Number(from) < Number(to) && Number(to) <= row.length
  }
  try {
    // Whether whoever cites it may read it was asked before: a partner may rest on a published record of another house.
    await refuseUnknownIncident(context.house, piece)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
