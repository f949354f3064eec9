/** Names of a person, with or without a basis for showing them, in; a person on record out. Without a basis: never shown. */
import type { RecordPerson } from '../core/decided.ts'
import { record } from '../store/append.ts'
import { type Context, happeningOf } from './context.ts'

export async function recordPerson(context: Context, decided: RecordPerson): Promise<void> {
  const { id, names, basis } = decided
  await record(context.store, happeningOf(context, decided), async (writer) => {
    await writer.append('persons', [
      { id, names, variants: decided.variants ?? [], pseudonym: decided.pseudonym ?? null },
    ])
    if (!basis) return
    const { kind, level, reason, reviewBy } = basis
    const given = basis.givenOn ?? (kind === 'consent' ? decided.at.slice(0, 10) : null)
    const audience = { shown_to: basis.to ?? null, beyond: basis.beyond ?? null, given_on: given }
    const recorded = { recorded_on: decided.at.slice(0, 10), review_by: reviewBy, by: decided.by }
    await writer.append('bases', [
      { person: id, kind, level, reason, given_how: basis.givenHow ?? null, ...audience, ...recorded },
    ])
  })
}
