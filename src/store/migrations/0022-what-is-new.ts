/** The days on which readers first saw a record and saw it corrected, and whether a correction shows what was before. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // Old rows keep their leaves: an empty column is no part of one (leaf.ts).
  'alter table moves add column tells_old boolean',
  'alter table public_incidents add column published text, add column corrected text',
  'create index public_incidents_by_news on public_incidents (country, (greatest(published, corrected)) desc, id)',
  'create index public_incidents_by_correction on public_incidents (country, corrected desc, id) where corrected is not null',
  // The new columns are empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
