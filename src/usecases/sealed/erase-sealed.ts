/** Records, or one sealed thing, that are forgotten in; what is sealed gone, opened by nobody. Its hash stays in the log. */
import type { Transaction } from 'kysely'
import { refuse } from '../../core/faults.ts'
import type { SealedAbout } from '../../core/sealed/field.ts'
import { record } from '../../store/append.ts'
import { allSealed, sealedRow } from '../../store/queries/sealed.ts'
import { incidentsWithNames } from '../../store/queries/touched.ts'
import type { Tables } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { SEALED_PREFIX } from './recipients.ts'

type Trx = Transaction<Tables>

export async function eraseSealed(
  trx: Trx,
  records: readonly (readonly [SealedAbout['kind'], string])[],
): Promise<number> {
  let rows = 0
  for (const [kind, id] of records) {
    const gone = await trx
      .deleteFrom('sealed_items')
      .where('about_kind', '=', kind)
      .where('about_id', '=', id)
      .executeTakeFirst()
    rows += Number(gone.numDeletedRows)
  }
  return rows
}

/**
 * After the rows of somebody were erased. Beside a record that tells of nobody else, what is sealed is of them. Beside others it
 * may be the testimony of somebody else, which nobody asked to lose: it stays, and is named for whoever can open it.
 */
export async function eraseSealedOf(
  trx: Trx,
  incidents: ReadonlySet<string>,
): Promise<{ readonly rows: number; readonly left: readonly string[] }> {
  const shared = new Set(await incidentsWithNames(trx, [...incidents]))
  const theirs = [...incidents].filter((one) => !shared.has(one))
  const rows = await eraseSealed(
    trx,
    theirs.map((one) => ['incident', one] as const),
  )
  const left = (await allSealed(trx)).filter(
    (one) => one.about_kind === 'incident' && shared.has(one.about_id),
  )
  return { rows, left: left.map((one) => one.id) }
}

/** One thing with all its versions, by whoever opened it and found somebody in it who is to be forgotten. */
export async function forgetSealed(
  { house, clock }: Pick<Context, 'house' | 'clock'>,
  { id, by, why }: { readonly id: string; readonly by: string; readonly why: string },
): Promise<number> {
  const item = await sealedRow(house, id)
  if (!item) throw refuse('record.unknown', { id })
  const happening = {
    ...{ actor: by, at: clock.now(), useCase: `${SEALED_PREFIX}forget`, object: id },
    ...{ organisation: item.organisation, input: { why } },
  }
  return record(house, happening, async ({ trx }) => {
    const gone = await trx.deleteFrom('sealed_items').where('id', '=', id).executeTakeFirst()
    return Number(gone.numDeletedRows)
  })
}
