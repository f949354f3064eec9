/** bills.yaml of a country pack: laws in the making, with every body, act and provision that they name in the pack. */
import { z } from 'zod'
import {
  BILL_STAGES,
  type Bill,
  type BillClause,
  type BillMeaning,
  type BillObjection,
  type BillStep,
} from '../core/bill.ts'
import type { Fault } from '../core/faults.ts'
import { FREEDOMS } from '../core/values.ts'
import {
  certainty,
  fullLabels,
  head,
  packId as id,
  labels,
  listOf,
  partialIso,
  rowsOf,
  text,
  withChecks,
} from './load-schemas.ts'

const said = { certainty, source: text.nullable() }
const step = z.strictObject({
  stage: z.enum(BILL_STAGES),
  date: partialIso.nullable(),
  by: id.nullable(),
  ...said,
}) satisfies z.ZodType<BillStep>
const clause = z.strictObject({
  id,
  about: labels,
  now: labels,
  before: labels.nullable(),
  provision: id.nullable(),
  ...said,
}) satisfies z.ZodType<BillClause>
const objection = z.strictObject({
  by: listOf(id, null),
  date: partialIso.nullable(),
  text: labels,
  clauses: listOf(id, null),
  ...said,
}) satisfies z.ZodType<BillObjection>
const meaning = z.strictObject({ text: fullLabels, ...said }) satisfies z.ZodType<BillMeaning>
const bill = z.strictObject({
  id,
  title: labels,
  aliases: listOf(text, null),
  subject: z.enum(FREEDOMS),
  becomes: id.nullable(),
  replaces: id.nullable(),
  steps: listOf(step, null),
  means: listOf(meaning, null),
  clauses: listOf(clause),
  objections: listOf(objection, null),
  certainty,
}) satisfies z.ZodType<Bill>

export const billsFile = withChecks(
  z.strictObject({ ...head, path: listOf(z.enum(BILL_STAGES), null), bills: listOf(bill) }),
  (file, tell) => {
    rowsOf(file, 'bills').forEach((one, at) => {
      const clauses = new Set(rowsOf(one, 'clauses').map((clause) => clause.id))
      rowsOf(one, 'objections').forEach(({ clauses: about }, index) => {
        for (const clause of Array.isArray(about) ? about : [])
          if (!clauses.has(clause))
            tell(`no clause "${clause}" in this bill`, ['bills', at, 'objections', index, 'clauses'])
      })
    })
  },
)

type Known = { readonly acts: Ids; readonly provisions: Ids; readonly bodies: Ids }
type Ids = ReadonlySet<string>

/** What bills name that the pack does not have. */
export function billFaults(where: string, bills: readonly Bill[], known: Known): readonly Fault[] {
  return bills.flatMap((one) => {
    const asked: readonly (readonly [string, string | null, Ids])[] = [
      ['act', one.becomes, known.acts],
      ['act', one.replaces, known.acts],
      ...one.steps.map((step) => ['organisation', step.by, known.bodies] as const),
      ...one.clauses.map((clause) => ['provision', clause.provision, known.provisions] as const),
      ...one.objections.flatMap(({ by }) => by.map((id) => ['organisation', id, known.bodies] as const)),
    ]
    return asked.flatMap(([what, name, there]): readonly Fault[] =>
      name === null || there.has(name)
        ? []
        : [{ code: 'data.invalid', where, params: { problem: `bill ${one.id}: no ${what} "${name}"` } }],
    )
  })
}
