/** How somebody told us what was written down by hand: a column of the sources; empty for what came in as a file. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table sources add column way text').execute(db)
}
