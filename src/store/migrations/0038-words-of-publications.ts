/** The words by which published texts are found. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  `alter table public_publications add column words text not null default ''`,
  // Empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
