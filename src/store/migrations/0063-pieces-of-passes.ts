/** Which phone a piece came from: so that one phone cannot fill the house with things that never become whole. */
import { type Kysely, sql } from 'kysely'

const statements = [
  'alter table field_pieces add column pass text references field_passes',
  'create index field_pieces_by_pass on field_pieces (pass)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
