/** A record and a document in, what is decided of it on the words of that document out, as one coder's coding. */
import { type Held, heldOf, type Incident } from '../../core/record.ts'
import { FIELDS } from '../../core/values.ts'
import type { Coding } from '../../measure/agreement/fields.ts'
import { isElsewhere } from '../../review/compare.ts'
import type { Wanted } from '../../review/decided-values.ts'

/** What another source alone says is nothing that a reader of this one could have coded. */
export const codingOf = (incident: Incident, document: string): Coding =>
  byField(
    FIELDS.flatMap((field) =>
      (heldOf(incident, field) as readonly Held[]).filter((held) => !isElsewhere(held, document)),
    ),
  )

export const codingOfWanted = (wanted: readonly Pick<Wanted, 'field' | 'value'>[]): Coding => byField(wanted)

function byField(values: readonly { readonly field: string; readonly value: unknown }[]): Coding {
  const coding: Record<string, unknown[]> = {}
  for (const { field, value } of values) coding[field] = [...(coding[field] ?? []), value]
  return coding as Coding
}
