/** What phones sent, for those who answer for sources: fetched sealed, and decided on by whoever opened it on their own machine. */
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import { record } from '../../store/append.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import { type FieldHead, fieldCounts, fieldHeads, fieldItem } from '../../store/queries/field.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'
import { takeOver } from '../sealed/sealed-items.ts'

/** recorded: written down by whoever opened it · beside: stays sealed beside a record · aside: of no use, and gone. */
export const FIELD_VERDICTS = ['recorded', 'beside', 'aside'] as const
export type FieldVerdict = (typeof FIELD_VERDICTS)[number]

/** On one page: each is fetched and opened by the reader's machine at one press. */
export const FIELD_PAGE = 50

export type FieldList = {
  readonly items: readonly FieldHead[]
  readonly waiting: number
  readonly decided: number
  readonly page: number
  readonly waits: boolean
}
export async function listField(
  context: Context,
  { waits, page }: Pick<FieldList, 'waits' | 'page'>,
): Promise<FieldList> {
  permit(context, 'intake')
  const range = { waits, offset: (page - 1) * FIELD_PAGE, limit: FIELD_PAGE }
  const items = await fieldHeads(context.house, range)
  return { items, ...(await fieldCounts(context.house)), page, waits }
}

export async function fieldBody(context: Context, id: string): Promise<Uint8Array> {
  permit(context, 'intake')
  const row = await fieldItem(context.house, id)
  if (!row) throw refuse('record.unknown', { id: id.slice(0, 12) })
  if (!row.body) throw refuse('sealed.gone')
  return row.body
}

export type FieldDecided = {
  readonly verdict: string
  /** Of what was recorded, and of what stays beside one: its id. */
  readonly record: string
  readonly why: string
}

/** Set aside, its bytes go and its hash stays, so that the same does not come in again from another phone. */
export async function decideField(context: Context, id: string, given: FieldDecided): Promise<void> {
  permit(context, 'intake')
  const verdict = FIELD_VERDICTS.find((one) => one === given.verdict)
  const [of, why] = [given.record.trim(), given.why.trim()]
  if (!verdict || (verdict === 'aside' ? why === '' : of === '')) throw refuse('field.triage')
  const row = await fieldItem(context.house, id)
  if (!row) throw refuse('record.unknown', { id: id.slice(0, 12) })
  if (!row.body) throw refuse('sealed.gone')
  // Through the wall of whoever decides: a record that they cannot see is answered like one that never was.
  const { store } = context
  if (verdict === 'recorded' && !(await recordRow(store, of)) && !(await caseRecord(store, of)))
    throw refuse('record.unknown', { id: of }, of)
  if (verdict === 'beside')
    await takeOver(context, {
      ...{ about: { kind: 'incident', id: of }, field: 'source', what: 'file' },
      ...{ list: row.list, body: row.body },
    })
  const by = context.actor?.handle ?? 'operator'
  const kept = verdict === 'aside' ? null : of
  const happening = {
    ...{ actor: by, at: context.clock.now(), useCase: `${SEALED_PREFIX}field-${verdict}`, object: id },
    input: { verdict, ...(kept !== null && { record: kept }) },
  }
  await record(context.house, happening, async ({ trx }) => {
    await trx
      .updateTable('field_items')
      .set({
        ...{ verdict, record: kept, why: why === '' ? null : why, by, decided: today(context.clock) },
        ...{ noted: true, ...(verdict === 'aside' && { body: null }) },
      })
      .where('id', '=', id)
      .execute()
  })
}
