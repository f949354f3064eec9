/** The house that published a source, and the package it came in: a column of the sources; empty for our own. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table sources add column elsewhere jsonb').execute(db)
}
