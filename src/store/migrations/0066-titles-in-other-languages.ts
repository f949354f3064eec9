/** What the title of a source says in other languages: a column of the sources; empty where nobody wrote it. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table sources add column title_in jsonb').execute(db)
}
