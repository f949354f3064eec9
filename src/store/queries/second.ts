/** Second readings as the wall lets whoever asks see them: records that wait for one, and in how many fields readers agreed. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { Store } from '../connect.ts'
import type { IncidentRow, SecondReadingRow } from '../tables.ts'
import { RECORD_COLUMNS } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>

export type AskedSecond = {
  /** unread: drawn or awaited. */
  readonly state: 'unread' | 'differs'
  readonly notCodedBy?: string
  /** Coded or read a second time by this handle. */
  readonly of?: string
  readonly limit: number
}

export async function recordsForSecond(store: Reader, asked: AskedSecond): Promise<readonly IncidentRow[]> {
  let query = store
    .selectFrom('incidents')
    .select(RECORD_COLUMNS)
    .where('second', 'in', asked.state === 'unread' ? ['drawn', 'awaited'] : ['differs'])
    .where('state', 'in', asked.state === 'unread' ? ['coded'] : ['coded', 'verified', 'cleared'])
  const { notCodedBy, of } = asked
  if (notCodedBy !== undefined) query = query.where(sql<boolean>`not jsonb_exists(coders, ${notCodedBy})`)
  if (of !== undefined)
    query = query.where((where) =>
      where.or([
        sql<boolean>`jsonb_exists(coders, ${of})`,
        where.exists(
          where
            .selectFrom('second_readings')
            .select('second_readings.record')
            .whereRef('second_readings.record', '=', 'incidents.id')
            .where('second_readings.by', '=', of),
        ),
      ]),
    )
  const rows = await query.orderBy('decided_at').orderBy('id').limit(asked.limit).execute()
  return rows as unknown as readonly IncidentRow[]
}

export type AgreedFields = { readonly records: number; readonly compared: number; readonly agreed: number }

/** Summed where the rows lie: a page costs the same however many there are. */
export async function agreedFields(
  store: Reader,
  organisation: string,
  document?: string,
): Promise<AgreedFields | null> {
  const query = store
    .selectFrom('second_readings')
    .select((one) => [
      one.fn.count<number>('record').distinct().as('records'),
      one.fn.sum<number>('compared').as('compared'),
      one.fn.sum<number>('agreed').as('agreed'),
    ])
    .where(({ fn, val }) => fn.coalesce('organisation', val(HOME)), '=', organisation)
  const row = await (document === undefined
    ? query
    : query.where('document', '=', document)
  ).executeTakeFirst()
  const [records, compared, agreed] = [row?.records, row?.compared, row?.agreed].map(Number)
  return records && compared ? { records, compared, agreed: agreed ?? 0 } : null
}

/** Every second reading of an organisation on records of a country, in the order of the log. */
export const secondReadings = (
  store: Reader,
  organisation: string,
  country: string,
): Promise<SecondReadingRow[]> =>
  store
    .selectFrom('second_readings')
    .innerJoin('incidents', 'incidents.id', 'second_readings.record')
    .selectAll('second_readings')
    .where(({ fn, val }) => fn.coalesce('second_readings.organisation', val(HOME)), '=', organisation)
    .where('incidents.country', '=', country)
    .orderBy('second_readings.event')
    .execute()
