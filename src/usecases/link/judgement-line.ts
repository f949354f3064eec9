/** What somebody says of a name and a person in, the decision with how alike the two names were and why out. */
import type { Judged, JudgePerson } from '../../core/decided.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { nearestSpelling } from '../../link/likely-persons.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import type { IncidentRow } from '../../store/tables.ts'
import { type Context, organisationOf } from '../context.ts'
import { nameRulesOf } from './names-rules.ts'

export type SaidOfName = {
  readonly claim: string
  readonly person: string
  readonly verdict: Judged
  readonly why: string
  readonly seen: number | undefined
  readonly blind?: boolean
}

/** Kinds of the reasons are kept with the judgement: what somebody saw when they judged, and no part of a name. */
export async function judgementLine(
  context: Context,
  row: IncidentRow,
  { claim, person, verdict, why, seen, blind }: SaidOfName,
): Promise<JudgePerson> {
  const name = heldOf(row.body as unknown as Incident, 'person').find((one) =>
    one.claims.some((each) => each.id === claim),
  )?.value.name
  const known = (await personsKnown(context.store, organisationOf(context))).find(
    (one) => one.person.id === person,
  )?.person
  const found = known && nearestSpelling(name ?? '', known, await nameRulesOf(context))?.found
  const reasons = [
    why.trim(),
    verdict === 'none' || !found ? '' : found.why.map((one) => one.kind).join(', '),
  ].filter((one) => one !== '')
  return {
    ...{ record: 'judgement', id: row.id, claim, person, verdict },
    ...(seen !== undefined && { seen }),
    ...(found && { score: found.score }),
    ...(blind && { blind }),
    ...{ by: context.actor?.handle ?? 'operator', at: context.clock.now() },
    ...(reasons.length > 0 && { why: reasons.join(' · ') }),
  }
}
