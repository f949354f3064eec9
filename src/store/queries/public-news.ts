/** Public records in the order in which readers saw them or saw them corrected, newest first: a page of them at a time. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Store } from '../connect.ts'
import type { Tables } from '../tables.ts'
import { incidentOf } from './public.ts'

type Reader = Pick<Store, 'selectFrom'>
/** Day of first publication or of the last correction, whichever is later. */
const newest = sql<string | null>`greatest(published, corrected)`

export type Asked = { readonly country: string; readonly since: string | null }
export type Slice = { readonly limit: number; readonly offset: number }

function news(store: Reader, { country, since }: Asked) {
  const rows = store
    .selectFrom('public_incidents')
    .where('country', '=', country)
    .where(newest, 'is not', null)
  return since === null ? rows : rows.where(newest, '>=', since)
}

export async function newsPage(
  store: Reader,
  asked: Asked,
  { limit, offset }: Slice,
): Promise<readonly PublicIncident[]> {
  const rows = await news(store, asked)
    .select('body')
    .orderBy(newest, 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(incidentOf)
}

const corrected = (store: Reader, country: string) =>
  store.selectFrom('public_incidents').where('country', '=', country).where('corrected', 'is not', null)

export async function correctedPage(
  store: Reader,
  country: string,
  { limit, offset }: Slice,
): Promise<readonly PublicIncident[]> {
  const rows = await corrected(store, country)
    .select('body')
    .orderBy('corrected', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(incidentOf)
}

export const countNews = (store: Reader, asked: Asked): Promise<number> => countOf(news(store, asked))
export const countCorrected = (store: Reader, country: string): Promise<number> =>
  countOf(corrected(store, country))

type Query = SelectQueryBuilder<Tables, 'public_incidents', object>
async function countOf(query: Query): Promise<number> {
  const row = await query.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirst()
  return Number(row?.n ?? 0)
}
