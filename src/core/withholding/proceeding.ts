/** A legal journey as recorded in, what any reader may see of it out; null when its person may not be shown by name. */
import { fullLaw, fullPenalty, type RecordProceeding } from '../decided.ts'
import { parsePartialDate } from '../partial-date.ts'
import type { PublicProceeding } from '../public-record.ts'
import { asPublic, type Withholding } from './project.ts'
import { provisionOf } from './provision.ts'
import { publicPenalty } from './public-values.ts'

/** A journey joins incidents through one person: shown for an unnamed person, it would point at who they are. */
export function projectProceeding(proceeding: RecordProceeding, given: Withholding): PublicProceeding | null {
  const person = given.people.get(proceeding.person)
  if (!person || given.levels.get(person.id) !== 'name') return null
  return asPublic({
    id: proceeding.id,
    person: { kind: 'named', id: person.id, name: person.names, role: null, harmed: true } as const,
    charges: proceeding.charges.map(({ status, ...law }) => {
      const value = fullLaw(law)
      return { ...value, provision: provisionOf(value, given.pack), status }
    }),
    stages: proceeding.stages.map((one) => {
      const date = one.date === null ? null : parsePartialDate(one.date)
      const penalty =
        one.penalty === undefined
          ? null
          : publicPenalty(fullPenalty(one.penalty, given.pack.currency), date?.from ?? null, given.pack)
      return { stage: one.stage, date, incident: one.incident ?? null, penalty }
    }),
  })
}
