/** A line about a testimony in; one row of it under one entry of the log out. */
import { refuse } from '../../core/faults.ts'
import type { TestimonyLine } from '../../core/testimony/lines.ts'
import { instant, record } from '../../store/append.ts'
import { refuseUnknownIncident } from '../../store/queries/incidents.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { type Context, happeningOf } from '../context.ts'

export async function recordTestimony(context: Context, decided: TestimonyLine): Promise<void> {
  const { id, by } = decided
  const [at, happening] = [instant(decided.at), happeningOf(context, decided)]
  switch (decided.record) {
    case 'testimony': {
      const { country, speaker, on, interviewer, language, words = null, incidents, tier = 'team' } = decided
      if ('person' in speaker && !(await loadPeople(context.store)).has(speaker.person))
        throw refuse('record.unknown', { id: speaker.person }, id)
      for (const one of incidents) await refuseUnknownIncident(context.store, one)
      return record(context.store, happening, (writer) =>
        writer.append('testimonies', [
          { id, country, speaker, told_on: on, interviewer, language, words, incidents, tier, by, at },
        ]),
      )
    }
    case 'quotation': {
      await refuseUnknown(context, id)
      const { quotation, said, wording, shown, consent } = decided
      return record(context.store, happening, (writer) =>
        writer.append('quotations', [{ testimony: id, quotation, said, wording, shown, consent, by, at }]),
      )
    }
    case 'unquote': {
      await refuseUnknown(context, id, decided.quotation)
      const { quotation = null, on: ended_on, why } = decided
      return record(context.store, happening, (writer) =>
        writer.append('quotation_ends', [{ testimony: id, quotation, ended_on, why, by, at }]),
      )
    }
  }
}

async function refuseUnknown({ store }: Context, id: string, quotation?: string): Promise<void> {
  const known = await store.selectFrom('testimonies').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) throw refuse('record.unknown', { id }, id)
  if (quotation === undefined) return
  const said = await store
    .selectFrom('quotations')
    .select('quotation')
    .where('testimony', '=', id)
    .where('quotation', '=', quotation)
    .executeTakeFirst()
  if (!said) throw refuse('record.unknown', { id: quotation }, id)
}
