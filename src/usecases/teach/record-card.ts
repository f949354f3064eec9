/** What was decided of a law card in; one row of it under one entry of the log out. */
import { HOME } from '../../core/access.ts'
import { refuse } from '../../core/faults.ts'
import { type CardDecided, cardIdFrom } from '../../core/teach/lines.ts'
import { instant, record } from '../../store/append.ts'
import { type Context, happeningOf, organisationOf, packOf } from '../context.ts'
import { permit } from '../permit.ts'

/** Only the house keeps cards; a lawyer from outside reaches no compartment, so what they stand for is written by the house. */
export function permitCard(context: Context, action: 'review-card' | 'test-card'): void {
  permit(context, action)
  if (organisationOf(context) !== HOME) throw refuse('access.forbidden')
}

export async function recordCard(context: Context, decided: CardDecided): Promise<void> {
  const { print, on, by } = decided
  const of = cardIdFrom(decided.id)
  if (of === null) throw refuse('record.unknown', { id: decided.id }, decided.id)
  packOf(context.knowledge, of.country)
  const row = { ...of, print, by, at: instant(decided.at) }
  const happening = happeningOf(context, decided)
  if (decided.record === 'card-review') {
    permitCard(context, 'review-card')
    const { verdict, role, until } = decided
    return record(context.house, happening, (writer) =>
      writer.append('card_reviews', [{ ...row, verdict, role, reviewed_on: on, until }]),
    )
  }
  permitCard(context, 'test-card')
  const { readers, right: answered } = decided
  return record(context.house, happening, (writer) =>
    writer.append('reader_tests', [{ ...row, tested_on: on, readers, answered }]),
  )
}
