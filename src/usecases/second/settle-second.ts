/** Two codings that differ and, field by field, whose stands in; a new decision with its reason out. */
import { today } from '../../adapters/clock.ts'
import type { DecideIncident } from '../../core/decided.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { type Held, heldOf, type Incident } from '../../core/record.ts'
import { FIELDS, type Field, SINGLE_FIELDS, type Values } from '../../core/values.ts'
import { isElsewhere } from '../../review/compare.ts'
import type { Wanted } from '../../review/decided-values.ts'
import { linesOfValues } from '../../review/line-of-values.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { groupLine, lineOfIncident, personLine } from '../review/earlier-version.ts'
import { readText } from '../review/read-review.ts'
import { readSecond } from './read-second.ts'

export type Settling = {
  /** Fields in which the second reader's coding is to stand; in the others what stands stays. */
  readonly second: readonly string[]
  readonly why: string
}

/** By one of the two who read it; a third person would have a third opinion. */
export async function settleSecond(context: Context, id: string, settling: Settling): Promise<void> {
  const row = await recordRow(context.store, id)
  permit(context, 'decide', { id, target: row && targetOf(row) })
  if (!row) throw refuse('record.unknown', { id }, id)
  const by = context.actor?.handle ?? 'operator'
  const { reading, compared } = await readSecond(context, row)
  if (!reading || (!row.coders.includes(by) && reading.by !== by)) throw refuse('access.forbidden')
  const faults: Fault[] =
    settling.why.trim() === '' ? [{ code: 'review.reason', params: {}, where: 'why' }] : []
  if (faults.length > 0) throw new Refusal(faults)
  const incident = row.body as unknown as Incident
  const chosen = new Map(
    compared.flatMap((one) =>
      !one.isSame && settling.second.includes(one.field) ? [[one.field, one.second] as const] : [],
    ),
  )
  const stands = lineOfIncident(incident, await readText(context, reading.document))
  const isKept = ({ field }: { readonly field: Field }): boolean => !chosen.has(field)
  const line = {
    ...stands,
    ...changed(incident, chosen, reading.document),
    // Against another source a dispute goes on, whichever of the two readers was right about this one.
    disputed: FIELDS.filter(
      (field) =>
        stands.disputed?.includes(field) &&
        (!chosen.has(field) ||
          (chosen.get(field)?.length && elsewhere(incident, field, reading.document).length)),
    ),
    beside: stands.beside?.filter(isKept),
    // Which words said a value that has changed is found anew.
    evidence: stands.evidence?.filter(isKept),
    ...{ by, at: context.clock.now(), why: settling.why.trim() },
  }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  await replayDecisions(context, [decided])
}

/** What of a list another source alone says: neither reader read it here. A field of one value has room for one. */
const elsewhere = <F extends Field>(incident: Incident, field: F, document: string): readonly Held<F>[] =>
  SINGLE_FIELDS.has(field) ? [] : heldOf(incident, field).filter((held) => isElsewhere(held, document))

/** The lists of the decision with the second reader's values where they were chosen. */
function changed(
  incident: Incident,
  chosen: ReadonlyMap<Field, readonly Wanted[]>,
  document: string,
): Partial<DecideIncident> {
  const wanted = <F extends Field>(field: F): readonly Wanted<F>[] => {
    const second = chosen.get(field) as readonly Wanted<F>[] | undefined
    const first = second ? elsewhere(incident, field, document) : heldOf(incident, field)
    const stay = first.map(({ value, person }) => ({ field, value, person }) as unknown as Wanted<F>)
    return [...(second ?? []), ...stay]
  }
  const values = <F extends Field>(field: F): readonly Values[F][] =>
    wanted(field).map((one) => one.value as Values[F])
  return {
    ...linesOfValues(values),
    people: wanted('person').map(({ value, person }) => personLine(value, person)),
    groups: values('group').map(groupLine),
    outcome: values('outcome')[0] ?? null,
  }
}
