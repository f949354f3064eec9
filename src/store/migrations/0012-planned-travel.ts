/** The day from which an account is in travel mode, where somebody planned it. */
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql
    .raw(`alter table accounts add column away_from text check (away_from ~ '^\\d{4}-\\d{2}-\\d{2}$')`)
    .execute(db)
}
